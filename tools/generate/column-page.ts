import { columns, derivedColumns, keyPaths, type Column } from '../../src/core/log';
import type { Files } from './files';
import { code, origin, page, prose, section, table } from './markdown';

const sensitivities: Readonly<Record<Column['sensitivity'], string>> = {
  open: '',
  personal: 'personal',
  url: 'may carry keys',
};

/** The columns of the canonical row, and where each shape of record keeps them. */
export function columnPage(): Files {
  const text = page(
    '# Columns of the gateway log',
    origin('src/core/log/columns.ts and src/core/log/derived'),
    'Every gateway record becomes one row of these columns, whatever its shape: rows of `ApiManagementGatewayLogs`, rows of the older `AzureDiagnostics`, and the JSON of diagnostic exports, Event Hub and self-hosted gateways. Conditions of scenarios, filters and groups name them as they stand here. Where several names are given, the first one present counts. Meanings are Microsoft’s: [gateway log reference](https://learn.microsoft.com/azure/api-management/gateway-log-schema-reference).',
    section(
      'Logged',
      table(
        ['column', 'type', 'unit', 'meaning', 'sensitivity'],
        columns.map((column) => [
          code(column.name),
          column.type,
          'unit' in column ? column.unit : '',
          prose(column.meaning),
          sensitivities[column.sensitivity],
        ]),
      ),
      '_Personal_ values point at a person. What _may carry keys_ is shown without its query string unless that is asked for. A missing text is the same as an empty one; a missing number, truth value or time stays missing, and no comparison holds for it. `dynamic` values are kept as the text of their JSON.',
    ),
    section(
      'Names in the three shapes',
      table(
        ['`ApiManagementGatewayLogs`', '`AzureDiagnostics`', 'exported JSON'],
        columns.map((column) => [
          code(column.name),
          names(column, 'legacy', 'AdditionalFields'),
          names(column, 'export', 'properties'),
        ]),
      ),
      'Names with a dot are keys within keys. `AzureDiagnostics` keeps what exceeds its number of columns in `AdditionalFields`, under the same names without the type at their end; exports may keep everything below `properties`. Both places are read as well.',
    ),
    section(
      'Computed',
      table(
        ['column', 'type', 'meaning', 'from'],
        derivedColumns.map(({ name, type, meaning, from }) => [
          code(name),
          type,
          prose(meaning),
          from.map(code).join(', '),
        ]),
      ),
    ),
  );
  return new Map([['docs/columns.md', text]]);
}

/** Key paths outside of the bag, whose names follow from them. */
function names(column: Column, shape: 'legacy' | 'export', bag: string): string {
  return keyPaths(column, shape)
    .filter(([first]) => first !== bag)
    .map((keys) => code(keys.join('.')))
    .join(', ');
}
