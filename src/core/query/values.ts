/** The values of a dimension: what variables, filters and their editors offer. */
import { dimension, reader, type Answer, type GroupPlan, type RowDimensionId, type TimeRange } from '../plan';
import { conditions } from './choice';
import { countPlan } from './count-plan';
import type { Filter } from './model';

export interface ValuesQuery {
  readonly dimension: RowDimensionId;
  readonly where: readonly Filter[];
  /** Only values that contain it, whatever the case of A to Z; empty for all. */
  readonly search: string;
  /** The most values to give. */
  readonly limit: number;
}

export interface ValuesAnswer {
  /** Those with the most requests first, and among equals by name. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
  /** Whether there are, or may be, more than these. */
  readonly more: boolean;
}

export function valuesPlan({ dimension: id, where, search }: ValuesQuery, range: TimeRange): GroupPlan {
  const { column } = dimension(id);
  const found = search === '' ? [] : [{ column, op: 'containsIgnoreCase', value: search } as const];
  return { ...countPlan(range, [...conditions(where), ...found]), dimensions: [id] };
}

export function valuesOf({ dimension: id, limit }: ValuesQuery, { table }: Answer): ValuesAnswer {
  const { column } = dimension(id);
  const read = reader(table);
  const all = table.rows
    .map((row) => ({ value: String(read(row, column) ?? ''), count: Number(read(row, 'Count')) }))
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { values: all.slice(0, limit), more: all.length > limit };
}
