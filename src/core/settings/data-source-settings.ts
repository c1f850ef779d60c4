import { logAnalyticsDefaults, type LogAnalyticsSettings } from './log-analytics-settings';
import type { Sampling } from './sampling';
import type { ServiceSize } from './service-size';

/** The data source's settings, as the configuration editor writes them and provisioned files give them. */
export interface DataSourceSettings extends LogAnalyticsSettings {
  /** Where the logs are: invented demo data, exported files, or Azure Log Analytics. */
  readonly source: 'demo' | 'files' | 'log-analytics';
  /**
   * With `files`: a file, a folder or a pattern below the folder that Grafana's administrator allows. A pattern has `*`,
   * `?`, `**`, `[ab]` and `{a,b}`, of which it may have a few only (files/pattern-problem.ts), and no other groups.
   */
  readonly path: string;
  /** Size of API Management instances, from which the limit of connections follows. */
  readonly services: readonly ServiceSize[];
  /** Instances that do not log every request. */
  readonly sampling: readonly Sampling[];
  /** Scenarios of one's own, each checked by itself when the catalogue is made: a bad one is left out. */
  readonly customScenarios: readonly unknown[];
  /** A YAML or JSON file with a list of more of them, below the folder that Grafana's administrator allows; empty for none. */
  readonly customScenariosFile: string;
  /** Ids of scenarios that are not in force. */
  readonly disabledScenarios: readonly string[];
  /** Other owners, remedies and links for scenarios, by their ids; each checked by itself like the scenarios. */
  readonly overrides: Readonly<Record<string, unknown>>;
  /** Whether queries may be written in KQL by hand. */
  readonly expertKql: boolean;
}

export const defaultSettings: DataSourceSettings = {
  ...logAnalyticsDefaults,
  source: 'demo',
  path: '',
  services: [],
  sampling: [],
  customScenarios: [],
  customScenariosFile: '',
  disabledScenarios: [],
  overrides: {},
  expertKql: false,
};
