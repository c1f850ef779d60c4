/**
 * Where the time of a request went. The logged times overlap and are rounded, so the parts are clamped in turn: what
 * the backend took of the total, what the client took of the rest, what the cache took of that; the gateway has what
 * remains. They always add up to the total. A request without a total has no parts, nor has one of which nothing but the
 * total was logged, or for which a backend was asked that took a time which was not logged: that the gateway took it would
 * be a guess.
 */
import type { ColumnName, ColumnValues } from '../columns';
import type { DerivedColumn } from './derived-column';

type Row = ColumnValues & Readonly<Record<string, unknown>>;

const logged = ['BackendTime', 'ClientTime', 'CacheTime'] as const satisfies readonly ColumnName[];

/** Also without an answer, an address or a source that tells so. */
const exchangeFailed: readonly string[] = ['BackendConnectionFailure', 'Timeout'];
const reasons = exchangeFailed.map((reason) => `'${reason}'`).join(', ');

const total = (row: Row) =>
  row.TotalTime !== null && row.TotalTime >= 0 && isTold(row) ? row.TotalTime : null;
const isTold = (row: Row) =>
  row.BackendTime !== null || ((row.ClientTime ?? row.CacheTime) !== null && !isBackendAsked(row));
const isBackendAsked = (row: Row) =>
  (row.BackendResponseCode ?? 0) >= 1 ||
  row.BackendUrl !== '' ||
  row.DisconnectPhase === 'waiting' ||
  exchangeFailed.includes(row.LastErrorReason);
const taken = (row: Row, name: ColumnName) => Math.max(0, Number(row[name] ?? 0));

const IS_ASKED_KQL = `((isnotnull(BackendResponseCode) and BackendResponseCode >= 1) or BackendUrl != '' or DisconnectPhase == 'waiting' or LastErrorReason in (${reasons}))`;
const IS_ASKED_SQL = `(coalesce("BackendResponseCode", 0) >= 1 OR "BackendUrl" <> '' OR "DisconnectPhase" = 'waiting' OR "LastErrorReason" IN (${reasons}))`;
const IS_SPLIT_KQL = `(isnotnull(TotalTime) and TotalTime >= 0 and (isnotnull(BackendTime) or ((isnotnull(ClientTime) or isnotnull(CacheTime)) and not(${IS_ASKED_KQL}))))`;
const IS_SPLIT_SQL = `(coalesce("TotalTime" >= 0, false) AND ("BackendTime" IS NOT NULL OR (coalesce("ClientTime", "CacheTime") IS NOT NULL AND NOT ${IS_ASKED_SQL})))`;
const takenKql = (name: string) => `iff(isnotnull(${name}) and ${name} > 0, ${name}, long(0))`;
const takenSql = (name: string) => `greatest(coalesce("${name}", 0), 0)`;

const readBySplit = [
  'TotalTime',
  'BackendResponseCode',
  'BackendUrl',
  'DisconnectPhase',
  'LastErrorReason',
] as const;

/** What is left of the total after the parts before. */
const restKql = (parts: readonly string[]) => ['TotalTime', ...parts].join(' - ');
const restSql = (parts: readonly string[]) => ['TotalTime', ...parts].map((name) => `"${name}"`).join(' - ');
const rest = (row: Row, parts: readonly string[]) =>
  parts.reduce((left, part) => left - Number(row[part]), total(row) ?? 0);

function part<N extends string>(name: N, of: ColumnName, before: readonly string[], meaning: string) {
  return {
    name,
    type: 'long',
    meaning,
    from: [...readBySplit, ...logged, ...before],
    read: (row) => (total(row) === null ? null : Math.min(taken(row, of), rest(row, before))),
    kql: `iff(${IS_SPLIT_KQL}, iff(${takenKql(of)} > ${restKql(before)}, ${restKql(before)}, ${takenKql(of)}), long(null))`,
    sql: `CASE WHEN ${IS_SPLIT_SQL} THEN least(${takenSql(of)}, ${restSql(before)}) END`,
  } as const satisfies DerivedColumn;
}

const parts = ['BackendPart', 'ClientPart', 'CachePart'] as const;

export const backendPart = part(
  'BackendPart',
  'BackendTime',
  [],
  'Time of the backend, at most the total, ms.',
);
export const clientPart = part(
  'ClientPart',
  'ClientTime',
  ['BackendPart'],
  'Time of the client, at most the rest, ms.',
);
export const cachePart = part(
  'CachePart',
  'CacheTime',
  ['BackendPart', 'ClientPart'],
  'Time of the cache, at most the rest, ms.',
);

export const gatewayPart = {
  name: 'GatewayPart',
  type: 'long',
  meaning: 'What remains of the total: the gateway itself and its policies, ms.',
  from: [...readBySplit, ...logged, ...parts],
  read: (row) => (total(row) === null ? null : rest(row, parts)),
  kql: `iff(${IS_SPLIT_KQL}, ${restKql(parts)}, long(null))`,
  sql: `CASE WHEN ${IS_SPLIT_SQL} THEN ${restSql(parts)} END`,
} as const satisfies DerivedColumn;

/** The logged times and what the total leaves for each, in the order of clamping. */
const clamps = [
  ['BackendTime', []],
  ['ClientTime', ['BackendPart']],
  ['CacheTime', ['BackendPart', 'ClientPart']],
] as const satisfies readonly (readonly [ColumnName, readonly string[]])[];

export const isClamped = {
  name: 'IsClamped',
  type: 'bool',
  meaning: 'A part was longer than what the total left for it.',
  from: [...readBySplit, ...logged, ...parts],
  read: (row) => total(row) !== null && clamps.some(([name, before]) => taken(row, name) > rest(row, before)),
  kql: `(${IS_SPLIT_KQL} and (${clamps.map(([name, before]) => `${takenKql(name)} > ${restKql(before)}`).join(' or ')}))`,
  sql: `(${IS_SPLIT_SQL} AND (${clamps.map(([name, before]) => `${takenSql(name)} > ${restSql(before)}`).join(' OR ')}))`,
} as const satisfies DerivedColumn;
