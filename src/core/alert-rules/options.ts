import type { Filter } from '../query';
import type { Family } from '../scenarios';

/** What alert rules are made for. Times are seconds. */
export interface AlertRuleOptions {
  /** Uid of the data source. */
  readonly datasource: string;
  /** Tells rules of several scopes or data sources apart, in uids and titles; empty for the only ones. */
  readonly name: string;
  readonly orgId: number;
  readonly folder: string;
  /** How often the rules are evaluated. */
  readonly interval: number;
  /** The longest that a request may take: a request is logged when it ends, under the time at which it began. */
  readonly timeout: number;
  /** From the end of a request until its row can be read. */
  readonly delay: number;
  /** How long every failure is watched for, at least. */
  readonly lookback: number;
  /** How long an instance may be without requests, beyond what the log is behind anyway. */
  readonly silence: number;
  /** Families that have a rule of their own, with the number of failures of a scenario above which it fires. */
  readonly families: Readonly<Partial<Record<Family, number>>>;
  /** A rule on unclassified failures fires from this many on, if they are more than this share of all requests. */
  readonly unclassified: { readonly count: number; readonly share: number };
  /** Only these requests. */
  readonly where: readonly Filter[];
  /** More labels for every rule, for notification policies. */
  readonly labels: Readonly<Record<string, string>>;
}

const MINUTE = 60;

export const alertRuleDefaults: AlertRuleOptions = {
  datasource: 'gatewaylens',
  name: '',
  orgId: 1,
  folder: 'API Management',
  interval: MINUTE,
  timeout: 5 * MINUTE, // forward-request waits so long unless a policy says otherwise
  delay: 5 * MINUTE,
  lookback: 5 * MINUTE,
  silence: 15 * MINUTE,
  families: { 'backend-connection': 5, backend: 20, policy: 5 },
  unclassified: { count: 20, share: 0.01 },
  where: [],
  labels: {},
};
