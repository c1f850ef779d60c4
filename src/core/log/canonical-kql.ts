/** The canonical row as KQL over the tables of a Log Analytics workspace. */
import { kqlDatetime, kqlString } from '../dialects/kql';
import { columns, type Column, type ColumnType } from './columns';
import { neededDerived } from './derived';
import { hasNullTexts, withoutNullTextKql } from './null-text';
import { bagNames } from './shape';

/** Which of the two tables that a diagnostic setting may fill. */
export type GatewayTable = 'resource' | 'legacy';

/** A query in the making. */
export interface KqlRows {
  /** `let` statements that stand in front. */
  readonly statements: readonly string[];
  /** Lines of the query itself, to be continued with more operators. */
  readonly lines: readonly string[];
}

/**
 * From (included) to (excluded): milliseconds since 1970, infinite where the range stands outside the query; or names that the
 * query gives to them.
 */
export interface Span {
  readonly from: number | string;
  readonly to: number | string;
}

const HOUR = 3_600_000;

/**
 * The start of a query: the rows of these tables in this range, with the given columns of the canonical row.
 * Where both tables are read, rows of the legacy one are left out for each service and hour in which the other has rows
 * of that service: with two diagnostic settings every request is in both.
 * @param needed logged and derived columns
 */
export function canonicalKql(
  tables: readonly GatewayTable[],
  range: Span,
  needed: ReadonlySet<string>,
): KqlRows {
  const derived = neededDerived(needed);
  const wanted = new Set(['TimeGenerated', ...needed, ...derived.flatMap(({ from }) => from)]);
  const logged = columns.filter(({ name }) => wanted.has(name));
  const ofErrors = logged.filter(hasNullTexts).map(({ name }) => `${name} = ${withoutNullTextKql(name)}`);
  const extend = [
    ...(ofErrors.length === 0 ? [] : [`| extend ${ofErrors.join(', ')}`]),
    ...derived.map(({ name, kql }) => `| extend ${name} = ${kql}`),
  ];
  if (tables.length > 1) {
    const { statements, lines } = bothKql(
      range,
      columns.filter(({ name }) => wanted.has(name) || name === '_ResourceId'),
    );
    return { statements, lines: [...lines, ...extend] };
  }
  const rows = tables[0] === 'legacy' ? legacyKql(range, logged) : resourceKql(range);
  return { statements: [], lines: [...rows, ...extend] };
}

const time = (at: number | string) => (typeof at === 'string' ? at : kqlDatetime(at));
const during = ({ from, to }: Span) => `TimeGenerated >= ${time(from)} and TimeGenerated < ${time(to)}`;

const duringLine = (range: Span) =>
  Math.abs(Number(range.from)) === Infinity ? [] : [`| where ${during(range)}`];

/** Whole hours around a range; one more after it does no harm, as no row of the range is in it. */
const hoursOf = ({ from, to }: Span): Span => ({
  from: typeof from === 'string' ? `bin(${from}, 1h)` : Math.floor(from / HOUR) * HOUR,
  to: typeof to === 'string' ? `bin(${to}, 1h) + 1h` : Math.ceil(to / HOUR) * HOUR,
});

function resourceKql(range: Span): string[] {
  return ['ApiManagementGatewayLogs', ...duringLine(range)];
}

function legacyKql(range: Span, logged: readonly Column[]): string[] {
  return [
    'AzureDiagnostics',
    ...duringLine(range),
    '| where ResourceProvider == "MICROSOFT.APIMANAGEMENT" and Category == "GatewayLogs"',
    '| extend Bag = todynamic(column_ifexists("AdditionalFields", dynamic(null)))',
    `| project ${logged.map((column) => `${column.name} = ${legacyColumn(column)}`).join(', ')}`,
  ];
}

/** A table that is missing may stand nowhere but in a fuzzy union: a `let` of its own would fail. */
function bothKql(range: Span, logged: readonly Column[]): KqlRows {
  const names = logged.map(({ name }) => name).join(', ');
  const hour = '| extend Hour = bin(TimeGenerated, 1h), Instance = tolower(_ResourceId)';
  const resource = (span: Span) => resourceKql(span).join(' ');
  // Whole hours, so that the range does not decide which rows of an hour are left out.
  return {
    statements: [
      // The empty table stands in for a workspace without the newer one.
      `let covered = union isfuzzy=true (datatable(Hour: datetime, Instance: string)[]), (${resource(hoursOf(range))}`,
      `    ${hour} | distinct Hour, Instance) | extend Covered = true;`,
    ],
    lines: [
      `union isfuzzy=true (${resource(range)} | project ${names}), (${legacyKql(range, logged).join('\n    ')}`,
      `    ${hour}`,
      '    | join kind=leftouter covered on Hour, Instance',
      `    | where isnull(Covered) | project ${names})`,
    ],
  };
}

/** Columns of `AzureDiagnostics` come and go with the data, so each may be missing. */
function legacyColumn(column: Column): string {
  const { type, legacy } = column;
  const missing = (name: string) => MISSING[typeOf(name, type)];
  const typed = legacy.map(
    (name) => `${CONVERT[type]}(column_ifexists(${kqlString(name)}, ${missing(name)}))`,
  );
  const bagged = bagNames(column).map((name) => `${CONVERT[type]}(${inBag(name, type)})`);
  return [...typed, ...bagged].reduceRight((otherwise, place) => firstPresent(place, otherwise, type));
}

/** A list may stand in the bag as such or as text, and `parse_json` takes a text within a dynamic value for done. */
const inBag = (name: string, type: ColumnType) =>
  type === 'dynamic' ? `tostring(Bag[${kqlString(name)}])` : `Bag[${kqlString(name)}]`;

const firstPresent = (place: string, otherwise: string, type: ColumnType) =>
  type === 'string'
    ? `iff(isnotempty(${place}), ${place}, ${otherwise})`
    : `coalesce(${place}, ${otherwise})`;

const CONVERT: Readonly<Record<ColumnType, string>> = {
  string: 'tostring',
  int: 'toint',
  long: 'tolong',
  bool: 'tobool',
  datetime: 'todatetime',
  dynamic: 'parse_json',
};

const MISSING = { s: '""', d: 'real(null)', b: 'bool(null)', t: 'datetime(null)' } as const;

/** The type of a legacy column, which its name tells; the top-level ones have that of their meaning. */
function typeOf(name: string, type: ColumnType): keyof typeof MISSING {
  const suffix = /_([sdbg])$/.exec(name)?.[1];
  if (suffix === 'd' || suffix === 'b') {
    return suffix;
  }
  return suffix === undefined && type === 'long'
    ? 'd'
    : suffix === undefined && type === 'datetime'
      ? 't'
      : 's';
}
