/** The same rows in both tables of a workspace, for Microsoft's analyser and for the engine. */
import type { ColumnValues, GatewayTable } from '../../../src/core/log';
import { legacyTable, resourceTable, writing } from '../../support/gateway-records';
import { KqlEngine } from '../../support/kql-engine';

/** What a workspace may have, each with a title for a test. */
export const tableChoices: readonly (readonly [title: string, tables: readonly GatewayTable[]])[] = [
  ['resource', ['resource']],
  ['legacy', ['legacy']],
  ['resource and legacy', ['resource', 'legacy']],
];

export function bothTables(rows: readonly ColumnValues[]) {
  const tables = {
    ApiManagementGatewayLogs: resourceTable(rows),
    AzureDiagnostics: legacyTable(rows, writing('AzureDiagnostics, a bag')),
  };
  const { ApiManagementGatewayLogs: resource, AzureDiagnostics: legacy } = tables;
  return {
    /** Names and types of columns by table, as the analyser takes them. */
    declared: { ApiManagementGatewayLogs: resource.columns, AzureDiagnostics: legacy.columns },
    /** The engine with these rows. */
    start: async (python: string): Promise<KqlEngine> => {
      const engine = new KqlEngine(python);
      for (const [name, { columns, rows: values }] of Object.entries(tables)) {
        await engine.table(name, columns, values);
      }
      return engine;
    },
  };
}
