/**
 * How a raw JSON value becomes a value of a column: in TypeScript, in SQL (where raw values arrive as text) and in KQL
 * (where legacy columns are doubles, and overflowing ones dynamic). All accept numbers written as text and whole numbers
 * written as `500.0`; what does not fit is missing, never an error. A missing string is "", as in Kusto, so that no
 * comparison ever meets a third truth value.
 */
import type { ColumnType } from './columns';

type Value = string | number | boolean | null;

interface Conversion {
  readonly read: (raw: unknown) => Value;
  /** @param text an SQL expression of type VARCHAR */
  readonly sql: (text: string) => string;
  /** `[raw text, value]`, run in TypeScript and in SQL. */
  readonly truthTable: readonly (readonly [string, Value])[];
}

const NUMBER_TEXT = /^[ \t\n\v\f\r]*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?[ \t\n\v\f\r]*$/;
const TIME_TEXT = String.raw`(\d{4}-\d\d-\d\d)[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)?`;
const time = new RegExp(`^${TIME_TEXT}$`);
/** As self-hosted gateways write it: month first, a clock of 24 hours, UTC. */
const SLASHED_TEXT = String.raw`(\d\d)/(\d\d)/(\d{4}) (\d\d:\d\d:\d\d)`;
const slashed = new RegExp(`^${SLASHED_TEXT}$`);

function readWhole(raw: unknown, limit: number): number | null {
  const number = typeof raw === 'string' && NUMBER_TEXT.test(raw) ? Number(raw) : raw;
  if (typeof number !== 'number' || !Number.isFinite(number)) {
    return null;
  }
  const whole = Math.trunc(number) + 0; // no negative zero
  return whole >= -limit && whole < limit ? whole : null;
}

function readText(raw: unknown): string {
  if (raw === null || raw === undefined) {
    return '';
  }
  return typeof raw === 'string' ? raw : typeof raw === 'object' ? JSON.stringify(raw) : String(raw);
}

function readBool(raw: unknown): boolean | null {
  const text = readText(raw).toLowerCase();
  return text === 'true' ? true : text === 'false' ? false : null;
}

function readTime(raw: unknown): number | null {
  const parts = time.exec(readText(raw).replace(slashed, '$3-$1-$2 $4'));
  if (!parts) {
    return null;
  }
  const [, day = '', clock = '', fraction = '', zone = 'Z'] = parts;
  // Date.parse takes the 30th of February for the 2nd of March.
  const midnight = Date.parse(`${day}T00:00:00Z`);
  const isDay = !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(day);
  const ms = Date.parse(`${day}T${clock}${fraction.slice(0, 4)}${zone.toUpperCase()}`);
  return isDay && !Number.isNaN(ms) ? ms : null;
}

/** The engine also reads `1_000`. */
const wholeSql = (text: string, type: string) =>
  `CASE WHEN NOT contains(${text}, '_') THEN TRY_CAST(trunc(TRY_CAST(${text} AS DOUBLE)) AS ${type}) END`;

export const conversions: Readonly<Record<ColumnType, Conversion>> = {
  string: {
    read: readText,
    sql: (text) => `coalesce(${text}, '')`,
    truthTable: [
      ['', ''],
      ['x', 'x'],
      [' 1 ', ' 1 '],
    ],
  },
  dynamic: {
    read: readText,
    sql: (text) => `coalesce(${text}, '')`,
    truthTable: [['[{"reason":"x"}]', '[{"reason":"x"}]']],
  },
  int: {
    read: (raw) => readWhole(raw, 2 ** 31),
    sql: (text) => wholeSql(text, 'INTEGER'),
    truthTable: [
      ['500', 500],
      ['500.0', 500],
      ['500.9', 500],
      ['-1.5', -1],
      [' 5e2\t', 500],
      ['-0', 0],
      ['2147483647', 2147483647],
      ['2147483648', null],
      ['1_000', null],
      ['1,000', null],
      ['0x10', null],
      ['inf', null],
      ['NaN', null],
      ['true', null],
      ['', null],
      ['x', null],
    ],
  },
  long: {
    read: (raw) => readWhole(raw, 2 ** 63),
    sql: (text) => wholeSql(text, 'BIGINT'),
    truthTable: [
      ['21055', 21055],
      ['2147483648', 2147483648],
      ['1e18', 1e18],
      ['9223372036854775808', null],
      ['1e400', null],
    ],
  },
  bool: {
    read: readBool,
    sql: (text) => `CASE lower(${text}) WHEN 'true' THEN true WHEN 'false' THEN false END`,
    truthTable: [
      ['true', true],
      ['False', false],
      ['1', null],
      ['', null],
    ],
  },
  datetime: {
    read: readTime,
    // Through a zoned timestamp: the plain cast drops offsets.
    sql: (text) =>
      `CASE WHEN regexp_full_match(${text}, '${TIME_TEXT}') THEN TRY_CAST(TRY_CAST(upper(${text}) AS TIMESTAMPTZ) AS TIMESTAMP) WHEN regexp_full_match(${text}, '${SLASHED_TEXT}') THEN TRY_CAST(regexp_replace(${text}, '${SLASHED_TEXT}', '\\3-\\1-\\2 \\4') AS TIMESTAMP) END`,
    truthTable: [
      ['2026-11-01T10:00:00Z', Date.UTC(2026, 10, 1, 10)],
      ['2026-11-01t10:00:00z', Date.UTC(2026, 10, 1, 10)],
      ['2026-11-01 10:00:00', Date.UTC(2026, 10, 1, 10)],
      ['2026-11-01T10:00:00.1239567Z', Date.UTC(2026, 10, 1, 10, 0, 0, 123)],
      ['2026-11-01T10:00:00+02:00', Date.UTC(2026, 10, 1, 8)],
      ['0001-01-01T00:00:00Z', -62_135_596_800_000],
      ['9999-12-31T23:59:59.999Z', Date.UTC(9999, 11, 31, 23, 59, 59, 999)],
      ['09/14/2021 14:58:55', Date.UTC(2021, 8, 14, 14, 58, 55)],
      ['14/09/2021 14:58:55', null],
      ['02/30/2021 14:58:55', null],
      ['9/14/2021 14:58:55', null],
      ['2026-02-30T00:00:00Z', null],
      ['2026-11-01', null],
      ['2026-11-01T10:00:00+0200', null],
      ['2026-11-01T10:00:00+99:00', null],
      ['2026-11-01T10:00:60Z', null],
      ['noon', null],
    ],
  },
};
