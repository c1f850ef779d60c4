/** The built backend as a process, driven by Grafana's own SDK. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtinCatalogue, owners } from '../../src/core/scenarios';
import { builtExecutable } from '../support/built-plugin';
import { observedRange, observedRows, recordOf } from '../support/gateway-records';
import { buildPeer, GrafanaPeer, type PeerField, type PeerFrame } from '../support/grafana-peer';
import { describeWith } from '../support/requirements';

jest.setTimeout(60_000);

const STEP = 600_000;
const demo = { uid: 'demo', updated: 1, jsonData: { source: 'demo' } };
const files = (wanted: string, updated = 1) => ({
  uid: 'files',
  updated,
  jsonData: { source: 'files', path: wanted },
});

/** What the observed rows are as a series, worked out from their expected scenarios alone. */
function expectedSeries(): { readonly times: number[]; readonly counts: ReadonlyMap<string, number[]> } {
  const times = Array.from({ length: 6 }, (_, i) => observedRange.from + i * STEP);
  const counts = new Map<string, number[]>();
  for (const { row, expected } of observedRows) {
    const masked = row.ResponseCode === 200 && row.LastErrorReason === 'Timeout';
    if (expected !== 'none' && !masked) {
      const slot = Math.floor((Number(row.TimeGenerated) - observedRange.from) / STEP);
      const list = counts.get(expected) ?? times.map(() => 0);
      list[slot] = (list[slot] ?? 0) + 1;
      counts.set(expected, list);
    }
  }
  return { times, counts };
}

/** The observed rows are of the range's first minutes. */
const beyond = { severity: 'info', text: expect.stringContaining('The log files hold requests from') };

const total = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

function expectedField(id: string): Omit<PeerField, 'config'> & { config: unknown } {
  const scenario = builtinCatalogue.scenarios.find((one) => one.id === id)!;
  return {
    name: 'count',
    type: 'number',
    typeInfo: { frame: 'float64', nullable: true },
    labels: { scenario: id, family: scenario.family, owner: scenario.owner },
    config: {
      displayNameFromDS: scenario.title,
      description: `${scenario.summary} Owner: ${owners[scenario.owner]}.`,
      unit: 'short',
      color: { mode: 'fixed', fixedColor: expect.any(String) },
      links: [
        {
          title: `Runbook: ${scenario.title}`,
          url: `/a/gatewaylens-apim-app/runbook/${id}?from=\${__from}&to=\${__to}`,
        },
        { title: scenario.links[0]!.title, url: scenario.links[0]!.url, targetBlank: true },
      ],
    },
  };
}

describeWith('go', 'the backend under Grafana’s SDK', () => {
  let folder: string;
  let peer: GrafanaPeer;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
    for (const shape of ['resource', 'export'] as const) {
      const lines = observedRows.map(({ row }) => JSON.stringify(recordOf(row, shape)));
      writeFileSync(path.join(folder, `${shape}.ndjson`), lines.join('\n'));
    }
    peer = new GrafanaPeer(buildPeer(), builtExecutable(), { GF_PLUGIN_FILES_FOLDER: folder });
  }, 600_000);

  afterAll(async () => {
    await peer.stop();
    rmSync(folder, { recursive: true });
  });

  const ask = (json: object, dataSource = files('resource.ndjson')) =>
    peer.query(dataSource, [{ refId: 'A', ...observedRange, json }]);

  it.each(['resource', 'export'])('gives exactly the expected frame for the shape %s', async (shape) => {
    const { A } = await ask({ kind: 'scenario-series', step: '10m', top: 100 }, files(`${shape}.ndjson`));
    const { times, counts } = expectedSeries();
    const rest = (id: string) => Number(id === 'unclassified');
    const order = builtinCatalogue.scenarios
      .map(({ id }) => id)
      .filter((id) => counts.has(id))
      .sort((a, b) => rest(a) - rest(b) || total(counts.get(b)!) - total(counts.get(a)!));
    const [frame] = A!.frames as [PeerFrame];
    expect(A).toMatchObject({ error: '', status: 200 });
    expect(frame.schema).toMatchObject({
      name: 'failures',
      refId: 'A',
      meta: { type: 'timeseries-wide', typeVersion: [0, 1], preferredVisualisationType: 'graph' },
    });
    expect(frame.schema.fields).toEqual([
      { name: 'time', type: 'time', typeInfo: { frame: 'time.Time' } },
      ...order.map(expectedField),
    ]);
    expect(frame.data.values).toEqual([times, ...order.map((id) => counts.get(id))]);
    expect(frame.schema.meta!.custom).toMatchObject({
      kind: 'scenario-series',
      catalogueVersion: builtinCatalogue.version,
      stepMs: STEP,
      totals: { failed: total([...counts.values()].map(total)), masked: 1, succeeded: 2 },
      incomplete: [],
    });
  });

  const alert = { headers: { FromAlert: 'true' } };

  it('gives an alert rule one number per scenario, zero where it did not occur, and no cards', async () => {
    const json = {
      kind: 'scenario-series',
      result: 'window',
      scenarios: ['backend-timeout', 'quota-exceeded'],
      where: [{ dimension: 'service', op: 'notIn', values: ['elsewhere'] }],
    };
    const { counts } = expectedSeries();
    const { A } = await peer.query(files('resource.ndjson'), [{ refId: 'A', ...observedRange, json }], alert);
    const [frame] = A!.frames as [PeerFrame];
    expect(frame.schema.meta).toEqual({
      type: 'numeric-wide',
      typeVersion: [0, 1],
      executedQueryString: expect.any(String),
      notices: [beyond],
    });
    expect(
      frame.schema.fields.map(({ labels }, i) => [labels?.scenario, frame.data.values[i]]).sort(),
    ).toEqual([
      ['backend-timeout', [total(counts.get('backend-timeout')!)]],
      ['quota-exceeded', [total(counts.get('quota-exceeded') ?? [])]],
    ]);
  });

  it('gives an alert rule every series, however many, and no cards', async () => {
    const json = { kind: 'scenario-series', step: '10m', top: 1 };
    const query = { refId: 'A', ...observedRange, json };
    const { A } = await peer.query(files('resource.ndjson'), [query], alert);
    const [frame] = A!.frames as [PeerFrame];
    expect(frame.schema.meta).toEqual({
      type: 'timeseries-wide',
      typeVersion: [0, 1],
      preferredVisualisationType: 'graph',
      executedQueryString: expect.any(String),
      notices: [beyond],
    });
    expect(
      frame.schema.fields
        .slice(1)
        .map(({ labels }) => labels?.scenario)
        .sort(),
    ).toEqual(builtinCatalogue.scenarios.map(({ id }) => id).sort());
  });

  it.each(['series', 'window'])('tells an alert rule no data from no failures, as %s', async (result) => {
    const { A } = await peer.query(
      files('resource.ndjson'),
      [
        {
          refId: 'A',
          from: observedRange.from - 7_200_000,
          to: observedRange.from,
          json: { kind: 'scenario-series', result, scenarios: ['backend-timeout'] },
        },
      ],
      alert,
    );
    const [frame] = A!.frames as [PeerFrame];
    expect([A!.error, frame.schema.fields, frame.data.values]).toEqual(['', [], []]);
    expect(frame.schema.meta).toEqual({
      type: result === 'window' ? 'numeric-wide' : 'timeseries-wide',
      typeVersion: [0, 1],
      ...(result === 'window' ? {} : { preferredVisualisationType: 'graph' }),
      executedQueryString: expect.any(String),
      notices: [beyond, { severity: 'warning', text: expect.stringContaining('No requests at all') }],
    });
  });

  it('filters, splits and gives shares', async () => {
    const json = {
      kind: 'scenario-series',
      result: 'window',
      scenarios: ['backend-connect-timeout'],
      splitBy: 'backendHost',
      as: 'share',
      where: [{ dimension: 'backendHost', op: 'in', values: ['contoso.azure-api.net'] }],
    };
    const { A } = await ask(json);
    const [frame] = A!.frames as [PeerFrame];
    expect(frame.schema.fields.map(({ labels }) => labels)).toEqual([
      {
        scenario: 'backend-connect-timeout',
        family: 'backend-connection',
        owner: 'network',
        backendHost: 'contoso.azure-api.net',
      },
    ]);
    expect(frame.data.values).toEqual([[1]]);
  });

  it('answers good queries beside bad ones, each of those with its own error', async () => {
    const queries = {
      good: { kind: 'scenario-series' },
      kind: { kind: 'taxonomyy' },
      field: { kind: 'scenario-series', as: 'counts' },
      unknown: { kind: 'scenario-series', splitby: 'api' },
      newer: { kind: 'scenario-series', version: 99 },
      scenario: { kind: 'scenario-series', scenarios: ['nope'] },
      text: 'not an object',
    };
    const answers = await peer.query(
      files('resource.ndjson'),
      Object.entries(queries).map(([refId, json]) => ({ refId, ...observedRange, json })),
    );
    const errors = Object.fromEntries(
      Object.entries(answers).map(([refId, { error, status, errorSource }]) => [
        refId,
        [status, errorSource, error],
      ]),
    );
    expect(errors).toEqual({
      good: [200, '', ''],
      kind: [
        400,
        'downstream',
        expect.stringMatching(/no kind of query “taxonomyy”.*scenario-series.*\(query-kind-unknown\)/),
      ],
      field: [400, 'downstream', expect.stringMatching(/field “as” is wrong.*\(query-field-invalid\)/)],
      unknown: [
        400,
        'downstream',
        expect.stringMatching(/“splitby”.*“splitBy” is probably meant.*\(query-field-unknown\)/),
      ],
      newer: [400, 'downstream', expect.stringMatching(/newer version.*\(query-newer\)/)],
      scenario: [400, 'downstream', expect.stringMatching(/no scenario “nope”.*\(scenario-unknown\)/)],
      text: [400, 'downstream', expect.stringMatching(/no JSON object.*\(query-unreadable\)/)],
    });
  });

  it('refuses an empty range and a step that nobody could read', async () => {
    const { A, B } = await peer.query(demo, [
      { refId: 'A', from: 5, to: 5, json: {} },
      { refId: 'B', from: 0, to: 3.2e12, json: { step: '10s' } },
    ]);
    expect([A!.error, B!.error]).toEqual([
      expect.stringContaining('(range-invalid)'),
      expect.stringContaining('(too-many-buckets)'),
    ]);
  });

  it('says what is healthy and what is not', async () => {
    expect(await peer.health(demo)).toMatchObject({
      status: 'OK',
      message: expect.stringContaining('Invented requests'),
    });
    expect(await peer.health(files('*.ndjson'))).toMatchObject({
      status: 'OK',
      message: `${2 * observedRows.length} gateway records; files read: 2. ${builtinCatalogue.scenarios.length} scenarios.`,
    });
    expect(await peer.health(files('missing/', 2))).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('No log file matches “missing/”'),
    });
    expect(await peer.health(files('../', 3))).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('leaves the folder'),
    });
    expect(await peer.health({ ...demo, jsonData: { source: 'oracle' }, updated: 4 })).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('setting “source” is wrong'),
    });
  });

  it('works with a team’s own scenarios, and names those that are left out', async () => {
    const { examples: _, ...timeout } = builtinCatalogue.scenarios.find(({ id }) => id === 'backend-timeout')!;
    const own = (id: string) => ({ ...timeout, id, title: 'Our timeout' });
    writeFileSync(path.join(folder, 'scenarios.json'), JSON.stringify([own('own-timeout'), own('Bad Id')]));
    const ofTeam = {
      uid: 'team',
      updated: 1,
      jsonData: {
        ...files('resource.ndjson').jsonData,
        customScenariosFile: 'scenarios.json',
        disabledScenarios: ['quota-exceeded'],
        sampling: [{ percent: 10 }],
      },
    };
    const json = { kind: 'scenario-series', result: 'window', scenarios: ['own-timeout', 'backend-timeout'] };
    const { A } = await ask(json, ofTeam);
    const [frame] = A!.frames as [PeerFrame];
    const timeouts = total(expectedSeries().counts.get('backend-timeout')!);
    expect(frame.schema.fields.map(({ labels }, i) => [labels?.scenario, frame.data.values[i]])).toEqual([
      ['own-timeout', [timeouts]],
      ['backend-timeout', [0]],
    ]);
    expect(frame.schema.meta!.notices).toEqual([
      beyond,
      { severity: 'warning', text: expect.stringContaining('Only 10 % of the requests are logged (sampling)') },
    ]);
    expect(await peer.health(ofTeam)).toMatchObject({
      status: 'OK',
      message: expect.stringContaining(
        `${builtinCatalogue.scenarios.length} scenarios, 1 of them custom, 1 disabled. Custom scenarios left out: Bad Id.`,
      ),
    });
    expect(await peer.resource(ofTeam, 'catalogue', 'GET')).toMatchObject({
      body: {
        provenance: { 'own-timeout': { origin: 'file', overridden: [] } },
        disabled: [{ id: 'quota-exceeded' }],
        issues: [{ code: 'custom-scenario-invalid', path: 'customScenariosFile.1.id', skipped: 'Bad Id' }],
      },
    });
  }); // prettier-ignore

  it('offers the values of a dimension, and explains a request by its id', async () => {
    const dataSource = files('resource.ndjson');
    const values = { dimension: 'method', range: observedRange, limit: 1 };
    const count = expect.any(Number) as number;
    expect(await peer.resource(dataSource, 'values', 'POST', values)).toMatchObject({
      status: 200,
      body: { values: [{ value: expect.any(String), count }], more: expect.any(Boolean) },
    });
    const wanted = observedRows.find(({ expected }) => expected === 'backend-timeout')!.row;
    const request = { correlationId: wanted.CorrelationId, range: observedRange };
    expect(await peer.resource(dataSource, 'explain', 'POST', request)).toMatchObject({
      status: 200,
      body: { scenario: { id: 'backend-timeout' }, classification: { outcome: 'failed' } },
    });
    expect(await peer.resource(dataSource, 'explain', 'POST', { ...request, correlationId: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'row-not-found', hint: expect.stringContaining('range') },
    });
  }); // prettier-ignore

  it('gives its numbers to Prometheus, and nothing of queries or logs', async () => {
    await ask({ kind: 'taxonomy', splitby: 'secret-value' });
    await ask({ kind: 'secret-value' });
    const text = await peer.metrics();
    for (const line of [
      /^gatewaylens_queries_total\{kind="scenario-series",outcome="ok"\} \d+$/m,
      /^gatewaylens_queries_total\{kind="taxonomy",outcome="error"\} 1$/m,
      /^gatewaylens_queries_total\{kind="unknown",outcome="error"\} [1-9]\d*$/m,
      /^gatewaylens_query_duration_seconds_bucket\{le="0.05",kind="scenario-series"\} \d+$/m,
      /^gatewaylens_errors_total\{code="query-field-unknown"\} \d+$/m,
      /^gatewaylens_downstream_requests_total\{source="files",outcome="ok"\} \d+$/m,
      /^gatewaylens_memory_bytes\{part="resident"\} \d+$/m,
    ]) {
      expect(text).toMatch(line);
    }
    expect(text).not.toContain('secret-value');
  });

  it('tells what could not be read beside the numbers', async () => {
    const [first = ''] = observedRows.map(({ row }) => JSON.stringify(recordOf(row, 'resource')));
    writeFileSync(path.join(folder, 'damaged.log'), `${first}\n{broken\n`);
    const { A } = await ask({ kind: 'scenario-series' }, files('damaged.log', 5));
    expect((A!.frames as [PeerFrame])[0].schema.meta!.notices).toEqual([
      {
        severity: 'warning',
        text: 'Not counted, because they are no gateway records with a time: 1 of 2 records of the log files.',
      },
      beyond,
    ]);
  });

  it('offers the catalogue and the query as KQL', async () => {
    const catalogue = await peer.resource(demo, 'catalogue', 'GET');
    expect(catalogue).toMatchObject({
      status: 200,
      body: { order: builtinCatalogue.scenarios.map(({ id }) => id), version: builtinCatalogue.version },
    });
    const kql = await peer.resource(demo, 'kql', 'POST', { query: {}, range: observedRange });
    expect(kql).toMatchObject({
      status: 200,
      body: {
        queries: [
          expect.stringMatching(
            /^ApiManagementGatewayLogs\n\| where TimeGenerated >= datetime\(2026-11-01T12.*by Bucket/s,
          ),
          expect.stringMatching(/^ApiManagementGatewayLogs\n.*\| summarize Count = count\(\) by Outcome\n/s),
        ],
      },
    });
    expect(await peer.resource(demo, 'kql', 'POST', { query: {} })).toMatchObject({
      status: 400,
      body: { code: 'range-invalid' },
    });
    expect(await peer.resource(demo, 'kql', 'GET')).toMatchObject({
      status: 405,
      body: { code: 'method-wrong' },
    });
    expect(await peer.resource(demo, 'constructor', 'GET')).toMatchObject({
      status: 404,
      body: { code: 'resource-unknown' },
    });
  });

  it('answers twenty at once, and others while some are cancelled', async () => {
    const week = { from: Date.now() - 7 * 86_400_000, to: Date.now() };
    const long = [{ refId: 'A', ...week, json: { splitBy: 'operation', step: '1h' } }];
    const cancelled = [1, 2, 3, 4].map(() =>
      expect(peer.query(demo, long, { cancelAfter: 50 })).rejects.toThrow(/cancel/i),
    );
    const short = { refId: 'A', from: Date.now() - 600_000, to: Date.now(), json: {} };
    const answers = await Promise.all(Array.from({ length: 20 }, () => peer.query(demo, [short])));
    expect(answers.map(({ A }) => A!.status)).toEqual(new Array(20).fill(200));
    await Promise.all(cancelled);
  });
});
