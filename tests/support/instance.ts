import type { Instance } from '../../src/backend/handlers/instance';
import type { LogSource, SourceAnswer } from '../../src/backend/sources/log-source';
import { mergedCatalogue, type MergeSettings } from '../../src/core/custom-scenarios';
import { tableColumns, type Plan, type TableCell } from '../../src/core/plan';
import { defaultSettings } from '../../src/core/settings';

export const noon = Date.UTC(2026, 10, 1, 12);
export const HOUR = 3_600_000;
export const signal = new AbortController().signal;

type Rows = readonly (readonly TableCell[])[];

/** A source that gives these rows to each plan in turn, the last ones to all further plans, and notes what it was asked. */
export function sourceOf(...tables: readonly Rows[]): LogSource & { readonly plans: Plan[] } {
  const plans: Plan[] = [];
  const answer = (plan: Plan): SourceAnswer<Plan> => {
    const rows = tables[Math.min(plans.push(plan), tables.length) - 1] ?? [];
    const table = { columns: tableColumns(plan), rows };
    return { table, range: plan.range, plan, query: `Q${plans.length}`, notices: [] };
  };
  return {
    plans,
    answers: async (asked) => asked.map(answer),
    check: async () => [{ name: 'Logs', state: 'ok', message: 'There are logs.' }],
    dispose: async () => undefined,
  };
}

/** A data source at work at noon: over an empty source, with the built-in scenarios, unless told otherwise. */
export function instanceOf(change: Partial<Instance> = {}): Instance {
  return { source: sourceOf(), catalogue: catalogueWith({}), settings: defaultSettings, now: () => noon, ...change };
} // prettier-ignore

export function catalogueWith(settings: Partial<MergeSettings>) {
  return mergedCatalogue({ ...defaultSettings, fileScenarios: [], ...settings });
}
