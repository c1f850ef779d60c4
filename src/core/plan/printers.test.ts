/** The whole text of a small catalogue's query, in both dialects. */
import { derivedSelect } from '../log';
import { catalogueOf, type Scenario } from '../scenarios';
import type { GroupPlan, RowPlan } from './plan';
import { toKql } from './to-kql';
import { toSql } from './to-sql';

const scenario: Scenario = {
  id: 'quota',
  title: 'Quota',
  family: 'limits',
  severity: 'warning',
  owner: 'consumer',
  summary: '',
  match: [
    {
      at: 'status',
      basis: 'status',
      confidence: 'low',
      when: { column: 'ResponseCode', op: 'equals', value: 403 },
    },
    {
      at: 'reason',
      basis: 'reason',
      confidence: 'high',
      when: { column: 'LastErrorReason', op: 'equals', value: 'Quota"' },
    },
  ],
  evidence: [],
  causes: [],
  checks: [],
  remediation: [],
  links: [],
  hints: [],
  notes: [],
  examples: { matches: [], doesNotMatch: [] },
};
const catalogue = catalogueOf([scenario]);
const hour = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 1, 1) };
const plan: GroupPlan = {
  gives: 'groups',
  range: hour,
  where: [
    { column: 'ApiId', op: 'oneOf', value: ["o'b", 'x"; drop'] },
    { not: { column: 'Scenario', op: 'oneOf', value: ['none'] } },
  ],
  stepMs: 300_000,
  dimensions: ['scenario', 'service'],
  measures: [{ measure: 'count', as: 'Count' }],
  sample: false,
  limit: 10,
};

it('prints KQL', () => {
  expect(toKql(plan, catalogue)).toBe(String.raw`ApiManagementGatewayLogs
| where TimeGenerated >= datetime(2026-11-01T00:00:00.000Z) and TimeGenerated < datetime(2026-11-01T01:00:00.000Z)
| extend LastErrorSource = iff(LastErrorSource in ("None", "null", "NULL", "Null", "(null)", "NaN", "nan", "N/A", "n/a", "-"), "", LastErrorSource), LastErrorReason = iff(LastErrorReason in ("None", "null", "NULL", "Null", "(null)", "NaN", "nan", "N/A", "n/a", "-"), "", LastErrorReason), LastErrorMessage = iff(LastErrorMessage in ("None", "null", "NULL", "Null", "(null)", "NaN", "nan", "N/A", "n/a", "-"), "", LastErrorMessage)
| extend Service = tolower(tostring(split(_ResourceId, "/")[8]))
| where ApiId in ("o'b", "x\"; drop")
| extend Outcome = case(
    ((isnotnull(ResponseCode) and ResponseCode <= 99) or (isnotnull(ResponseCode) and ResponseCode >= 400) or (isempty(tostring(ResponseCode)) and ((isnotnull(IsRequestSuccess) and IsRequestSuccess == false) or not(LastErrorReason == "") or not(LastErrorMessage == ""))) or LastErrorSource contains "transfer-response" or LastErrorReason == "ClientConnectionFailure"), "failed",
    not(LastErrorReason == ""), "masked",
    "succeeded")
| extend Rule = case(
    Outcome == "succeeded", "none///",
    LastErrorReason == "Quota\"", "quota/limits/high/reason",
    (isnotnull(ResponseCode) and ResponseCode == 403), "quota/limits/low/status",
    "unclassified/other//")
| extend Scenario = tostring(split(Rule, "/")[0])
| where not(Scenario in ("none"))
| summarize Count = count() by Bucket = bin(TimeGenerated, 5m), Scenario, Service
| project Bucket, Scenario, Service, Count
| take 11`);
});

it('prints SQL', () => {
  expect(toSql(plan, catalogue, 'rows'))
    .toBe(String.raw`WITH canonical AS (SELECT *, ${derivedSelect.join(', ')} FROM rows
  WHERE "TimeGenerated" >= TIMESTAMP '2026-11-01 00:00:00.000' AND "TimeGenerated" < TIMESTAMP '2026-11-01 01:00:00.000'),
outcome AS (SELECT *, CASE
    WHEN (coalesce("ResponseCode" <= 99, false) or coalesce("ResponseCode" >= 400, false) or (coalesce(CAST("ResponseCode" AS VARCHAR), '') = '' and (coalesce("IsRequestSuccess" = false, false) or not("LastErrorReason" = '') or not("LastErrorMessage" = ''))) or contains(lower("LastErrorSource"), 'transfer-response') or "LastErrorReason" = 'ClientConnectionFailure') THEN 'failed'
    WHEN not("LastErrorReason" = '') THEN 'masked'
    ELSE 'succeeded' END AS "Outcome" FROM canonical WHERE "ApiId" IN ('o''b', 'x"; drop')),
folded AS (SELECT * FROM outcome),
packed AS (SELECT *, CASE
    WHEN "Outcome" = 'succeeded' THEN 'none///'
    WHEN "LastErrorReason" = 'Quota"' THEN 'quota/limits/high/reason'
    WHEN coalesce("ResponseCode" = 403, false) THEN 'quota/limits/low/status'
    ELSE 'unclassified/other//' END AS "Rule" FROM folded),
ruled AS (SELECT *, split_part("Rule", '/', 1) AS "Scenario", split_part("Rule", '/', 2) AS "Family", split_part("Rule", '/', 3) AS "Confidence", split_part("Rule", '/', 4) AS "Basis" FROM packed),
classified AS (SELECT * FROM ruled WHERE not("Scenario" IN ('none')))
SELECT make_timestamp(epoch_us("TimeGenerated") - (epoch_us("TimeGenerated") % 300000000 + 300000000) % 300000000) AS "Bucket", "Scenario", "Service", count(*) AS "Count" FROM classified GROUP BY 1, 2, 3 LIMIT 11`);
});

it('leaves the classification out where nothing asks for it', () => {
  const calls: GroupPlan = { ...plan, where: [], stepMs: null, dimensions: ['api'] };
  expect(toKql(calls, catalogue).split('\n').slice(2)).toEqual([
    '| summarize Count = count() by ApiId',
    '| project ApiId, Count',
    '| take 11',
  ]);
});

it('counts several days from 1970 on in KQL too, which would from the year 1', () => {
  const lines = toKql({ ...plan, stepMs: 5 * 86_400_000, dimensions: [] }, catalogue).split('\n');
  expect(lines.find((line) => line.includes('summarize'))).toBe(
    '| summarize Count = count() by Bucket = datetime_add("day", bin(datetime_diff("day", TimeGenerated, datetime(1970-01-01)), 5), datetime(1970-01-01))',
  );
});

it('folds a column once for all rules, and leaves alone what only looks like it', () => {
  const rule = (value: string) =>
    ({
      ...scenario.match[0]!,
      when: { column: 'LastErrorMessage', op: 'containsIgnoreCase', value },
    }) as const;
  const folding = catalogueOf([{ ...scenario, match: [rule('a'), rule(`'lower("ApiId")`)] }]);
  const lines = toSql({ ...plan, where: [] }, folding, 'rows').split('\n');
  expect(lines.slice(6, 11)).toEqual([
    'folded AS (SELECT *, lower("LastErrorMessage") AS "FoldedLastErrorMessage" FROM outcome),',
    'packed AS (SELECT *, CASE',
    `    WHEN "Outcome" = 'succeeded' THEN 'none///'`,
    `    WHEN contains("FoldedLastErrorMessage", 'a') THEN 'quota/limits/low/status'`,
    `    WHEN contains("FoldedLastErrorMessage", '''lower("apiid")') THEN 'quota/limits/low/status'`,
  ]);
});

it('tries the rules once for each different evidence where only failures are asked for', () => {
  const failed = { ...plan, where: [{ column: 'Outcome', op: 'equals', value: 'failed' }] } as const;
  const read = '"Outcome", "LastErrorReason", "Mark1"';
  expect(toSql(failed, catalogue, 'rows').split('\n').slice(6, 15)).toEqual([
    `failure AS MATERIALIZED (SELECT "TimeGenerated", "Service", "Outcome", "LastErrorReason", "ResponseCode", "IsRequestSuccess", "LastErrorMessage", "LastErrorSource", coalesce("ResponseCode" = 403, false) AS "Mark1" FROM outcome WHERE "Outcome" = 'failed'),`,
    `evidence AS (SELECT DISTINCT ${read} FROM failure),`,
    'folded AS (SELECT * FROM evidence),',
    'packed AS (SELECT *, CASE',
    `    WHEN "Outcome" = 'succeeded' THEN 'none///'`,
    `    WHEN "LastErrorReason" = 'Quota"' THEN 'quota/limits/high/reason'`,
    `    WHEN "Mark1" THEN 'quota/limits/low/status'`,
    `    ELSE 'unclassified/other//' END AS "Rule" FROM folded),`,
    `found AS (SELECT ${read}, split_part("Rule", '/', 1) AS "Scenario", split_part("Rule", '/', 2) AS "Family", split_part("Rule", '/', 3) AS "Confidence", split_part("Rule", '/', 4) AS "Basis" FROM packed),`,
  ]);
});

const rowPlan: RowPlan = {
  gives: 'rows',
  range: hour,
  where: [],
  columns: ['TimeGenerated', 'UrlPath'],
  isWhole: false,
  limit: 7,
};

it('prints the newest rows', () => {
  expect(toKql(rowPlan, catalogue).split('\n').slice(2)).toEqual([
    '| extend UrlPath = tostring(split(Url, "?")[0])',
    '| order by TimeGenerated desc, CorrelationId asc',
    '| take 7',
    '| project TimeGenerated, UrlPath',
  ]);
  expect(toSql(rowPlan, catalogue, 'rows').split('\n').at(-1)).toBe(
    'SELECT "TimeGenerated", left("UrlPath", 8193) AS "UrlPath" FROM classified ORDER BY "TimeGenerated" DESC, "CorrelationId" LIMIT 7',
  );
  expect(
    toSql({ ...rowPlan, isWhole: true }, catalogue, 'rows')
      .split('\n')
      .at(-1),
  ).toBe(
    'SELECT "TimeGenerated", "UrlPath" FROM classified ORDER BY "TimeGenerated" DESC, "CorrelationId" LIMIT 7',
  );
});

const measured: GroupPlan = {
  ...plan,
  where: [],
  stepMs: null,
  dimensions: ['api'],
  measures: [
    { measure: 'count', as: 'Slow', where: { column: 'TotalTime', op: 'atLeast', value: 9 } },
    { measure: 'sum', column: 'BackendTime', as: 'Sum' },
    { measure: 'percentile', column: 'TotalTime', percent: 95, as: 'P95', among: 'slowest5' },
    { measure: 'distinct', column: 'CallerIpAddress', as: 'Callers' },
    { measure: 'firstSeen', as: 'First' },
    { measure: 'lastSeen', as: 'Last', where: { column: 'ApiId', op: 'equals', value: 'x' } },
  ],
  sample: true,
};

it('prints every measure, with a condition of its own or among the slowest', () => {
  expect(toKql(measured, catalogue)).toBe(`let rows = materialize(ApiManagementGatewayLogs
| where TimeGenerated >= datetime(2026-11-01T00:00:00.000Z) and TimeGenerated < datetime(2026-11-01T01:00:00.000Z)
| extend LastErrorMessage = iff(LastErrorMessage in ("None", "null", "NULL", "Null", "(null)", "NaN", "nan", "N/A", "n/a", "-"), "", LastErrorMessage));
let Slow5 = toscalar(rows | summarize percentile(TotalTime, 95));
rows
| extend SampleId = CorrelationId, SampleMessage = LastErrorMessage
| summarize Slow = countif((isnotnull(TotalTime) and TotalTime >= 9)), Sum = sum(BackendTime), P95 = percentile(iff((isnotnull(TotalTime) and TotalTime >= Slow5), TotalTime, long(null)), 95), Callers = dcount(CallerIpAddress) - max(iff(isempty(CallerIpAddress), 1, 0)), First = min(TimeGenerated), Last = max(iff(ApiId == "x", TimeGenerated, datetime(null))), arg_max(TimeGenerated, SampleId, SampleMessage) by ApiId
| project ApiId, Slow, Sum, P95, Callers, First, Last, SampleId, SampleMessage
| take 11`);
  expect(toSql(measured, catalogue, 'rows').split('\n').slice(-2).join('\n')).toBe(
    `Slow5 AS (SELECT quantile_disc("TotalTime", 0.95) AS value FROM classified)
SELECT "ApiId", count(*) FILTER (WHERE coalesce("TotalTime" >= 9, false)) AS "Slow", coalesce(sum("BackendTime"), 0) AS "Sum", quantile_disc("TotalTime", 0.95) FILTER (WHERE "TotalTime" >= (SELECT value FROM Slow5)) AS "P95", count(DISTINCT nullif("CallerIpAddress", '')) AS "Callers", min("TimeGenerated") AS "First", max("TimeGenerated") FILTER (WHERE "ApiId" = 'x') AS "Last", left(coalesce(arg_max("CorrelationId", "TimeGenerated"), ''), 8193) AS "SampleId", left(coalesce(arg_max("LastErrorMessage", "TimeGenerated"), ''), 8193) AS "SampleMessage" FROM classified GROUP BY 1 LIMIT 11`,
  );
});

it('reads AzureDiagnostics, whose columns may be missing', () => {
  const calls: GroupPlan = { ...plan, where: [], stepMs: null, dimensions: ['api'] };
  expect(toKql(calls, catalogue, ['legacy'])).toBe(`AzureDiagnostics
| where TimeGenerated >= datetime(2026-11-01T00:00:00.000Z) and TimeGenerated < datetime(2026-11-01T01:00:00.000Z)
| where ResourceProvider == "MICROSOFT.APIMANAGEMENT" and Category == "GatewayLogs"
| extend Bag = todynamic(column_ifexists("AdditionalFields", dynamic(null)))
| project TimeGenerated = todatetime(column_ifexists("TimeGenerated", datetime(null))), ApiId = iff(isnotempty(tostring(column_ifexists("apiId_s", ""))), tostring(column_ifexists("apiId_s", "")), tostring(Bag["apiId"]))
| summarize Count = count() by ApiId
| project ApiId, Count
| take 11`);
});

it('reads both tables, and rows of the legacy one where the other has none of that service and hour', () => {
  const some = { from: hour.from + 600_000, to: hour.to + 600_000 };
  const calls: GroupPlan = { ...plan, range: some, where: [], stepMs: null, dimensions: ['api'] };
  const during =
    'TimeGenerated >= datetime(2026-11-01T00:10:00.000Z) and TimeGenerated < datetime(2026-11-01T01:10:00.000Z)';
  expect(toKql(calls, catalogue, ['resource', 'legacy']))
    .toBe(`let covered = union isfuzzy=true (datatable(Hour: datetime, Instance: string)[]), (ApiManagementGatewayLogs | where TimeGenerated >= datetime(2026-11-01T00:00:00.000Z) and TimeGenerated < datetime(2026-11-01T02:00:00.000Z)
    | extend Hour = bin(TimeGenerated, 1h), Instance = tolower(_ResourceId) | distinct Hour, Instance) | extend Covered = true;
union isfuzzy=true (ApiManagementGatewayLogs | where ${during} | project TimeGenerated, _ResourceId, ApiId), (AzureDiagnostics
    | where ${during}
    | where ResourceProvider == "MICROSOFT.APIMANAGEMENT" and Category == "GatewayLogs"
    | extend Bag = todynamic(column_ifexists("AdditionalFields", dynamic(null)))
    | project TimeGenerated = todatetime(column_ifexists("TimeGenerated", datetime(null))), _ResourceId = iff(isnotempty(tostring(column_ifexists("_ResourceId", ""))), tostring(column_ifexists("_ResourceId", "")), tostring(column_ifexists("ResourceId", ""))), ApiId = iff(isnotempty(tostring(column_ifexists("apiId_s", ""))), tostring(column_ifexists("apiId_s", "")), tostring(Bag["apiId"]))
    | extend Hour = bin(TimeGenerated, 1h), Instance = tolower(_ResourceId)
    | join kind=leftouter covered on Hour, Instance
    | where isnull(Covered) | project TimeGenerated, _ResourceId, ApiId)
| summarize Count = count() by ApiId
| project ApiId, Count
| take 11`);
});
