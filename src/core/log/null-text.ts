/**
 * Texts that tools write for what is missing. As the reason of an error one of them would make a failure of every request,
 * so there it is taken for that; tables of Log Analytics keep it as missing.
 */
import { columns } from './columns';
import { keyPaths, valueAt, type Shape } from './shape';

const NULL_TEXTS: readonly unknown[] = [
  'None',
  'null',
  'NULL',
  'Null',
  '(null)',
  'NaN',
  'nan',
  'N/A',
  'n/a',
  '-',
];

const ofErrors = columns.filter((column) => 'nullTexts' in column);

/** A text of an error, without one that stands for what is missing. */
export const withoutNullText = (raw: unknown): unknown => (NULL_TEXTS.includes(raw) ? '' : raw);

/** What stands for what is missing where a record says of an error. */
export function nullTextOf(record: object, shape: Shape): string | undefined {
  return ofErrors
    .flatMap((column) => keyPaths(column, shape).map((path) => valueAt(record, path)))
    .find((raw): raw is string => NULL_TEXTS.includes(raw));
}
