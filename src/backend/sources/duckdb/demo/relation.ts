/**
 * The demo data as a relation. A row is a function of its place in time and of the seed, so the data needs no storage,
 * moves with the clock and is the same for everybody: about two requests a second for the last seven days, fewer at
 * night. Failures are the catalogue's own examples.
 */
import { sqlBool, sqlNumber, sqlString } from '../../../../core/dialects/sql';
import { columns, sqlTypes } from '../../../../core/log';
import type { TimeRange } from '../../../../core/plan';
import type { Catalogue } from '../../../../core/scenarios';
import { choiceSql, CHANCES } from './choice';
import { regions, routes } from './estate';
import { failureColumns, failuresOf, type Failure } from './failures';
import { rowSql } from './row';

/** How far the data reaches back. */
export const DEMO_MS = 7 * 86_400_000;
/** A slot may hold one request; on the average half of them do. */
const SLOT_MS = 250;
const SEED = 2026;

const defaultSql = (type: keyof typeof sqlTypes) => (sqlTypes[type] === 'VARCHAR' ? "''" : 'NULL');

/** @param now milliseconds since 1970: there are no requests after it */
export type DemoRelation = (range: TimeRange, now: number) => string;

/**
 * The relation of any range; what can befall a request is laid out once.
 * @param seed another one gives other data
 */
export function demoRelation(catalogue: Catalogue, seed: number = SEED): DemoRelation {
  const drawn = drawnSql(failuresOf(catalogue), seed);
  return (range, now) => `(${drawn(range, now)}\n  SELECT ${demoColumns} FROM drawn)`;
}

/** Select list of the logged columns, over `drawn`. */
export const demoColumns = columns
  .map(({ name, type }) => `CAST(${rowSql[name] ?? defaultSql(type)} AS ${sqlTypes[type]}) AS "${name}"`)
  .join(', ');

/** A `WITH` clause whose relation `drawn` has the requests with what befell them; `number` tells which failure, if any. */
export function drawnSql(failures: readonly Failure[], seed: number): DemoRelation {
  const values = `route(share, ${ROUTE_COLUMNS}) AS (VALUES ${routeRows()}),
  place(service, places) AS (VALUES ${placeRows()}),
  failure(number, isRecovered, isCalled, isKnown, ${failureColumns.join(', ')}) AS (VALUES ${failureRows(failures)})`;
  const choice = choiceSql(failures);
  return (range, now) => `WITH ${values},
  ${slotSql(range, now, seed)},
  request AS (SELECT *, ms // 60000 AS minute, i AS pick, ${choice} AS number
    FROM slot JOIN route USING (share) JOIN place USING (service)),
  drawn AS (SELECT request.*, failure.* EXCLUDE (number), request.number IS NOT NULL AS isFailure,
      CAST(usual * (0.6 + 0.5 * lasts / ${CHANCES} + 6 * pow(tarries / ${CHANCES}.0, 12)) AS BIGINT) AS took
    FROM request LEFT JOIN failure USING (number))`;
}

/** The moments at which requests come. */
function slotSql(range: TimeRange, now: number, seed: number): string {
  const from = Math.max(range.from, now - DEMO_MS);
  const to = Math.min(range.to, now + 1);
  const first = Math.floor(from / SLOT_MS);
  const end = Math.max(first, Math.ceil(to / SLOT_MS));
  const chances = ['comes', 'routed', 'fails', 'lasts', 'tarries'].map(
    (name, i) => `CAST(hash(i, ${seed + i + 1}) % ${CHANCES} AS INTEGER) AS ${name}`,
  );
  return `slot AS (SELECT *, routed * 100 // ${CHANCES} AS share FROM (
    SELECT i, ${seed} AS seed, i * ${SLOT_MS} + CAST(hash(i, ${seed}) % ${SLOT_MS} AS BIGINT) AS ms, ${chances.join(', ')}
    FROM range(${first}, ${end}) AS slots(i))
    WHERE ms >= ${from} AND ms < ${to}
      AND comes < ${CHANCES} * (0.5 - 0.3 * cos((ms % 86400000) / 86400000.0 * 2 * pi())))`;
}

const ROUTE_COLUMNS = 'service, workspace, api, operation, method, product, host, usual, cached';

function routeRows(): string {
  const shares = routes.flatMap((route) => new Array<typeof route>(route.of100).fill(route));
  return valuesOf(
    shares.map(({ service, workspace, api, operation, method, product, host, backendMs, cached }, share) => [
      share, service, workspace, api, operation, method, product, host, backendMs, cached,
    ]),
  ); // prettier-ignore
}

function placeRows(): string {
  return Object.entries(regions)
    .map(([service, names]) => `(${sqlString(service)}, [${names.map(sqlString).join(', ')}])`)
    .join(', ');
}

function failureRows(failures: readonly Failure[]): string {
  return valuesOf(
    failures.map(({ isRecovered, isCalled, isKnown, row }, number) => [
      number,
      isRecovered,
      isCalled,
      isKnown,
      ...failureColumns.map((name) => row[name]),
    ]),
  );
}

type Value = string | number | boolean | null | undefined;

const valuesOf = (rows: readonly (readonly Value[])[]) =>
  rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ');

function literal(value: Value): string {
  switch (typeof value) {
    case 'string':
      return sqlString(value);
    case 'number':
      return sqlNumber(value);
    case 'boolean':
      return sqlBool(value);
    default:
      return 'NULL';
  }
}
