import { columns, derivedColumns } from '../log';
import { dimension } from './dimensions';
import { measureOf } from './measures';
import { BUCKET, SAMPLE_COLUMNS, type Plan, type TimeRange, type WrittenPlan } from './plan';

export type TableColumnType = 'string' | 'number' | 'boolean' | 'datetime';
/** Times are milliseconds since 1970. */
export type TableCell = string | number | boolean | null;

export interface TableColumn {
  readonly name: string;
  readonly type: TableColumnType;
  /** Of a length of time. */
  readonly unit?: 'ms';
}

/** An answer to a plan, the same from every engine. */
export interface Table {
  readonly columns: readonly TableColumn[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What a source read for a plan. */
export interface Answer<P extends Plan | WrittenPlan = Plan | WrittenPlan> {
  readonly table: Table;
  /** The range that was really read. */
  readonly range: TimeRange;
  readonly plan: P;
  /** Percentiles and numbers of different values are the log store’s estimates; left out where they are exact. */
  readonly isEstimated?: true;
}

/** The columns that a plan's table has, in order. */
export function tableColumns(plan: Plan): readonly TableColumn[] {
  if (plan.gives === 'rows') {
    return plan.columns.map((name) => ({ name, type: typeOf(name) }));
  }
  const text = (name: string) => ({ name, type: 'string' }) as const;
  return [
    ...(plan.stepMs === null ? [] : [{ name: BUCKET, type: 'datetime' } as const]),
    ...plan.dimensions.map((id) => text(dimension(id).column)),
    ...plan.measures.map((use) => ({ name: use.as, type: measureOf(use).type })),
    ...(plan.sample ? Object.keys(SAMPLE_COLUMNS).map(text) : []),
  ];
}

const TYPES = {
  string: 'string',
  dynamic: 'string',
  int: 'number',
  long: 'number',
  bool: 'boolean',
  datetime: 'datetime',
} as const;
const types = new Map<string, TableColumnType>(
  [...columns, ...derivedColumns].map(({ name, type }) => [name, TYPES[type]]),
);

/** What the classification adds is text. */
function typeOf(name: string): TableColumnType {
  return types.get(name) ?? 'string';
}

/** Reads cells of a table by the names of its columns. */
export function reader({ columns: all }: Table): (row: readonly TableCell[], name: string) => TableCell {
  const places = new Map(all.map(({ name }, place) => [name, place]));
  return (row, name) => row[places.get(name) ?? -1] ?? null;
}

/** The same answer with its groups in the order of their keys: engines give them in any order. */
export function inKeyOrder(answer: Answer): Answer {
  const { plan, table } = answer;
  if (plan.gives !== 'groups') {
    return answer;
  }
  const keys = plan.dimensions.length + (plan.stepMs === null ? 0 : 1);
  return { ...answer, table: { ...table, rows: [...table.rows].sort((a, b) => byKeys(a, b, keys)) } };
}

function byKeys(a: readonly TableCell[], b: readonly TableCell[], keys: number): number {
  for (let i = 0; i < keys; i += 1) {
    const x = a[i] ?? '';
    const y = b[i] ?? '';
    if (x !== y) {
      return x < y ? -1 : 1;
    }
  }
  return 0;
}
