/**
 * The observed rows classified by a real Kusto engine, such as Microsoft's emulator in a container, where KUSTO_URL
 * names one: http://localhost:8080 or http://localhost:8080?db=NetDefaultDB. It needs no tables: every query brings its
 * own row. Nobody needs it, so it is not asked for under CI=true either.
 */
import { kqlBool, kqlDatetime, kqlNumber, kqlString } from '../../src/core/dialects/kql';
import { columns, type CanonicalRow } from '../../src/core/log';
import { observedRows } from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import { classifiedQuery, inTypeScript } from './support/meanings';

const declared = columns.map(({ name, type }) => `${name}: ${type}`).join(', ');
const asked = ['CorrelationId', 'Outcome', 'Scenario', 'Family', 'Confidence', 'Basis'];

function literalOf(value: string | number | boolean | null, type: (typeof columns)[number]['type']): string {
  switch (type) {
    case 'string':
      return kqlString(String(value));
    case 'dynamic':
      return value === '' ? 'dynamic(null)' : `dynamic(${String(value)})`;
    case 'datetime':
      return kqlDatetime(Number(value));
    default:
      return value === null
        ? `${type}(null)`
        : typeof value === 'boolean'
          ? kqlBool(value)
          : kqlNumber(Number(value));
  }
}

/** A query that stands by itself: the table is this row. */
function queryOf(row: CanonicalRow): string {
  const cells = columns.map(({ name, type }) => literalOf(row[name], type)).join(', ');
  return `let ApiManagementGatewayLogs = datatable(${declared})[${cells}];
${classifiedQuery(['resource'])}
| project ${asked.join(', ')}`;
}

async function answerOf(address: string, query: string): Promise<readonly unknown[] | undefined> {
  const url = new URL(address);
  const response = await fetch(new URL('/v1/rest/query', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ db: url.searchParams.get('db') ?? 'NetDefaultDB', csl: query }),
  });
  const body = await response.text();
  if (!response.ok) {
    throw new Error(`${response.status}: ${body.slice(0, 500)}`);
  }
  const { Tables } = JSON.parse(body) as { Tables: { Rows: unknown[][] }[] };
  return Tables[0]?.Rows[0];
}

it('the queries that a real engine would get are valid', () => {
  const [first] = observedRows;
  expect(analyse(queryOf(first!.row), {})).toEqual([]);
});

const address = process.env.KUSTO_URL;
const title = 'a real Kusto engine';
const missing = 'no KUSTO_URL; set it to the address of one to run these tests';

if (address === undefined) {
  process.stderr.write(`skipped: ${title}: ${missing}\n`);
}
(address === undefined ? describe.skip : describe)(
  address === undefined ? `${title} (skipped: ${missing})` : title,
  () => {
    it.each(observedRows.map((observed) => [observed.title, observed.row] as const))('%s', async (_, row) => {
      const [expected] = inTypeScript([row]);
      expect(await answerOf(address ?? '', queryOf(row))).toEqual(asked.map((name) => expected![name]));
    });
  },
);
