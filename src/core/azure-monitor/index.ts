export { azureAlertRules, type AzureAlertOptions } from './alert-rules';
export { azureMonitorDashboard } from './dashboard';
export { asStatements, requestsFunction, scenariosFunction, type SavedFunction } from './functions';
export { functionTemplate } from './template';
