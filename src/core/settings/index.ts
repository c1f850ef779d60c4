export { azureCloud, azureClouds, type AzureCloud } from './azure-clouds';
export { defaultSettings, type DataSourceSettings } from './data-source-settings';
export {
  azureAuthTypes,
  logAnalyticsDefaults,
  type AzureAuthType,
  type AzureEndpoint,
  type LogAnalyticsSettings,
} from './log-analytics-settings';
export type { ListedScopes, LogScope } from './log-scope';
export { samplingOf, type Sampling } from './sampling';
export { connectionLimit, tiers, type ServiceSize, type Tier } from './service-size';
export { settingInvalid } from './setting-invalid';
export { settingLabels, settingName } from './setting-names';
