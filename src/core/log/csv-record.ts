/**
 * Rows of a CSV file with a header, as the portal exports the results of a query over either table: `TimeGenerated [UTC]`
 * with times in US English, all other columns under their names.
 */
import { columns } from './columns';
import { readJson } from './read-json';
import { keyPaths, shapes } from './shape';
import { asUtc } from './slashed-time';
import { shapeOfNames, tableRecord } from './table-record';

const known = new Set(
  columns.flatMap((column) => shapes.flatMap((shape) => keyPaths(column, shape).map(([key]) => key))),
);

const numeric = new Set(
  columns
    .filter(({ type }) => type === 'int' || type === 'long')
    .flatMap((column) => shapes.flatMap((shape) => keyPaths(column, shape).map(([key]) => key))),
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

/** The record of a row; empty cells are missing. */
export function csvRecord(headings: readonly string[], cells: readonly string[]): object {
  const names = headings.map(nameOf);
  return tableRecord(
    names,
    names.map((name, i) => valueOf(name, headings[i] ?? '', cells[i] ?? '')),
  );
}

function valueOf(name: string, heading: string, cell: string): unknown {
  switch (name) {
    case 'TimeGenerated':
      return timeOf(heading, cell);
    case 'lastError':
      return objectOf(cell);
    default:
      return numeric.has(name) ? withoutCommas(cell) : cell;
  }
}

/** The portal writes numbers as people read them: 21,050. */
const withoutCommas = (cell: string) => (/^\d{1,3}(?:,\d{3})+$/.test(cell) ? cell.replaceAll(',', '') : cell);

/** Exports keep the last error as one object. */
function objectOf(cell: string): unknown {
  try {
    return readJson(cell);
  } catch {
    return cell;
  }
}

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
