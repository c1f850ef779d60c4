/**
 * How a raw JSON value becomes a value of a column, in TypeScript and in SQL (where raw values arrive as text).
 * Both accept numbers written as text and whole numbers written as `500.0`; what does not fit is missing, never an error.
 * A missing string is "", as in Kusto, so that no comparison ever meets a third truth value.
 */
import type { ColumnType } from './columns';

interface Conversion {
  readonly read: (raw: unknown) => string | number | boolean | null;
  readonly sql: (text: string) => string;
}

const NUMBER_TEXT = /^\s*[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?\s*$/;
const TIME_TEXT = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(\.\d+)?(Z|[+-]\d\d:\d\d)?$/i;

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
  const parts = TIME_TEXT.exec(readText(raw));
  if (!parts) {
    return null;
  }
  const [, day, clock, fraction = '', zone = 'Z'] = parts;
  const ms = Date.parse(`${day}T${clock}${fraction.slice(0, 4)}${zone}`);
  return Number.isNaN(ms) ? null : ms;
}

export const conversions: Readonly<Record<ColumnType, Conversion>> = {
  string: { read: readText, sql: (text) => `coalesce(${text}, '')` },
  int: {
    read: (raw) => readWhole(raw, 2 ** 31),
    sql: (text) => `TRY_CAST(trunc(TRY_CAST(${text} AS DOUBLE)) AS INTEGER)`,
  },
  long: {
    read: (raw) => readWhole(raw, 2 ** 63),
    sql: (text) => `TRY_CAST(trunc(TRY_CAST(${text} AS DOUBLE)) AS BIGINT)`,
  },
  bool: {
    read: readBool,
    sql: (text) => `CASE lower(${text}) WHEN 'true' THEN true WHEN 'false' THEN false END`,
  },
  datetime: { read: readTime, sql: (text) => `TRY_CAST(${text} AS TIMESTAMP)` },
};
