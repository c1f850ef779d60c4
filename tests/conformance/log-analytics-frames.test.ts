/** Every kind of query, with its options: through the SDK, HTTPS and executed KQL the frames of the embedded source. */
import { queryData } from '../../src/backend/handlers/query-data';
import type { LogSource } from '../../src/backend/sources/log-source';
import { ESTIMATE, type Field, type Frame } from '../../src/core/frames';
import { rowWith } from '../../src/core/log';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { fullRow, observedRange, observedRows, recordOf, resourceTable } from '../support/gateway-records';
import { instanceOf } from '../support/instance';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { LogFolder } from './support/log-folder';
import { changes, hostileValues, type Change } from './support/queries';

jest.setTimeout(600_000);

const rows = [
  ...observedRows.map(({ row }, i) =>
    rowWith({
      ...row,
      _ResourceId: `/subscriptions/s/resourceGroups/g/providers/Microsoft.ApiManagement/service/Contoso-${i % 2}`,
      BackendUrl: row.BackendUrl || `https://${i % 3 === 0 ? 'a' : 'b'}.example/x`,
      ApiId: `api-${i % 5}`,
      Region: 'West Europe',
      CallerIpAddress: i % 4 === 0 ? '' : `10.0.0.${i % 7}`,
      OperationId: i % 2 === 0 ? hostileValues[(i / 2) % hostileValues.length]! : 'plain',
    }),
  ),
  fullRow,
];
const { signal } = new AbortController();

/** What both have to agree on; the rest tells how it was read. */
const shown = ({ name, fields, meta }: Frame) => {
  const { executedQueryString: _, stats: __, notices = [], ...rest } = meta;
  const told = notices.filter(({ text }) => !/^The log files hold requests|^Read \d+ s ago/.test(text));
  return { name, fields, meta: { ...rest, notices: told } };
};

type Shown = ReturnType<typeof shown>;

/** Azure’s percentiles and distinct counts are called estimates, those of the embedded engine are exact. */
const asIfExact = ({ fields, ...frame }: Shown) => ({ ...frame, fields: fields.map(exactly) });
function exactly(field: Field): Field {
  const { displayNameFromDS: title = '', description: _, ...rest } = field.config ?? {};
  return title.endsWith(ESTIMATE)
    ? { ...field, config: { ...rest, displayNameFromDS: title.slice(0, -ESTIMATE.length - 1) } }
    : field;
}

async function framesOf(source: LogSource, change: Change, forAlert: boolean) {
  const item = { refId: 'A', query: change, range: observedRange, maxDataPoints: 0 };
  const headers = forAlert ? { FromAlert: 'true' } : ({} as Record<string, string>);
  const context = { orgId: 1, user: undefined, dataSource: undefined, headers };
  const instance = instanceOf({ source, now: () => observedRange.to });
  const { frames } = await queryData(item, context, instance, signal);
  return frames.map(shown);
}

describeWith('kqlEngine', 'frames from Log Analytics', (python) => {
  let logs: LogFolder;
  let engine: KqlEngine;
  let fake: FakeWorkspace;
  let answered: ReadonlyMap<string, ReturnType<typeof framesOf>>;
  let requests: number;

  beforeAll(async () => {
    logs = await LogFolder.make();
    await logs.write('rows.json', rows.map((row) => JSON.stringify(recordOf(row, 'resource'))).join('\n'));
    engine = new KqlEngine(python);
    fake = await FakeWorkspace.start({ engine });
    const { columns, rows: logged } = resourceTable(rows);
    await engine.table('ApiManagementGatewayLogs', columns, logged);
    const source = sourceAt(fake, { settings: { timeout: 600 } });
    // All at once, as the panels of a large dashboard ask.
    const asked = Object.entries(changes).map(
      ([title, change]) => [title, framesOf(source, change, false)] as const,
    );
    await Promise.allSettled(asked.map(([, frames]) => frames));
    answered = new Map(asked);
    requests = fake.asked.length;
    await source.dispose();
  });

  afterAll(async () => {
    engine.stop();
    await fake.stop();
    await logs.dispose();
  });

  it.each(Object.entries(changes))('%s', async (title, change) => {
    const embedded = await framesOf(logs.source('rows.json'), change, false);
    const isEmpty = embedded.every(({ fields }) => fields.every(({ values }) => values.length === 0));
    // A few requests of a scenario need not be an episode.
    expect(isEmpty && title !== 'episodes of one scenario').toBe(false);
    expect((await answered.get(title)!).map(asIfExact)).toEqual(embedded);
  });

  it('calls every percentile and number of callers an estimate', async () => {
    const frames = (await Promise.all(answered.values())).flat();
    const titles = frames.flatMap(({ fields }) =>
      fields.map(({ config }) => config?.displayNameFromDS ?? ''),
    );
    const estimated = titles.filter((title) => /: p\d+|^Callers|^Typical duration/.test(title));
    expect(new Set(estimated.map((title) => title.replace(/^.*: /, '')))).toEqual(
      new Set(['p50', 'p95', 'p99', 'Callers', 'Typical duration'].map((title) => `${title} ${ESTIMATE}`)),
    );
  });

  it('took a few requests for all of them', () => {
    expect(requests).toBeLessThanOrEqual(3);
  });

  const watched: readonly Change[] = [
    { kind: 'scenario-series', result: 'window', splitBy: 'service' },
    { kind: 'scenario-series', as: 'share', step: '1h' },
    { kind: 'taxonomy', previous: false },
    { kind: 'timing', per: 'backendHost' },
  ];
  it.each(watched)('for an alert rule: %j', async (change) => {
    const source = sourceAt(fake, { settings: { timeout: 600 } });
    expect((await framesOf(source, change, true)).map(asIfExact)).toEqual(
      await framesOf(logs.source('rows.json'), change, true),
    );
    expect(fake.asked.at(-1)?.headers['cache-control']).toBe('no-cache');
    await source.dispose();
  });
});
