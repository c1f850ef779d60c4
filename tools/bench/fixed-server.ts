/**
 * fixed-server.ts FOLDER: the backend as a process, but over rows in memory, so that nothing is measured but the way from
 * a query to its frames. It prints the path of its socket and serves until it is ended.
 */
import { mergedCatalogue } from '../../src/core/custom-scenarios';
import { tableColumns, type Plan, type TableCell } from '../../src/core/plan';
import { builtinCatalogue } from '../../src/core/scenarios';
import { defaultSettings } from '../../src/core/settings';
import { serve } from '../../src/backend/goplugin';
import { dataService } from '../../src/backend/grafana';
import { DataService } from '../../src/backend/grafana/protocol';
import type { Instance } from '../../src/backend/handlers/instance';
import { queryData } from '../../src/backend/handlers/query-data';
import type { LogSource } from '../../src/backend/sources/log-source';

const SCENARIOS = 10;
const scenarios = builtinCatalogue.scenarios.slice(0, SCENARIOS).map(({ id }) => id);

/** So many failures of each scenario in each bucket, or as many requests in all. */
function rowsOf(plan: Plan): readonly (readonly TableCell[])[] {
  if (plan.gives !== 'groups' || plan.stepMs === null) {
    return [
      ['failed', 50_000],
      ['succeeded', 950_000],
    ];
  }
  const { stepMs, range } = plan;
  const buckets = Math.floor((range.to - range.from) / stepMs);
  return Array.from({ length: buckets * SCENARIOS }, (_, i) => [
    range.from + (i % buckets) * stepMs,
    scenarios[Math.floor(i / buckets)] ?? '',
    i % 17,
  ]);
}

const tables = new Map<string, ReturnType<typeof rowsOf>>();

const source: LogSource = {
  answers: async (plans) =>
    plans.map((plan) => {
      const key = JSON.stringify([plan.range, plan.gives === 'groups' && plan.stepMs]);
      const rows = tables.get(key) ?? rowsOf(plan);
      tables.set(key, rows);
      const table = { columns: tableColumns(plan), rows };
      return { table, range: plan.range, plan, query: '', notices: [] };
    }),
  check: async () => [],
  dispose: async () => undefined,
};

const instance: Instance = {
  source,
  catalogue: mergedCatalogue({ ...defaultSettings, fileScenarios: [] }),
  settings: defaultSettings,
  now: Date.now,
};

const implementation = dataService(
  (item, context, signal) => queryData(item, context, instance, signal),
  (what, problem) => process.stderr.write(`${what}: ${problem.stack ?? problem.message}\n`),
);
const service = { definition: DataService, implementation: async () => implementation };

void serve([service], process.argv[2] ?? '', () => process.exit(0)).then((socket) =>
  process.stdout.write(`${socket}\n`),
);
