import type { GatewayTable } from '../../../core/log';

export const tableNames: Readonly<Record<GatewayTable, string>> = {
  resource: 'ApiManagementGatewayLogs',
  legacy: 'AzureDiagnostics',
};
