/** What each of the three meanings makes of rows: every column of the canonical row and of its classification. */
import type { Engine } from '../../../src/backend/sources/duckdb/engine';
import {
  columns,
  derivedColumns,
  type CanonicalRow,
  type GatewayTable,
  type RowColumn,
} from '../../../src/core/log';
import type { PlanColumn, TimeRange } from '../../../src/core/plan';
import { classifiedKql } from '../../../src/core/plan/to-kql';
import { classifiedSql } from '../../../src/core/plan/to-sql';
import { builtinCatalogue, classify, type Catalogue } from '../../../src/core/scenarios';
import { observedRange } from '../../support/gateway-records';
import type { KqlEngine } from '../../support/kql-engine';

export type Meant = Readonly<Record<string, unknown>>;

export const rowColumns: readonly RowColumn[] = [...columns, ...derivedColumns].map(({ name }) => name);
export const everyColumn: readonly PlanColumn[] = [
  ...rowColumns,
  'Outcome',
  'Scenario',
  'Family',
  'Confidence',
  'Basis',
];

const { signal } = new AbortController();

/** In the order of their ids, which no two rows share. */
const byId = (rows: readonly Meant[]) =>
  [...rows].sort((a, b) => (String(a.CorrelationId) < String(b.CorrelationId) ? -1 : 1));

export function inTypeScript(
  rows: readonly CanonicalRow[],
  catalogue: Catalogue = builtinCatalogue,
): Meant[] {
  return byId(
    rows.map((row) => {
      const { outcome, scenario, family, confidence, basis } = classify(row, catalogue);
      return plain({
        ...row,
        Outcome: outcome,
        Scenario: scenario,
        Family: family,
        Confidence: confidence,
        Basis: basis,
      });
    }),
  );
}

/** @param relation SQL of the logged columns */
export async function inDuckDb(
  engine: Engine,
  relation: string,
  catalogue: Catalogue = builtinCatalogue,
  range: TimeRange = observedRange,
): Promise<Meant[]> {
  const query = classifiedSql({ range, where: [] }, everyColumn, catalogue, relation);
  const list = everyColumn.map((name) => `"${name}"`).join(', ');
  const found = await engine.rows(`${query} SELECT ${list} FROM classified`, signal);
  return byId(
    found.map((row) => plain(Object.fromEntries(everyColumn.map((name, i) => [name, fromDuckDb(row[i])])))),
  );
}

export function classifiedQuery(
  tables: readonly GatewayTable[],
  catalogue: Catalogue = builtinCatalogue,
  range: TimeRange = observedRange,
): string {
  const { statements, lines } = classifiedKql({ range, where: [] }, everyColumn, catalogue, tables);
  return [...statements, ...lines, `| project ${everyColumn.join(', ')}`].join('\n');
}

export async function inKql(
  engine: KqlEngine,
  tables: readonly GatewayTable[],
  catalogue: Catalogue = builtinCatalogue,
  range: TimeRange = observedRange,
): Promise<Meant[]> {
  return saidByKql(engine, classifiedQuery(tables, catalogue, range));
}

/** @param query that gives every column */
export async function saidByKql(engine: KqlEngine, query: string): Promise<Meant[]> {
  const found = await engine.query(query);
  const names = found.columns.map(([name]) => name);
  return byId(found.rows.map((row) => plain(Object.fromEntries(names.map((name, i) => [name, row[i]])))));
}

/** The engine's own values of whole numbers and times as those of JSON. */
export function fromDuckDb(value: unknown): unknown {
  return typeof value === 'bigint'
    ? Number(value)
    : typeof value === 'object' && value !== null && 'micros' in value
      ? Number((value.micros as bigint) / 1000n)
      : value;
}

/** Times as milliseconds, lists of errors as compact JSON without nulls: forms in which the engines are free to differ. */
function plain(row: Meant): Meant {
  const { TimeGenerated, Errors } = row;
  return {
    ...row,
    TimeGenerated: typeof TimeGenerated === 'string' ? Date.parse(TimeGenerated) : TimeGenerated,
    Errors: Errors ? compact(String(Errors)) : '',
  };
}

function compact(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), (_, value: unknown) => (value === null ? undefined : value));
  } catch {
    return json;
  }
}
