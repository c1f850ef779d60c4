export { azureAdministration } from './administration';
export { azureConnection, type AzureAdministration, type AzureConnection } from './connection';
export { Gates } from './gates';
export { LogAnalyticsSource } from './log-analytics-source';
