/** The answer of the query service: https://learn.microsoft.com/azure/azure-monitor/logs/api/response-format */
import { told, unreadable, type ServiceError } from './azure-error';

export interface Answered {
  /** Names of the columns; none of a workspace without any data. */
  readonly columns: readonly string[];
  /** Their types in Kusto, in the same order. */
  readonly types: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
  /** Why it is incomplete. */
  readonly partial: string | undefined;
}

interface Column {
  readonly name?: unknown;
  readonly type?: unknown;
}

interface Body {
  readonly tables?: readonly {
    readonly columns?: readonly Column[];
    readonly rows?: readonly (readonly unknown[])[];
  }[];
  readonly error?: ServiceError;
}

/** @throws GatewaylensError for a text that is no answer */
export function answerIn(body: string, host: string): Answered {
  const { tables, error } = parsed(body, host);
  const partial = error === undefined ? undefined : told(error);
  if (!Array.isArray(tables)) {
    throw unreadable(host, 'it holds no tables');
  }
  const [table] = tables as NonNullable<Body['tables']>;
  if (table === undefined) {
    return { columns: [], types: [], rows: [], partial };
  }
  const { columns, rows } = table;
  if (!Array.isArray(columns) || !Array.isArray(rows)) {
    throw unreadable(host, 'its table has no columns or no rows');
  }
  if (columns.length === 0 && rows.length > 0) {
    throw unreadable(host, 'it has rows of no columns');
  }
  if (rows.some((row: unknown) => !Array.isArray(row) || row.length !== columns.length)) {
    throw unreadable(host, 'a row has not as many cells as there are columns');
  }
  const all = columns as readonly Column[];
  return {
    columns: all.map(({ name }) => String(name)),
    types: all.map(({ type }) => String(type)),
    rows,
    partial,
  };
}

function parsed(body: string, host: string): Body {
  let value: unknown;
  try {
    value = JSON.parse(body);
  } catch {
    throw unreadable(host, 'it is cut off, or no JSON');
  }
  if (typeof value !== 'object' || value === null) {
    throw unreadable(host, 'it is no object');
  }
  return value;
}
