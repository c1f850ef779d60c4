/** The whole text of a small catalogue's query, in both dialects. */
import { catalogueOf, type Scenario } from '../scenarios';
import type { Plan } from './plan';
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
const plan: Plan = {
  range: hour,
  where: [
    { column: 'ApiId', op: 'oneOf', value: ["o'b", 'x"; drop'] },
    { not: { column: 'Scenario', op: 'oneOf', value: ['none'] } },
  ],
  stepMs: 300_000,
  dimensions: ['scenario', 'service'],
  measures: ['count'],
  limit: 10,
};

it('prints KQL', () => {
  expect(toKql(plan, catalogue)).toBe(String.raw`ApiManagementGatewayLogs
| where TimeGenerated >= datetime(2026-11-01T00:00:00.000Z) and TimeGenerated < datetime(2026-11-01T01:00:00.000Z)
| extend Service = tolower(tostring(split(_ResourceId, "/")[8]))
| where ApiId in ("o'b", "x\"; drop")
| extend Outcome = case(
    (((isnotnull(ResponseCode) and ResponseCode between (long(-2147483647) .. 2147483647)) and not((isnotnull(ResponseCode) and ResponseCode between (100 .. 399)))) or (not((isnotnull(ResponseCode) and ResponseCode between (long(-2147483647) .. 2147483647))) and ((isnotnull(IsRequestSuccess) and IsRequestSuccess == false) or not(LastErrorReason == "") or not(LastErrorMessage == ""))) or LastErrorSource contains "transfer-response" or LastErrorReason == "ClientConnectionFailure"), "failed",
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
| take 11`);
});

it('prints SQL', () => {
  expect(toSql(plan, catalogue, 'rows'))
    .toBe(String.raw`WITH canonical AS (SELECT *, lower(split_part("_ResourceId", '/', 9)) AS "Service", lower(regexp_extract("BackendUrl", '^[A-Za-z][A-Za-z0-9+.-]*://(?:[^/?#@]*@)?(\[[^\]/?#]*\]|[^/?#:\[\]]+)', 1)) AS "BackendHost" FROM rows
  WHERE "TimeGenerated" >= TIMESTAMP '2026-11-01 00:00:00.000' AND "TimeGenerated" < TIMESTAMP '2026-11-01 01:00:00.000'),
outcome AS (SELECT *, CASE
    WHEN ((coalesce("ResponseCode" BETWEEN (-2147483647) AND 2147483647, false) and not(coalesce("ResponseCode" BETWEEN 100 AND 399, false))) or (not(coalesce("ResponseCode" BETWEEN (-2147483647) AND 2147483647, false)) and (coalesce("IsRequestSuccess" = false, false) or not("LastErrorReason" = '') or not("LastErrorMessage" = ''))) or contains(lower("LastErrorSource"), lower('transfer-response')) or "LastErrorReason" = 'ClientConnectionFailure') THEN 'failed'
    WHEN not("LastErrorReason" = '') THEN 'masked'
    ELSE 'succeeded' END AS "Outcome" FROM canonical WHERE "ApiId" IN ('o''b', 'x"; drop')),
ruled AS (SELECT *, CASE
    WHEN "Outcome" = 'succeeded' THEN 'none///'
    WHEN "LastErrorReason" = 'Quota"' THEN 'quota/limits/high/reason'
    WHEN coalesce("ResponseCode" = 403, false) THEN 'quota/limits/low/status'
    ELSE 'unclassified/other//' END AS "Rule" FROM outcome),
unpacked AS (SELECT *, split_part("Rule", '/', 1) AS "Scenario", split_part("Rule", '/', 2) AS "Family", split_part("Rule", '/', 3) AS "Confidence", split_part("Rule", '/', 4) AS "Basis" FROM ruled),
classified AS (SELECT * FROM unpacked WHERE not("Scenario" IN ('none')))
SELECT make_timestamp(epoch_us("TimeGenerated") - epoch_us("TimeGenerated") % 300000000) AS "Bucket", "Scenario", "Service", count(*) AS "Count" FROM classified GROUP BY 1, 2, 3 LIMIT 11`);
});

it('leaves the classification out where nothing asks for it', () => {
  const calls: Plan = { ...plan, where: [], stepMs: null, dimensions: ['api'] };
  expect(toKql(calls, catalogue).split('\n').slice(2)).toEqual([
    '| summarize Count = count() by ApiId',
    '| take 11',
  ]);
});
