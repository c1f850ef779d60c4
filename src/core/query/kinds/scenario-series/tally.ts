import { BUCKET, dimension, type Answer, type Table, type TableCell } from '../../../plan';
import { totalsOf, type Totals } from '../../totals';
import { splitDimensions } from './plans';
import type { ScenarioSeriesQuery } from './query';

/** Counts of requests per slot: a slot is a bucket, or the whole range. */
export interface Tally {
  readonly totals: Totals;
  /**
   * Everything that was met, by the values of the split's dimensions and in their order; one entry, maybe all zeros,
   * without a split.
   */
  readonly splits: readonly Split[];
}

export interface Split {
  readonly values: readonly string[];
  /** All requests, whatever became of them; filled where a share is asked for. */
  readonly requests: readonly number[];
  /** Selected failures by scenario. */
  readonly scenarios: ReadonlyMap<string, readonly number[]>;
}

interface OpenSplit extends Split {
  readonly requests: number[];
  readonly scenarios: Map<string, number[]>;
}

/**
 * @param slotOf index of the slot in which a bucket lies
 * @param silent values of the split that are counted even where nothing was met
 */
export function tally(
  query: ScenarioSeriesQuery,
  failed: Answer,
  all: Answer,
  slots: number,
  slotOf: (bucket: number) => number,
  silent: readonly string[] = [],
): Tally {
  const columns = splitDimensions(query).map((id) => dimension(id).column);
  const splits = new Map<string, OpenSplit>();
  const split = (values: readonly string[]) =>
    entry(splits, JSON.stringify(values), () => ({ values, requests: zeros(slots), scenarios: new Map() }));
  const whole = columns.length === 0 ? split([]) : undefined;
  const isSplit = all.table.columns.some(({ name }) => name === columns[0]);
  const each = ({ table }: Answer, add: (to: OpenSplit, slot: number, row: readonly TableCell[]) => void) => {
    const bucketAt = placeOf(table, BUCKET);
    const splitAt = columns.map((name) => placeOf(table, name));
    for (const row of table.rows) {
      const bucket = row[bucketAt] ?? null;
      const to = whole ?? split(splitAt.map((place) => String(row[place] ?? null)));
      add(to, bucket === null ? 0 : slotOf(Number(bucket)), row);
    }
  };
  const [scenarioAt, failedAt] = [placeOf(failed.table, 'Scenario'), placeOf(failed.table, 'Count')];
  each(failed, ({ scenarios }, slot, row) => {
    const counts = entry(scenarios, String(row[scenarioAt]), () => zeros(slots));
    add(counts, slot, Number(row[failedAt]));
  });
  if (isSplit || whole) {
    const allAt = placeOf(all.table, 'Count');
    each(all, ({ requests }, slot, row) => add(requests, slot, Number(row[allAt])));
  }
  silent.forEach((value) => split([value]));
  return { totals: totalsOf(all), splits: [...splits.values()].sort(byValues) };
}

function byValues({ values: a }: Split, { values: b }: Split): number {
  const place = a.findIndex((value, i) => value !== b[i]);
  return place < 0 ? 0 : (a[place] ?? '') < (b[place] ?? '') ? -1 : 1;
}

/** The counts of these scenarios, as far as they were met. */
export function countsOf(ids: readonly string[], { scenarios }: Split): readonly (readonly number[])[] {
  return ids.flatMap((id) => {
    const counts = scenarios.get(id);
    return counts ? [counts] : [];
  });
}

/** Looked up once and not for each of thousands of rows. */
function placeOf({ columns }: Table, column: string): number {
  return columns.findIndex(({ name }) => name === column);
}

export function zeros(slots: number): number[] {
  return new Array<number>(slots).fill(0);
}

/** Slot by slot; not to be changed, as the sum of one is that one. */
export function sum(rows: readonly (readonly number[])[], slots: number): readonly number[] {
  const [first] = rows;
  if (first && rows.length === 1) {
    return first;
  }
  const result = zeros(slots);
  rows.forEach((row) => row.forEach((count, slot) => add(result, slot, count)));
  return result;
}

function add(counts: number[], slot: number, count: number): void {
  counts[slot] = (counts[slot] ?? 0) + count;
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
