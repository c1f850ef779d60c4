import { readFileSync } from 'node:fs';
import path from 'node:path';
import { toSql } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';
import { count, seconds, type Benchmark, type Finding } from './benchmark';
import { rangeOf } from './log-data';
import { LogTable } from './log-table';
import { median, medianRatio, timesInTurn } from './median';
import { seriesPlan } from './series-plan';

const MOST = 1.3;
const handWritten = readFileSync(path.join(import.meta.dirname, 'hand-written.sql'), 'utf8');

/** What the catalogue costs, compared with SQL that was written by hand for this one question. */
export const classifyAndSummarise: Benchmark = {
  title: 'Classify and summarise',
  run: async ({ million, runs }) => {
    const table = await LogTable.of(million);
    try {
      const mixed = await compare(table, runs, `${count(million)} rows, one in twelve of them failed`);
      await table.run(onlyFailures(million));
      const failed = await compare(table, runs, `${count(million)} rows, all of them failed`);
      return [mixed, { ...failed, target: '', isMet: true }];
    } finally {
      table.end();
    }
  },
};

/** The failed rows as often as needed, each a little later. */
const onlyFailures = (million: number) =>
  `CREATE OR REPLACE TABLE logs AS SELECT logs.* REPLACE ("TimeGenerated" + to_milliseconds(again) AS "TimeGenerated")
   FROM logs, range(100) AS times(again) WHERE "ResponseCode" IS DISTINCT FROM 200 LIMIT ${million}`;

async function compare(table: LogTable, runs: number, what: string): Promise<Finding> {
  const sql = toSql(seriesPlan(), builtinCatalogue, 'logs');
  const { from, to } = rangeOf(1);
  const range = { from: timestamp(from), to: timestamp(to) };
  const ours = () => table.rows(sql);
  const theirs = () => table.rows(handWritten, range);
  if (sorted(await ours()) !== sorted(await theirs())) {
    throw new Error('The query by hand gives another result: adapt hand-written.sql to the catalogue.');
  }
  const [generated = [], byHand = []] = await timesInTurn(runs, [ours, theirs]);
  const ratio = medianRatio(generated, byHand);
  return {
    what,
    measured: `${seconds(median(generated))}, by hand ${seconds(median(byHand))}: ${ratio.toFixed(2)} ×`,
    target: `${MOST} × by hand`,
    isMet: ratio <= MOST,
  };
}

const timestamp = (ms: number) => new Date(ms).toISOString().replace('Z', '');

const sorted = (rows: readonly (readonly unknown[])[]) =>
  rows
    .map((row) => row.map(String).join(' '))
    .sort()
    .join('\n');
