import { DuckDBInstance } from '@duckdb/node-api';
import { demoRelation } from '../../src/backend/sources/duckdb/demo/relation';
import { sqlString } from '../../src/core/dialects/sql';
import type { TimeRange } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';

const WEEK = 7 * 86_400_000;
/** The end of the newest data. Nothing depends on the clock, so that runs can be compared. */
const END = Date.UTC(2026, 10, 16);

/** The range of the n-th million of rows, counted from the newest: the demo data have 1.2 million rows a week. */
const week = (n: number): TimeRange => ({ from: END - (n + 1) * WEEK, to: END - n * WEEK });

/** The range of so many millions of rows. */
export const rangeOf = (millions: number): TimeRange => ({ from: END - millions * WEEK, to: END });

/** A query for the n-th million of rows, or for what stands for it. */
export function millionSql(n: number, million: number): string {
  const range = week(n);
  return `SELECT * FROM ${demoRelation(builtinCatalogue)(range, range.to)} LIMIT ${million}`;
}

export type LogFormat = 'parquet' | 'ndjson';

/** Writes the n-th million of rows to a file, as they would be exported. */
export async function writeMillion(
  file: string,
  format: LogFormat,
  n: number,
  million: number,
): Promise<void> {
  const rows = millionSql(n, million);
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    await connection.run(
      format === 'parquet'
        ? `COPY (${rows}) TO ${sqlString(file)} (FORMAT parquet)`
        : `COPY (SELECT * REPLACE (strftime("TimeGenerated", '%Y-%m-%dT%H:%M:%S.%gZ') AS "TimeGenerated") FROM (${rows})) TO ${sqlString(file)} (FORMAT json)`,
    );
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}
