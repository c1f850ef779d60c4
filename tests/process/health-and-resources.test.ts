/** All that the built backend answers beside queries, asked by Grafana's own SDK. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { builtinCatalogue } from '../../src/core/scenarios';
import { demo, describeBackend, files } from '../support/backend-over-logs';
import { eventually } from '../support/eventually';
import { observedRange, observedRows } from '../support/gateway-records';
import type { PeerFrame } from '../support/grafana-peer';
import { beyond, expectedSeries, observedLogs, total } from '../support/observed-logs';

jest.setTimeout(600_000);

describeBackend('health, resources and metrics under Grafana’s SDK', observedLogs, (backend) => {
  const ask = (json: object, dataSource = files('resource.ndjson')) =>
    backend.peer.query(dataSource, [{ refId: 'A', ...observedRange, json }]);

  it('says what is healthy and what is not', async () => {
    expect(await backend.peer.health(demo)).toMatchObject({
      status: 'OK',
      message: expect.stringContaining('Invented requests'),
    });
    expect(await backend.peer.health(files('*.ndjson'))).toMatchObject({
      status: 'OK',
      message: `${2 * observedRows.length} gateway records; files read: 2. ${builtinCatalogue.scenarios.length} scenarios.`,
    });
    expect(await backend.peer.health(files('missing/', 2))).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('No log file matches “missing/”'),
    });
    expect(await backend.peer.health(files('../', 3))).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('leaves the folder'),
    });
    expect(await backend.peer.health({ ...demo, jsonData: { source: 'oracle' }, updated: 4 })).toMatchObject({
      status: 'ERROR',
      message: expect.stringContaining('setting “Source” (source) is wrong'),
    });
  });

  it('works with a team’s own scenarios, and names those that are left out', async () => {
    const { examples: _, ...timeout } = builtinCatalogue.scenarios.find(({ id }) => id === 'backend-timeout')!;
    const own = (id: string) => ({ ...timeout, id, title: 'Our timeout' });
    writeFileSync(path.join(backend.folder, 'scenarios.json'), JSON.stringify([own('own-timeout'), own('Bad Id')]));
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
      beyond(backend),
      { severity: 'warning', text: expect.stringContaining('Only 10 % of the requests are logged (sampling)') },
    ]);
    expect(await backend.peer.health(ofTeam)).toMatchObject({
      status: 'OK',
      message: expect.stringContaining(
        `${builtinCatalogue.scenarios.length} scenarios, 1 of them custom, 1 disabled. Custom scenarios left out: Bad Id.`,
      ),
    });
    expect(await backend.peer.resource(ofTeam, 'catalogue', 'GET')).toMatchObject({
      body: {
        provenance: { 'own-timeout': { origin: 'file', overridden: [] } },
        disabled: [{ id: 'quota-exceeded' }],
        issues: [{ code: 'custom-scenario-invalid', path: 'customScenariosFile.1.id', skipped: 'Bad Id' }],
      },
    });
  }); // prettier-ignore

  it('follows a file of scenarios that changes', async () => {
    const { examples: _, ...timeout } = builtinCatalogue.scenarios.find(({ id }) => id === 'backend-timeout')!;
    const write = (...ids: string[]) =>
      writeFileSync(path.join(backend.folder, 'changing.json'), JSON.stringify(ids.map((id) => ({ ...timeout, id }))));
    const team = { uid: 'changing', updated: 1, jsonData: { source: 'demo', customScenariosFile: 'changing.json' } };
    const own = async () => {
      const { body } = await backend.peer.resource(team, 'catalogue', 'GET');
      return (body as { order: string[] }).order.filter((id) => id.startsWith('own-'));
    };
    write('own-a');
    expect(await own()).toEqual(['own-a']);
    write('own-a', 'own-b');
    await eventually(async () => expect(await own()).toEqual(['own-a', 'own-b']));
  }); // prettier-ignore

  it('offers the values of a dimension, and explains a request by its id', async () => {
    const dataSource = files('resource.ndjson');
    const values = { dimension: 'method', range: observedRange, limit: 1 };
    const count = expect.any(Number) as number;
    expect(await backend.peer.resource(dataSource, 'values', 'POST', values)).toMatchObject({
      status: 200,
      body: { values: [{ value: expect.any(String), count }], more: expect.any(Boolean) },
    });
    const wanted = observedRows.find(({ expected }) => expected === 'backend-timeout')!.row;
    const request = { correlationId: wanted.CorrelationId, range: observedRange };
    expect(await backend.peer.resource(dataSource, 'explain', 'POST', request)).toMatchObject({
      status: 200,
      body: { scenario: { id: 'backend-timeout' }, classification: { outcome: 'failed' } },
    });
    expect(await backend.peer.resource(dataSource, 'explain', 'POST', { ...request, correlationId: 'x' })).toMatchObject({
      status: 404,
      body: { code: 'row-not-found', hint: expect.stringContaining('range') },
    });
  }); // prettier-ignore

  it('gives its numbers to Prometheus, and nothing of queries or logs', async () => {
    await ask({ kind: 'taxonomy', splitby: 'secret-value' });
    await ask({ kind: 'secret-value' });
    const text = await backend.peer.metrics();
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

  it('offers the catalogue and the query as KQL', async () => {
    const catalogue = await backend.peer.resource(demo, 'catalogue', 'GET');
    expect(catalogue).toMatchObject({
      status: 200,
      body: { order: builtinCatalogue.scenarios.map(({ id }) => id), version: builtinCatalogue.version },
    });
    const kql = await backend.peer.resource(demo, 'kql', 'POST', { query: {}, range: observedRange });
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
    expect(await backend.peer.resource(demo, 'kql', 'POST', { query: {} })).toMatchObject({
      status: 400,
      body: { code: 'request-invalid' },
    });
    expect(await backend.peer.resource(demo, 'kql', 'GET')).toMatchObject({
      status: 405,
      body: { code: 'method-wrong' },
    });
    expect(
      await backend.peer.resource(demo, 'explain', 'POST', { text: 'x'.repeat(5 * 2 ** 20) }),
    ).toMatchObject({
      status: 413,
      body: { code: 'request-too-large' },
    });
    expect(await backend.peer.resource(demo, 'constructor', 'GET')).toMatchObject({
      status: 404,
      body: { code: 'resource-unknown' },
    });
  });
});
