/** Columns of an answer by what formats make of them. */
import { GatewaylensError } from '../../../../errors';
import type { Field } from '../../../../frames';
import type { Table, TableCell, TableColumn } from '../../../../plan';
import type { KqlQuery } from '../query';

export interface Place extends TableColumn {
  readonly at: number;
}

export interface Places {
  readonly times: readonly Place[];
  readonly numbers: readonly Place[];
  /** What tells rows apart: everything that is neither a time nor a number. */
  readonly texts: readonly Place[];
}

export function placesOf({ columns }: Table): Places {
  const all = columns.map((column, at) => ({ ...column, at }));
  return {
    times: all.filter(({ type }) => type === 'datetime'),
    numbers: all.filter(({ type }) => type === 'number'),
    texts: all.filter(({ type }) => type === 'string' || type === 'boolean'),
  };
}

export function unfit(
  format: KqlQuery['format'],
  { columns }: Table,
  problem: string,
  advice: string,
): GatewaylensError {
  const listed = columns.map(({ name, type }) => `${name} (${type})`).join(', ');
  return new GatewaylensError('kql-columns-unfit', {
    format,
    problem,
    advice,
    columns: listed.slice(0, 1000) || 'none',
  });
}

/** The labels of a row, and a name that tells it from others. */
export function labelsOf(row: readonly TableCell[], texts: readonly Place[]): Readonly<Record<string, string>> {
  return Object.fromEntries(texts.map(({ name, at }) => [name, textOf(row[at])]));
} // prettier-ignore

export const textOf = (cell: TableCell | undefined) => String(cell ?? '');

/** A field of numbers with labels, named by what tells it from others. */
export function numberField(
  { name, unit }: Place,
  labels: Readonly<Record<string, string>>,
  values: readonly (number | null)[],
  isOnlyNumber: boolean,
): Field {
  const said = Object.values(labels).map((value) => value || '(none)');
  const shown = [...(isOnlyNumber && said.length > 0 ? [] : [name]), ...said].join(' · ');
  return {
    name,
    type: 'number',
    labels,
    config: { displayNameFromDS: shown, ...(unit === undefined ? {} : { unit }) },
    values,
  };
}
