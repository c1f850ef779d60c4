import { families, type Family } from '../scenarios';
import { failureRule } from './failure-rule';
import { freshnessRule } from './freshness-rule';
import type { AlertRuleOptions } from './options';
import { literal, titleOf, type AlertRule } from './rule';
import { unclassifiedRule } from './unclassified-rule';

/** What Grafana reads from a file below `provisioning/alerting`. */
export interface AlertRuleFile {
  readonly apiVersion: 1;
  readonly groups: readonly [
    {
      readonly orgId: number;
      readonly name: string;
      readonly folder: string;
      readonly interval: string;
      readonly rules: readonly AlertRule[];
    },
  ];
}

export function alertRuleFile(given: AlertRuleOptions): AlertRuleFile {
  const labels = Object.fromEntries(
    Object.entries(given.labels).map(([name, value]) => [name, literal(value)]),
  );
  const options = { ...given, labels };
  const wanted = (Object.keys(families) as Family[]).flatMap((family) => {
    const threshold = options.families[family];
    return threshold === undefined ? [] : [failureRule(family, threshold, options)];
  });
  return {
    apiVersion: 1,
    groups: [
      {
        orgId: options.orgId,
        name: titleOf('API Management failures', options),
        folder: literal(options.folder),
        interval: `${options.interval}s`,
        rules: [...wanted, unclassifiedRule(options), freshnessRule(options)],
      },
    ],
  };
}
