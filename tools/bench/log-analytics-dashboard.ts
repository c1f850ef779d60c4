/**
 * A dashboard's panels in one request, and in a request of each panel's own, over executed KQL. The engine translates each
 * query once, in the run that only warms up: what is measured is the work on the rows.
 */
import { Gates } from '../../src/backend/sources/log-analytics';
import { newestRowPlan } from '../../src/backend/sources/log-analytics/newest-row';
import { toKqlTogether, type TimeRange } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';
import { changes, plansOf, type Change } from '../../tests/conformance/support/queries';
import { FakeWorkspace, sourceAt } from '../../tests/support/fake-workspace';
import { observedRange, observedRows, resourceTable } from '../../tests/support/gateway-records';
import { KqlEngine } from '../../tests/support/kql-engine';
import { requirements } from '../../tests/support/requirements';
import { count, seconds, type Benchmark, type Finding } from './benchmark';
import { median } from './median';

const ROWS = 20_000;
const RUNS = 3;
const panels = Object.values(changes).slice(0, 12);
const { signal } = new AbortController();
const { from, to } = observedRange;
/** What is still open after a refresh: the rest could have been kept. */
const openEnd: TimeRange = { from: to - (to - from) / 12, to };

async function workspace(python: string) {
  const engine = new KqlEngine(python);
  const rows = Array.from({ length: ROWS }, (_, i) => {
    const { row } = observedRows[i % observedRows.length]!;
    return { ...row, TimeGenerated: from + Math.floor((i / ROWS) * (to - from)), CorrelationId: `row-${i}` };
  });
  const table = resourceTable(rows);
  await engine.table('ApiManagementGatewayLogs', table.columns, table.rows);
  const fake = await FakeWorkspace.start({ engine });
  return { engine, fake, stop: () => (engine.stop(), fake.stop()) };
}

/** Time until all panels are answered, and requests. A source of its own for each panel cannot merge. */
async function asked(fake: FakeWorkspace, isMerged: boolean, range: TimeRange) {
  const gates = new Gates();
  const sources = panels.map(() => sourceAt(fake, { gates, settings: { timeout: 600 } }));
  const ask = (panel: (typeof panels)[number], i: number) =>
    sources[isMerged ? 0 : i]!.answers(plansOf(panel, range), signal);
  const times: number[] = [];
  for (let run = 0; run <= RUNS; run++) {
    fake.forget();
    const start = performance.now();
    await Promise.all(panels.map(ask));
    times.push(performance.now() - start);
  }
  await Promise.all(sources.map((source) => source.dispose()));
  return { ms: median(times.slice(1)), requests: fake.asked.length }; // the first translates, and gets a token
}

/** What the newest row of the log, asked along, adds to the query of all panels. */
async function newestRow(engine: KqlEngine, title: string, where: Change['where']): Promise<Finding> {
  const plans = panels.flatMap((panel) => plansOf({ ...panel, where }, observedRange));
  const texts = [[], [newestRowPlan(observedRange, [])]].map((beside) =>
    toKqlTogether(plans, builtinCatalogue, ['resource'], beside),
  );
  const times = texts.map((): number[] => []);
  for (let run = 0; run <= RUNS; run++) {
    for (const [i, text] of texts.entries()) {
      const start = performance.now();
      await engine.query(text);
      times[i]!.push(performance.now() - start);
    }
  }
  const [without = NaN, along = NaN] = times.map((own) => median(own.slice(1)));
  return {
    what: `The newest row along with ${panels.length} panels, ${title}`,
    measured: `${seconds(along)}; without ${seconds(without)}`,
    target: '',
    isMet: true,
  };
}

async function dashboard(): Promise<readonly Finding[]> {
  const { command, missing } = requirements.kqlEngine;
  if (command === undefined) {
    return [{ what: `A dashboard of ${panels.length} panels`, measured: missing, target: '', isMet: true }];
  }
  const { engine, fake, stop } = await workspace(command);
  const single = await asked(fake, false, observedRange);
  const merged = await asked(fake, true, observedRange);
  const open = await asked(fake, true, openEnd);
  const newest = [
    await newestRow(engine, 'no filter', []),
    await newestRow(engine, 'one filter', [{ dimension: 'api', op: 'notIn', values: ['none'] }]),
  ];
  await stop();
  const what = `${panels.length} panels over ${count(ROWS)} rows`;
  return [
    {
      what: `${what}, merged`,
      measured: `${seconds(merged.ms)}, ${merged.requests} request; single ${seconds(single.ms)}, ${single.requests} requests`,
      target: 'not slower, 1 request',
      isMet: merged.ms <= single.ms && merged.requests === 1,
    },
    {
      what: `${what}, the last twelfth of the range alone`,
      measured: `${seconds(open.ms)}, ${open.requests} request`,
      target: '',
      isMet: true,
    },
    ...newest,
  ];
}

export const logAnalyticsDashboard: Benchmark = {
  title: 'Log-Analytics, a dashboard over executed KQL',
  run: dashboard,
};
