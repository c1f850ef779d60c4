/**
 * Rows of a CSV file with a header, as the portal exports the results of a query over either table: `TimeGenerated [UTC]`
 * with times in US English, all other columns under their names.
 */
import { columns } from './columns';
import { ERRORS_LEFT_OUT, keyPaths, leavesErrorsOut, shapeOf, shapes, type Shape } from './shape';
import { asUtc } from './slashed-time';

const known = new Set(
  columns.flatMap((column) => shapes.flatMap((shape) => keyPaths(column, shape).map(([key]) => key))),
);

/** Column names without the time zone that the portal adds. */
function nameOf(heading: string): string {
  return heading.trim().replace(/ \[[^\]]*\]$/, '');
}

/** Whether these are headings of gateway records: some names are known, and one of them is a gateway's alone. */
export function isCsvHeader(headings: readonly string[]): boolean {
  const names = headings.map(nameOf);
  return names.filter((name) => known.has(name)).length > 1 && shapeOfNames(names) !== undefined;
}

/** Headings name no category: what stands below them may. */
function shapeOfNames(names: readonly string[]): Shape | undefined {
  return shapeOf(
    Object.fromEntries(names.filter((name) => name.toLowerCase() !== 'category').map((name) => [name, ''])),
  );
}

/** The record of a row; empty cells are missing. */
export function csvRecord(headings: readonly string[], cells: readonly string[]): object {
  const names = headings.map(nameOf);
  return Object.fromEntries([
    ...names.flatMap((name, i) => {
      const cell = cells[i] ?? '';
      return cell === '' ? [] : [[name, name === 'TimeGenerated' ? timeOf(headings[i] ?? '', cell) : cell]];
    }),
    ...(leavesErrorsOut(names) ? [leftOut[shapeOfNames(names) ?? 'resource']] : []),
  ]);
}

const leftOut: Readonly<Record<Shape, readonly [string, unknown]>> = {
  resource: ['LastErrorMessage', ERRORS_LEFT_OUT],
  legacy: ['lastError_message_s', ERRORS_LEFT_OUT],
  export: ['lastError', { message: ERRORS_LEFT_OUT }],
};

/** A time in another zone than UTC cannot be placed and is missing. */
function timeOf(heading: string, cell: string): string {
  const zone = / \[([^\]]*)\]$/.exec(heading.trim())?.[1];
  return zone === undefined || zone.toUpperCase() === 'UTC' ? asUtc(cell) : '';
}

/** The character between the cells of a line: a comma, a tab where rows were copied, a semicolon in some countries. */
export function csvDelimiter(line: string): ',' | ';' | '\t' {
  const count = (delimiter: string) => line.split(delimiter).length;
  return ([',', '\t', ';'] as const).reduce((best, one) => (count(one) > count(best) ? one : best));
}
