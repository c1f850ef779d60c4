import { BUCKET, dimension, measureColumn, type Table } from '../../../plan';
import { outcomes, type Outcome } from '../../../scenarios';
import type { ScenarioSeriesQuery } from '../../model';
import { splitDimensions } from './plans';

/** Counts of requests per slot: a slot is a bucket, or the whole range. */
export interface Tally {
  readonly totals: Readonly<Record<Outcome, number>>;
  /** Everything that was met, by the values of the split's dimensions; one entry, maybe all zeros, without a split. */
  readonly splits: readonly Split[];
}

export interface Split {
  readonly values: readonly string[];
  /** All requests, whatever became of them: what a share is of. */
  readonly requests: readonly number[];
  /** Selected requests by scenario. */
  readonly scenarios: ReadonlyMap<string, readonly number[]>;
}

interface OpenSplit extends Split {
  readonly requests: number[];
  readonly scenarios: Map<string, number[]>;
}

/** @param slotOf index of the slot in which a bucket lies */
export function tally(
  query: ScenarioSeriesQuery,
  table: Table,
  slots: number,
  slotOf: (bucket: number) => number,
): Tally {
  const at = (name: string) => table.columns.findIndex((column) => column.name === name);
  const [bucketAt, outcomeAt, scenarioAt, countAt] = [
    at(BUCKET),
    at('Outcome'),
    at('Scenario'),
    at(measureColumn('count')),
  ];
  const splitAt = splitDimensions(query).map((id) => at(dimension(id).column));
  const totals = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  const splits = new Map<string, OpenSplit>();
  const split = (values: readonly string[]) =>
    entry(splits, JSON.stringify(values), () => ({ values, requests: zeros(slots), scenarios: new Map() }));
  if (splitAt.length === 0) {
    split([]);
  }
  for (const row of table.rows) {
    const outcome = row[outcomeAt] as Outcome;
    const count = Number(row[countAt]);
    const slot = bucketAt < 0 ? 0 : slotOf(Number(row[bucketAt]));
    const { requests, scenarios } = split(splitAt.map((index) => String(row[index])));
    totals[outcome] += count;
    add(requests, slot, count);
    if (outcome !== 'succeeded' && query.outcomes.includes(outcome)) {
      add(
        entry(scenarios, String(row[scenarioAt]), () => zeros(slots)),
        slot,
        count,
      );
    }
  }
  return { totals, splits: [...splits.values()] };
}

export function zeros(slots: number): number[] {
  return new Array<number>(slots).fill(0);
}

/** Slot by slot. */
export function sum(rows: readonly (readonly number[])[], slots: number): number[] {
  const result = zeros(slots);
  rows.forEach((row) => row.forEach((count, slot) => add(result, slot, count)));
  return result;
}

function add(counts: number[], slot: number, count: number): void {
  counts[slot] = (counts[slot] ?? 0) + count;
}

function entry<V>(map: Map<string, V>, key: string, make: () => V): V {
  const value = map.get(key) ?? make();
  map.set(key, value);
  return value;
}
