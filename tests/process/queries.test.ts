/** Queries to the built backend, asked by Grafana's own SDK. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtinCatalogue, owners } from '../../src/core/scenarios';
import { demo, describeBackend, files } from '../support/backend-over-logs';
import { observedRange, observedRows, recordOf } from '../support/gateway-records';
import type { PeerField, PeerFrame } from '../support/grafana-peer';
import { beyond, expectedSeries, observedLogs, STEP, total } from '../support/observed-logs';

jest.setTimeout(600_000);

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
          url: `/a/gatewaylens-apim-app/runbook/${id}?from=\${__from}&to=\${__to}&\${__all_variables}`,
        },
        { title: scenario.links[0]!.title, url: scenario.links[0]!.url, targetBlank: true },
      ],
    },
  };
}

describeBackend('queries under Grafana’s SDK', observedLogs, (backend) => {
  const ask = (json: object, dataSource = files('resource.ndjson')) =>
    backend.peer.query(dataSource, [{ refId: 'A', ...observedRange, json }]);

  it.each(['resource', 'export'])('gives exactly the expected frame for the shape %s', async (shape) => {
    const { A } = await ask({ kind: 'scenario-series', step: '10m', top: 100 }, files(`${shape}.ndjson`));
    const { times, counts, masked } = expectedSeries();
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
      totals: { failed: total([...counts.values()].map(total)), masked, succeeded: 2 },
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
    const { A } = await backend.peer.query(
      files('resource.ndjson'),
      [{ refId: 'A', ...observedRange, json }],
      alert,
    );
    const [frame] = A!.frames as [PeerFrame];
    expect(frame.schema.meta).toEqual({
      type: 'numeric-wide',
      typeVersion: [0, 1],
      executedQueryString: expect.any(String),
      notices: [beyond(backend)],
    });
    expect(
      frame.schema.fields.map(({ labels }, i) => [labels?.scenario, frame.data.values[i]]).sort(),
    ).toEqual([
      ['backend-timeout', [total(counts.get('backend-timeout')!)]],
      ['quota-exceeded', [total(counts.get('quota-exceeded') ?? [])]],
    ]);
  });

  it('gives an alert rule every series, however many, and no cards', async () => {
    const json = { kind: 'scenario-series', result: 'series', step: '10m', top: 1 };
    const query = { refId: 'A', ...observedRange, json };
    const { A } = await backend.peer.query(files('resource.ndjson'), [query], alert);
    const [frame] = A!.frames as [PeerFrame];
    expect(frame.schema.meta).toEqual({
      type: 'timeseries-wide',
      typeVersion: [0, 1],
      preferredVisualisationType: 'graph',
      executedQueryString: expect.any(String),
      notices: [beyond(backend)],
    });
    expect(
      frame.schema.fields
        .slice(1)
        .map(({ labels }) => labels?.scenario)
        .sort(),
    ).toEqual(builtinCatalogue.scenarios.map(({ id }) => id).sort());
  });

  it.each(['series', 'window'])('tells an alert rule no data from no failures, as %s', async (result) => {
    const { A } = await backend.peer.query(
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
      notices: [
        beyond(backend),
        { severity: 'warning', text: expect.stringContaining('No requests at all') },
      ],
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
    const answers = await backend.peer.query(
      files('resource.ndjson'),
      Object.entries(queries).map(([refId, json]) => ({ refId, ...observedRange, json })),
    );
    const errors = Object.fromEntries(
      Object.entries(answers).map(([refId, { error, status, errorSource }]) => [
        refId,
        [status, errorSource, error],
      ]),
    );
    const blamed = backend.sdk === 'newest' ? 'downstream' : ''; // not known to the old one
    expect(errors).toEqual({
      good: [200, '', ''],
      kind: [
        400,
        blamed,
        expect.stringMatching(/no kind of query “taxonomyy”.*scenario-series.*\(query-kind-unknown\)/),
      ],
      field: [400, blamed, expect.stringMatching(/field “as” is wrong.*\(query-field-invalid\)/)],
      unknown: [
        400,
        blamed,
        expect.stringMatching(/“splitby”.*“splitBy” is probably meant.*\(query-field-unknown\)/),
      ],
      newer: [400, blamed, expect.stringMatching(/newer version.*\(query-newer\)/)],
      scenario: [400, blamed, expect.stringMatching(/no scenario “nope”.*\(scenario-unknown\)/)],
      text: [400, blamed, expect.stringMatching(/no JSON object.*\(query-unreadable\)/)],
    });
  });

  it('refuses an empty range and a step that nobody could read', async () => {
    const { A, B } = await backend.peer.query(demo, [
      { refId: 'A', from: 5, to: 5, json: {} },
      { refId: 'B', from: 0, to: 3.2e12, json: { step: '10s' } },
    ]);
    expect([A!.error, B!.error]).toEqual([
      expect.stringContaining('(range-invalid)'),
      expect.stringContaining('(too-many-buckets)'),
    ]);
  });

  it('tells what could not be read beside the numbers', async () => {
    const [first = ''] = observedRows.map(({ row }) => JSON.stringify(recordOf(row, 'resource')));
    writeFileSync(path.join(backend.folder, 'damaged.log'), `${first}\n{broken\n`);
    const { A } = await ask({ kind: 'scenario-series' }, files('damaged.log', 5));
    expect((A!.frames as [PeerFrame])[0].schema.meta!.notices).toEqual([
      {
        severity: 'warning',
        text: 'Not counted, because they are no gateway records that can be read: 1 of 2 records of the log files, in damaged.log; “gatewaylens classify” on the command line tells where and why.',
      },
      beyond(backend),
    ]);
  });

  it('answers twenty at once, and others while some are cancelled', async () => {
    const week = { from: Date.now() - 7 * 86_400_000, to: Date.now() };
    const long = [{ refId: 'A', ...week, json: { splitBy: 'operation', step: '1h' } }];
    const cancelled = [1, 2, 3, 4].map(() =>
      expect(backend.peer.query(demo, long, { cancelAfter: 50 })).rejects.toThrow(/cancel/i),
    );
    const short = { refId: 'A', from: Date.now() - 600_000, to: Date.now(), json: {} };
    const answers = await Promise.all(Array.from({ length: 20 }, () => backend.peer.query(demo, [short])));
    expect(answers.map(({ A }) => A!.status)).toEqual(new Array(20).fill(200));
    await Promise.all(cancelled);
  });
});
