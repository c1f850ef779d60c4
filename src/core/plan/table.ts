import type { measures } from './measures';
import { dimension } from './dimensions';
import { BUCKET, type Plan } from './plan';

export type TableColumnType = 'string' | 'number' | 'datetime';

/** An answer to a plan, the same from every engine: times are milliseconds since 1970. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly (string | number)[])[];
}

export interface TableColumn {
  readonly name: string;
  readonly type: TableColumnType;
}

/** The columns that a plan's table has: bucket, dimensions, measures. */
export function tableColumns(plan: Plan): readonly TableColumn[] {
  return [
    ...(plan.stepMs === null ? [] : [{ name: BUCKET, type: 'datetime' } as const]),
    ...plan.dimensions.map((id) => ({ name: dimension(id).column, type: 'string' }) as const),
    ...plan.measures.map((id) => ({ name: measureColumn(id), type: 'number' }) as const),
  ];
}

export function measureColumn(id: keyof typeof measures): string {
  return `${id[0]?.toUpperCase()}${id.slice(1)}`;
}
