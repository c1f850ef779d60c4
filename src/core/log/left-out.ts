/**
 * Tables that were exported without some of the columns that tell why requests failed. That no error stands in their
 * rows says nothing of the requests, so the message of such a row says what is missing: no scenario takes it for a
 * request without an error.
 */
import { amount } from '../amount';
import { columns, type ColumnName, type ColumnValues } from './columns';
import { keyPaths, type Shape } from './shape';

/** The columns that decide, and what each would tell. */
const DECIDING = {
  LastErrorReason: 'which error the gateway recorded',
  LastErrorMessage: 'what the error says',
  LastErrorSource: 'which policy or handler raised it',
  BackendResponseCode: 'what the backend answered',
} as const satisfies Partial<Record<ColumnName, string>>;

const BEGINNING = 'Not in the file: ';

/** What stands for the message where these columns are missing and would tell. */
const messageOf = (missing: readonly string[]) => `${BEGINNING}${missing.join(', ')}.`;

/**
 * What to say in the message of rows whose cause is open; undefined when all columns are there that decide.
 * @param names of the top-level columns of a table in this shape
 */
export function leftOut(names: readonly string[], shape: Shape): string | undefined {
  const there = new Set(names);
  const missing = Object.keys(DECIDING).filter((name) => {
    const column = columns.find((one) => one.name === name);
    return column && !keyPaths(column, shape).some(([key = '']) => there.has(key));
  });
  return missing.length === 0 ? undefined : messageOf(missing);
}

/** A failed request of which no error is recorded, and whose status the backend is not known to have sent. */
export function isOpen(row: ColumnValues): boolean {
  const { ResponseCode: status, BackendResponseCode: backend } = row;
  const isFailed = status === null ? row.IsRequestSuccess === false : status >= 400 || status <= 99;
  const isTold = row.LastErrorReason !== '' || row.LastErrorMessage !== '' || row.LastErrorSource !== '';
  return isFailed && !isTold && (status === null || status !== backend);
}

/** The same over a relation with the logged columns. */
export const isOpenSql = `coalesce("ResponseCode" >= 400 OR "ResponseCode" <= 99, "IsRequestSuccess" = false, false) AND "LastErrorReason" = '' AND "LastErrorMessage" = '' AND "LastErrorSource" = '' AND coalesce("ResponseCode" <> "BackendResponseCode", true)`;

/** The columns that `isOpenSql` reads. */
export const openColumns: readonly ColumnName[] = [
  'ResponseCode',
  'IsRequestSuccess',
  'LastErrorReason',
  'LastErrorMessage',
  'LastErrorSource',
  'BackendResponseCode',
];

/** Whether the message of a row is that of one that was left open. */
export const isLeftOut = (message: string) => message.startsWith(BEGINNING);

/** What to tell of rows that were left open: `Left unclassified: 2 failed requests …`. */
export function leftOutWarning(number: number, message: string, where: string): string {
  const missing = message.slice(BEGINNING.length, -1).split(', ');
  const told = missing.map((name) => `${name} (${DECIDING[name as keyof typeof DECIDING] ?? 'unknown'})`);
  return `Left unclassified: ${amount(number, 'failed request')} of ${where}, because there is no column ${told.join(', ')}.`;
}
