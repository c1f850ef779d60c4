export { azureAdministration } from './administration';
export { azureAccess, type AzureAccess } from './access';
export type { AzureAdministration, AzureConnection } from './connection';
export { Gates } from './gates';
export { LogAnalyticsSource } from './log-analytics-source';
