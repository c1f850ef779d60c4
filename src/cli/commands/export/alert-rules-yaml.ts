import { stringify } from 'yaml';
import { alertRuleFile, lagOf, staleAfter, type AlertRuleOptions } from '../../../core/alert-rules';
import { durationText } from '../../options/duration-of';

/** The file as it is put below Grafana's `provisioning/alerting`. */
export function alertRulesYaml(options: AlertRuleOptions): string {
  const { timeout, delay, lookback } = options;
  const time = durationText;
  const comment = [
    'Alert rules of Gatewaylens, printed by “gatewaylens export alert-rules”: print them anew instead of editing them.',
    `Failures are counted over ${time(lookback + lagOf(options))}: ${time(lookback)} to look back, ${time(timeout)} that a request may take, ${time(delay)} until its row arrives.`,
    `Data has stopped arriving after ${time(staleAfter(options))} without a request.`,
    'docs/alerting.md explains every part.',
  ];
  const file = alertRuleFile(options);
  const groups = file.groups.map((group) => ({ ...group, interval: durationText(options.interval) }));
  const yaml = stringify(
    { ...file, groups },
    { lineWidth: 0, aliasDuplicateObjects: false, singleQuote: true },
  );
  return `${comment.map((line) => `# ${line}`).join('\n')}\n${yaml}`;
}
