import type { Field, Frame } from '../../src/core/frames';
import { tableColumns, type Answer, type TableCell } from '../../src/core/plan';
import { queryTypes, type QueryKind, type QueryOf } from '../../src/core/query';
import { kindOf, type QueryContext } from '../../src/core/query/kinds';
import { builtinCatalogue } from '../../src/core/scenarios';

/** Three minutes of a morning that are long past. */
export const start = Date.UTC(2026, 10, 1, 8);
export const MINUTE = 60_000;
export const context: QueryContext = {
  catalogue: builtinCatalogue,
  range: { from: start, to: start + 3 * MINUTE },
  maxDataPoints: 0,
  forAlert: false,
  now: start + 86_400_000,
};

export type Rows = readonly (readonly TableCell[])[];

/** The frames of a query whose plans were answered with these rows, in order; each row has the columns of its plan. */
export function framesOf<K extends QueryKind>(
  change: Partial<QueryOf<K>> & { readonly kind: K },
  tables: readonly Rows[],
  of: QueryContext = context,
  isEstimated?: true,
): readonly Frame[] {
  const query = { ...queryTypes[change.kind].defaults, ...change } as QueryOf<K>;
  const kind = kindOf(query);
  const answers = kind.plans(query, of).map((plan, i): Answer => {
    const columns = tableColumns(plan);
    const rows = tables[i] ?? [];
    rows.forEach((row) => {
      if (row.length !== columns.length) {
        throw new RangeError(`table ${i} has the columns ${columns.map(({ name }) => name).join(', ')}`);
      }
    });
    return { plan, range: plan.range, table: { columns, rows }, ...(isEstimated ? { isEstimated } : {}) };
  });
  return kind.frames(query, of, answers);
}

/** Titles, labels and values of the numbers of a frame. */
export const linesOf = ({ fields }: Frame) =>
  fields
    .filter((field): field is Extract<Field, { type: 'number' }> => field.type === 'number')
    .map(({ config, labels, values }) => [config?.displayNameFromDS, labels, values] as const);

/** All of a table's fields: name, type, title, unit if any, values. */
export const fieldsOf = ({ fields }: Frame) =>
  fields.map(({ name, type, config, values }) => [
    name,
    type,
    config?.displayNameFromDS,
    ...(config?.unit === undefined ? [] : [config.unit]),
    values,
  ]);
