/**
 * The demo data as a relation. A row is a function of its place in time and of the seed, so the data needs no storage,
 * moves with the clock and is the same for everybody: about two requests a second for the last seven days, fewer at
 * night. Failures are the catalogue's own examples.
 */
import { sqlNumber, sqlString } from '../../../../core/dialects/sql';
import { columns, type ColumnValues } from '../../../../core/log';
import type { TimeRange } from '../../../../core/plan';
import type { Scenario } from '../../../../core/scenarios';
import { background, HEALTHY_API, incidents, routes } from './estate';

const DAYS = 7;
/** A slot may hold one request; on the average half of them do. */
const SLOT_MS = 250;
const SEED = 2026;

/** @param now milliseconds since 1970: there are no requests after it */
export function demoRelation(range: TimeRange, now: number, scenarios: readonly Scenario[]): string {
  const first = Math.ceil(Math.max(range.from, now - DAYS * 86_400_000) / SLOT_MS);
  const end = Math.floor(Math.min(range.to, now) / SLOT_MS);
  const [failures, chooseFailure] = failureSql(scenarios);
  return `(
  WITH route(share, service, region, api, operation, method, product, host, usual) AS (VALUES ${routeRows()}),
  failure(number, ${FAILURE_COLUMNS.join(', ')}) AS (VALUES ${failures}),
  slot AS (SELECT *, CAST(floor(u1 * 100) AS INTEGER) AS share FROM (
    SELECT i, i * ${SLOT_MS} + CAST(hash(i, ${SEED}) % ${SLOT_MS} AS BIGINT) AS ms, ${chances()}
    FROM range(${first}, ${Math.max(first, end)}) AS slots(i))
    WHERE u0 < 0.5 - 0.3 * cos((ms % 86400000) / 86400000.0 * 2 * pi())),
  request AS (SELECT *, ms // 1000 AS second, ${chooseFailure} AS number FROM slot JOIN route USING (share)),
  drawn AS (SELECT request.*, failure.* EXCLUDE (number),
      CAST(usual * (0.6 + 0.5 * u3 + 6 * pow(u4, 12)) AS BIGINT) AS took
    FROM request LEFT JOIN failure ON failure.number = request.number)
  SELECT ${columns.map(({ name, type }) => `CAST(${rowSql[name] ?? defaultSql(type)} AS ${sqlTypes[type]}) AS "${name}"`).join(', ')}
  FROM drawn)`;
}

const sqlTypes = {
  string: 'VARCHAR',
  int: 'INTEGER',
  long: 'BIGINT',
  bool: 'BOOLEAN',
  datetime: 'TIMESTAMP',
} as const;
const defaultSql = (type: keyof typeof sqlTypes) => (type === 'string' ? "''" : 'NULL');

/** Independent numbers from 0 to 1 for each slot. */
function chances(): string {
  return [0, 1, 2, 3, 4]
    .map((k) => `CAST(hash(i, ${SEED + 1 + k}) % 1000000 AS INTEGER) / 1000000.0 AS u${k}`)
    .join(', ');
}

function routeRows(): string {
  const shares = routes.flatMap((route) => new Array<typeof route>(route.weight).fill(route));
  return shares
    .map((route, share) => {
      const texts = [
        route.service,
        route.region,
        route.api,
        route.operation,
        route.method,
        route.product,
        route.backendHost,
      ];
      return `(${[share, ...texts.map(sqlString), route.backendMs].join(', ')})`;
    })
    .join(', ');
}

/** What an example says of a row; the rest of the row is the request's own. */
const FAILURE_COLUMNS = [
  'ResponseCode', 'BackendResponseCode', 'LastErrorReason', 'LastErrorMessage', 'LastErrorSource', 'LastErrorScope',
  'LastErrorSection', 'LastErrorElapsed', 'TotalTime', 'BackendTime', 'ClientTime',
] as const satisfies readonly (keyof ColumnValues)[]; // prettier-ignore

/** All examples as rows, numbered by scenario, and the expression that says which one befalls a request, if any. */
function failureSql(scenarios: readonly Scenario[]): [rows: string, choice: string] {
  const examples = scenarios.flatMap(({ id, examples: { matches } }) =>
    matches.map(({ row }) => ({ id, row })),
  );
  const rows = examples.map(
    ({ row }, number) => `(${[number, ...FAILURE_COLUMNS.map((name) => literal(row[name]))].join(', ')})`,
  );
  const oneOf = (id: string) => {
    const first = examples.findIndex((example) => example.id === id);
    return `${first} + i % ${examples.filter((example) => example.id === id).length}`;
  };
  const branches = incidents.map(({ scenario, api, service, every, offset, lasts, share }) => {
    const where = service
      ? `api = ${sqlString(api)} AND service = ${sqlString(service)}`
      : `api = ${sqlString(api)}`;
    return `WHEN ${where} AND (second - ${offset}) % ${every} < ${lasts} AND u2 < ${share} THEN ${oneOf(scenario)}`;
  });
  let below = 0;
  const rare = background.map(({ scenario, share }) => {
    below += share;
    return `WHEN 1 - u2 < ${below} THEN ${oneOf(scenario)}`;
  });
  const choice = `CASE WHEN api = ${sqlString(HEALTHY_API)} THEN NULL ${[...branches, ...rare].join(' ')} END`;
  return [rows.join(', '), choice];
}

function literal(value: string | number | boolean | null | undefined): string {
  return typeof value === 'string' ? sqlString(value) : typeof value === 'number' ? sqlNumber(value) : 'NULL';
}

const instance = (name: string) =>
  `/subscriptions/00000000-0000-0000-0000-000000000000/resourcegroups/contoso/providers/microsoft.apimanagement/service/${name}`;

const failed = 'number IS NOT NULL';
const jitter = 'CAST(u3 * 40 AS BIGINT)';

/** The columns that the demo fills; all others are missing. */
const rowSql: Readonly<Record<string, string>> = {
  TimeGenerated: 'make_timestamp(ms * 1000)',
  _ResourceId: `${sqlString(instance(''))} || service`,
  Region: 'region',
  CorrelationId: `CAST(md5(CAST(i + ${SEED} AS VARCHAR)) AS VARCHAR)`,
  IsRequestSuccess: 'coalesce(ResponseCode BETWEEN 100 AND 399, NOT (number IS NOT NULL))',
  TotalTime: `CASE WHEN ${failed} THEN coalesce(TotalTime, BackendTime, LastErrorElapsed, 4) + ${jitter} ELSE took + 2 + ${jitter} // 8 END`,
  BackendTime: `CASE WHEN ${failed} THEN BackendTime + ${jitter} ELSE took END`,
  ClientTime: `CASE WHEN ${failed} THEN ClientTime ELSE ${jitter} // 10 END`,
  CacheTime: '0',
  CallerIpAddress: `'203.0.113.' || CAST(hash(i, 9) % 250 + 1 AS VARCHAR)`,
  Method: 'method',
  Url: `'https://' || service || '.azure-api.net/' || api || '/' || operation`,
  ClientProtocol: `'HTTP/1.1'`,
  ResponseCode: `CASE WHEN ${failed} THEN ResponseCode ELSE 200 END`,
  BackendMethod: 'method',
  BackendUrl: `'https://' || host || '/' || operation`,
  BackendResponseCode: `CASE WHEN ${failed} THEN BackendResponseCode ELSE 200 END`,
  ApiId: 'api',
  ApiRevision: `'1'`,
  OperationId: 'operation',
  ProductId: 'product',
  ApimSubscriptionId: `product || '-' || CAST(hash(i, 10) % 4 + 1 AS VARCHAR)`,
  Cache: `'none'`,
  LastErrorElapsed: `LastErrorElapsed + ${jitter}`,
  LastErrorSource: `coalesce(LastErrorSource, '')`,
  LastErrorScope: `coalesce(LastErrorScope, '')`,
  LastErrorSection: `coalesce(LastErrorSection, '')`,
  LastErrorReason: `coalesce(LastErrorReason, '')`,
  LastErrorMessage: `replace(coalesce(LastErrorMessage, ''), 'contoso.azurewebsites.net', host)`,
};
