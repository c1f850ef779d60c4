/** Cells of an answer as cells of a plan's table. */
import {
  tableColumns,
  type GroupPlan,
  type Plan,
  type Table,
  type TableCell,
  type TableColumnType,
} from '../../../core/plan';
import { GatewaylensError } from '../../../core/errors';
import { unreadable } from './azure-error';

/**
 * @param rows cells in the order of the plan's columns, as the query casts them
 * @throws GatewaylensError for more groups than the plan allows, and for cells that are none
 */
export function tableOf(plan: Plan, rows: readonly (readonly unknown[])[], host: string): Table {
  const columns = tableColumns(plan);
  if (rows.length > plan.limit) {
    throw new GatewaylensError('too-many-groups', { limit: plan.limit });
  }
  const zeros = plan.gives === 'groups' ? zeroWhenNull(plan) : new Set<string>();
  const cells = rows.map((row) =>
    columns.map(({ name, type }, i) => {
      const cell = cellOf(row[i], type);
      if (cell === undefined) {
        throw unreadable(host, `the column ${name} holds ${kindOf(row[i])} where ${type} was asked for`);
      }
      return cell === null && zeros.has(name) ? 0 : cell;
    }),
  );
  return { columns, rows: cells.length === 0 ? ofNothing(plan) : cells };
}

/** Engines do not agree on the sum of nothing. */
function zeroWhenNull({ measures }: GroupPlan): ReadonlySet<string> {
  return new Set(measures.filter(isSum).map(({ as }) => as));
}

const isSum = ({ measure }: GroupPlan['measures'][number]) =>
  measure === 'count' || measure === 'sum' || measure === 'distinct';

/** Without keys there is one group even of no rows; a workspace without any data does not say so. */
function ofNothing(plan: Plan): Table['rows'] {
  if (plan.gives === 'rows' || plan.stepMs !== null || plan.dimensions.length > 0) {
    return [];
  }
  const zeros = zeroWhenNull(plan);
  return [tableColumns(plan).map(({ name, type }) => (zeros.has(name) ? 0 : type === 'string' ? '' : null))];
}

/** @returns undefined for a value that no column of this type can hold */
export function cellOf(value: unknown, type: TableColumnType): TableCell | undefined {
  if (value === undefined) {
    return undefined;
  }
  switch (type) {
    case 'string':
      return value === null ? '' : typeof value === 'string' ? value : undefined;
    case 'boolean':
      // The service has written truth values as numbers, too.
      return value === null || typeof value === 'boolean' ? value : value === 0 || value === 1 ? value === 1 : undefined;
    case 'number':
    case 'datetime':
      return value === null ? null : numberOf(value);
  }
} // prettier-ignore

const SPECIAL = new Set(['NaN', 'Infinity', '-Infinity']);

/** Numbers that JSON has none for come as text, and so may whole ones that a double cannot hold: there are no such here. */
function numberOf(value: unknown): number | null | undefined {
  if (typeof value === 'number') {
    return value;
  }
  if (typeof value !== 'string' || value.trim() === '') {
    return undefined;
  }
  if (SPECIAL.has(value)) {
    return null;
  }
  const number = Number(value);
  return Number.isNaN(number) ? undefined : number;
}

const kindOf = (value: unknown) => (value === undefined ? 'nothing' : typeof value);
