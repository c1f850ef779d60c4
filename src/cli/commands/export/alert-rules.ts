import { type Command, Option } from 'commander';
import { alertRuleDefaults, type AlertRuleOptions } from '../../../core/alert-rules';
import { GatewaylensError } from '../../../core/errors';
import type { Filter } from '../../../core/query';
import { families, type Family } from '../../../core/scenarios';
import type { ExitStatus } from '../../exit-status';
import { choicesOf } from '../../options/choices-of';
import { durationOf, durationText } from '../../options/duration-of';
import { filterOf } from '../../options/filter-of';
import type { Terminal } from '../../terminal';
import { alertRulesYaml } from './alert-rules-yaml';

const defaults = alertRuleDefaults;
const familyNames = Object.keys(families) as readonly Family[];
/** Failures of other families than the usual ones come in numbers before anybody should look. */
const OTHER_THRESHOLD = 50;
/** Grafana evaluates no rule between its own ticks. */
const TICK = 10;

const RESERVED = ['scenario', 'family', 'owner', 'service', 'alertname', 'grafana_folder'];

type Thresholds = Readonly<Partial<Record<Family | 'all', number>>>;

interface Given extends Omit<AlertRuleOptions, 'families' | 'labels' | 'orgId'> {
  readonly org: number;
  readonly families: readonly Family[];
  readonly threshold: Thresholds;
  readonly label: Readonly<Record<string, string>>;
}

export function addAlertRules(group: Command, { output }: Terminal, exit: (status: ExitStatus) => void): void {
  const duration = (flag: string, meaning: string, usual: number) =>
    new Option(`--${flag} <duration>`, meaning).argParser(durationOf).default(usual, durationText(usual));
  group
    .command('alert-rules')
    .description('print alert rules as YAML for provisioning/alerting')
    .addOption(
      new Option('--datasource <uid>', 'uid of the data source').argParser(uidOf).default(defaults.datasource),
    )
    .addOption(
      new Option('--name <word>', 'tells the rules of several scopes or data sources apart, in uids and titles')
        .argParser(nameOf)
        .default('', 'none'),
    )
    .addOption(whereOption())
    .addOption(duration('interval', 'how often to evaluate', defaults.interval))
    .addOption(duration('lookback', 'how long each failure is watched for, at least', defaults.lookback))
    .addOption(duration('timeout', 'the longest that a request may take', defaults.timeout))
    .addOption(duration('delay', 'from the end of a request until its row can be read', defaults.delay))
    .addOption(duration('silence', 'how long an instance may be without requests', defaults.silence))
    .addOption(familiesOption())
    .addOption(thresholdOption())
    .addOption(unclassifiedOption())
    .option('--folder <title>', 'folder of the rules', defaults.folder)
    .addOption(new Option('--org <id>', 'organisation').argParser((text: string) => numberOf('--org', text)).default(1))
    .addOption(
      new Option('--label <name=value>', 'another label of every rule; may be repeated')
        .argParser(labelsOf)
        .default({}, 'none'),
    )
    .addHelpText('after', HELP)
    .action((given: Given) => {
      output.write(alertRulesYaml(optionsOf(given)));
      exit(0);
    });
} // prettier-ignore

const HELP = `
Times are written 90s, 5m, 1h, 1d.

Examples:
  gatewaylens export alert-rules --datasource apim-prod > provisioning/alerting/apim-prod.yaml
  gatewaylens export alert-rules --name orders --where api=orders --threshold 1 --timeout 30s`;

function whereOption(): Option {
  return new Option('--where <filter>', 'only these requests, such as service=contoso or api=orders; may be repeated')
    .argParser((text: string, before: readonly Filter[]) => [...before, filterOf(text)])
    .default([], 'all');
} // prettier-ignore

function familiesOption(): Option {
  const usual = Object.keys(defaults.families) as Family[];
  return new Option('--families <names>', `families with a rule of their own, of ${familyNames.join(', ')}`)
    .argParser((text: string) => choicesOf(text, familyNames))
    .default(usual, usual.join(','));
} // prettier-ignore

function thresholdOption(): Option {
  const usual = Object.entries(defaults.families).map(([family, count]) => `${family}=${count}`);
  return new Option(
    '--threshold <count>',
    'more failures of one scenario than this fire, for all families or for one, such as backend=20; may be repeated',
  )
    .argParser((text: string, before: Thresholds): Thresholds => {
      const [, family = 'all', count = ''] = /^(?:([\w-]+)=)?(.*)$/.exec(text) ?? [];
      const [key] = family === 'all' ? (['all'] as const) : choicesOf(family, familyNames);
      return { ...before, [key ?? 'all']: numberOf('--threshold', count, 0) };
    })
    .default({}, usual.join(', '));
}

function unclassifiedOption(): Option {
  const { count, share } = defaults.unclassified;
  return new Option(
    '--unclassified <count,share>',
    'unclassified failures fire from this many on, where they are more than this share of all requests',
  )
    .argParser((text: string) => {
      const [, least = '', percent = ''] = /^(\d+)\s*,\s*(\d+(?:\.\d+)?)\s*%$/.exec(text) ?? [];
      if (least === '' || Number(percent) > 100) {
        throw new GatewaylensError('option-invalid', { option: '--unclassified', text, example: '20,1%' });
      }
      return { count: Number(least), share: Number(percent) / 100 };
    })
    .default(defaults.unclassified, `${count},${share * 100}%`);
}

function uidOf(text: string): string {
  if (!/^[\w-]{1,40}$/.test(text)) {
    throw new GatewaylensError('option-invalid', { option: '--datasource', text, example: 'the uid of a data source, as in apim-prod' });
  }
  return text;
} // prettier-ignore

function nameOf(text: string): string {
  // Grafana takes 40 characters of a uid, of which the longest rule needs 24.
  if (!/^[a-z\d]+(-[a-z\d]+)*$/.test(text) || text.length > 16) {
    const example = 'a word in kebab case of at most 16 characters, as in orders-prod';
    throw new GatewaylensError('option-invalid', { option: '--name', text, example });
  }
  return text;
}

function numberOf(option: string, text: string, least = 1): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new GatewaylensError('option-invalid', { option, text, example: '5' });
  }
  return Number(text);
}

function labelsOf(text: string, before: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const [, name = '', value = ''] = /^([A-Za-z_]\w*)=(.+)$/s.exec(text) ?? [];
  // The labels that tell instances apart are theirs: another value for all would make them one.
  if (name === '' || RESERVED.includes(name)) {
    throw new GatewaylensError('option-invalid', { option: '--label', text, example: 'team=platform' });
  }
  return { ...before, [name]: value };
}

function optionsOf({ org, label, families: wanted, threshold, ...given }: Given): AlertRuleOptions {
  if (given.interval % TICK !== 0) {
    const text = durationText(given.interval);
    throw new GatewaylensError('option-invalid', { option: '--interval', text, example: 'a multiple of 10s, as in 1m' });
  }
  const countOf = (family: Family) =>
    threshold[family] ?? threshold.all ?? defaults.families[family] ?? OTHER_THRESHOLD;
  return {
    ...given,
    // A failure must be seen by one evaluation at least.
    lookback: Math.max(given.lookback, given.interval),
    orgId: org,
    labels: label,
    families: Object.fromEntries(wanted.map((family) => [family, countOf(family)])),
  };
} // prettier-ignore
