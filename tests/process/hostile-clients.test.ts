/** What the built backend answers to clients that mean it harm, or that were unlucky. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ChannelCredentials, Client, status, type ServiceError } from '@grpc/grpc-js';
import { tableFromIPC } from 'apache-arrow';
import { builtExecutable } from '../support/built-plugin';
import { PluginProcess, type AskedResource } from '../support/plugin-process';

jest.setTimeout(300_000);

const HOUR = 3_600_000;
const demo = { uid: 'demo', jsonData: { source: 'demo' } };
const range = { from: Date.now() - HOUR, to: Date.now() };
let plugin: PluginProcess;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
  plugin = await PluginProcess.start([builtExecutable()], { GF_PLUGIN_FILES_FOLDER: folder });
});

afterAll(async () => {
  await plugin.stop();
  rmSync(folder, { recursive: true });
});

/** What is said of each of these queries, asked at once. */
async function problemsOf(queries: readonly object[], of: { uid: string; jsonData: object } = demo) {
  const asked = queries.map((json) => ({ ...range, json }));
  return (await plugin.query(of, asked))!.map(({ error }) => /\(([a-z-]+)\)$/.exec(error)?.[1] ?? error);
}

afterEach(async () => {
  expect([await problemsOf([{ kind: 'freshness' }]), plugin.isRunning]).toEqual([[''], true]);
});

it('refuses what is no message, and goes on', async () => {
  const client = new Client(`unix:${plugin.socket}`, ChannelCredentials.createInsecure());
  const send = (method: string, bytes: Buffer) =>
    new Promise<ServiceError | null>((resolve) =>
      client.makeUnaryRequest(method, (sent: Buffer) => sent, (got: Buffer) => got, bytes, resolve),
    );
  const noise = Buffer.from([0xff, 0xff, 0xff, 1, 2, 3]);
  for (const method of ['Data/QueryData', 'Diagnostics/CheckHealth', 'Resource/CallResource']) {
    expect((await send(`/pluginv2.${method}`, noise))?.code).toBe(status.INTERNAL);
  }
  expect((await send('/pluginv2.Stream/RunStream', noise))?.code).toBe(status.UNIMPLEMENTED);
  client.close();
}); // prettier-ignore

it('answers the first hundred of thousands of queries, and others meanwhile', async () => {
  const many = problemsOf(Array.from({ length: 2000 }, () => ({ kind: 'freshness' })));
  expect(await problemsOf([{ kind: 'freshness' }], { ...demo, uid: 'other' })).toEqual(['']);
  const said = await many;
  expect([said.slice(0, 100).filter(Boolean), new Set(said.slice(100))]).toEqual([
    [],
    new Set(['too-many-queries']),
  ]);
});

it('refuses each enormous or crooked query by itself', async () => {
  const fields = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`field${i}`, i]));
  const deep = JSON.parse(`${'['.repeat(1000)}${']'.repeat(1000)}`) as object;
  const text = (json: string) => JSON.parse(json) as object;
  expect(
    await problemsOf([
      { scenarios: ['x'.repeat(5 * 2 ** 20)] },
      fields(100_000),
      { where: deep },
      { where: [{ dimension: '__proto__', op: 'in', values: [] }] },
      { scenarios: ['__proto__'] },
      { kind: 'constructor' },
      text('{"__proto__": {"kind": "kql"}, "kind": "freshness"}'),
      {
        kind: 'freshness',
        where: [{ dimension: 'api', op: 'notIn', values: ["a\0b'", '\ud800', '\u2028'] }],
      },
    ]),
  ).toEqual([
    'query-too-large',
    'query-field-unknown',
    'query-field-invalid',
    'query-field-invalid',
    'scenario-unknown',
    'query-kind-unknown',
    '',
    '',
  ]);
});

it('keeps two organisations with the same uid apart', async () => {
  const row = { TimeGenerated: new Date(range.to - 60_000).toISOString(), Category: 'GatewayLogs', CorrelationId: 'one', ResponseCode: 500, IsRequestSuccess: false };
  writeFileSync(path.join(folder, 'a.json'), JSON.stringify(row));
  const of = { uid: 'same', jsonData: { source: 'files', path: 'a.json' }, orgId: 2 };
  const asked = [{ ...range, json: { kind: 'failures' } }];
  const rows = async (dataSource: typeof of) =>
    tableFromIPC((await plugin.query(dataSource, asked))![0]!.frames[0]!).numRows;
  const [theirs, ours] = await Promise.all([rows({ ...of, jsonData: { source: 'demo', path: '' }, orgId: 1 }), rows(of)]);
  expect([theirs > 1, ours]).toEqual([true, 1]);
}); // prettier-ignore

it('answers when its settings change all the time', async () => {
  const said = await Promise.all(
    Array.from({ length: 40 }, (_, i) =>
      problemsOf([{ kind: 'freshness' }], { uid: 'busy', jsonData: { source: i % 2 ? 'demo' : 'oracle', i: i % 5 } }),
    ),
  );
  expect(said.flat()).toEqual(said.map((_, i) => (i % 2 ? '' : 'settings-invalid')));
}); // prettier-ignore

it('refuses settings that nest without end', async () => {
  const deep = JSON.parse(`${'['.repeat(500)}${']'.repeat(500)}`) as object;
  const of = { uid: 'deep', jsonData: { source: 'demo', customScenarios: deep } };
  expect(await problemsOf([{ kind: 'freshness' }], of)).toEqual(['settings-invalid']);
  expect((await plugin.health(of)).message).toContain('nested too deeply');
});

it('lets nobody but editors have query strings, nor but administrators the list of scopes', async () => {
  const explained = { correlationId: 'x', range, queryStrings: true };
  for (const [role, scopes, strings] of [
    ['Viewer', 403, 403],
    ['', 403, 403],
    ['admin', 403, 403],
    ['Editor', 403, 404],
    ['Admin', 502, 404],
  ] as const) {
    const of = { ...demo, role };
    expect([
      role,
      await plugin.resource(of, 'scopes'),
      await plugin.resource(of, 'explain', explained),
    ]).toEqual([role, scopes, strings]);
  }
});

it('knows no resources but its own, however they are asked for', async () => {
  for (const wanted of ['', '/', '../catalogue', 'catalogue/', '__proto__', 'constructor', 'kql\0', 'x'.repeat(2 ** 20)]) {
    expect([wanted, await plugin.resource(demo, wanted)]).toEqual([wanted, 404]);
  }
}); // prettier-ignore

/** Status and code of the answer to a resource. */
async function saidOf(asked: AskedResource): Promise<string> {
  const { status: answered, body } = await plugin.callResource(demo, asked);
  return `${answered} ${(JSON.parse(body) as { code?: string }).code ?? 'answered'}`;
}

it('takes each resource by its own method alone', async () => {
  const said = (method: string, path: string) => saidOf({ method, path, body: '{}' });
  for (const method of ['HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'get', '', 'G\0ET', 'x'.repeat(10_000)]) {
    expect([method, await said(method, 'catalogue'), await said(method, 'values')]).toEqual([
      method,
      '405 method-wrong',
      '405 method-wrong',
    ]);
  }
  expect([await said('POST', 'catalogue'), await said('GET', 'kql')]).toEqual(['405 method-wrong', '405 method-wrong']);
}); // prettier-ignore

it('says of each body that it cannot read what is wrong with it', async () => {
  const values = { dimension: 'api', range };
  const said = (body: string) => saidOf({ method: 'POST', path: 'values', body });
  for (const body of ['', '{', 'null', '[]', '"text"', '7', '<xml/>', 'a=1&a=2', '\0', '\ufeff{}', '{"dimension": "api"', '['.repeat(100_000)]) {
    expect([body.slice(0, 20), await said(body)]).toEqual([body.slice(0, 20), '400 request-invalid']);
  }
  expect(await said(JSON.stringify({ ...values, more: 1 }))).toBe('400 request-invalid');
  expect(await said(`"${'x'.repeat(5 * 2 ** 20)}"`)).toBe('413 request-too-large');
  expect(await said(JSON.stringify(values))).toBe('200 answered');
}); // prettier-ignore

it('reads a resource by its path and body, whatever is said beside them', async () => {
  const body = JSON.stringify({ dimension: 'api', range });
  for (const type of ['text/plain', 'multipart/form-data', 'application/json; charset=utf-16', '', '\0']) {
    const headers = { 'Content-Type': { values: [type, 'x/y'] } };
    expect(await saidOf({ method: 'POST', path: 'values', body, headers })).toBe('200 answered');
  }
  for (const search of ['?', '?a=1&a=2', '?dimension=service&dimension=api', `?${'x'.repeat(100_000)}`]) {
    expect(await saidOf({ method: 'GET', path: 'catalogue', body: '', url: `catalogue${search}` })).toBe(
      '200 answered',
    );
  }
});

/**
 * Asks for values and a query so many times, and gives up all of it within a tenth of a second.
 * @returns what became of the values: 499 where they were given up in time
 */
async function giveUp(times: number): Promise<readonly number[]> {
  const body = JSON.stringify({ dimension: 'operation', range });
  const one = async (_: unknown, i: number) => {
    const controller = new AbortController();
    const answers = [
      plugin.callResource(demo, { method: 'POST', path: 'values', body }, controller.signal),
      plugin.query(demo, [{ ...range, json: { kind: 'freshness' } }], controller.signal),
    ] as const;
    setTimeout(() => controller.abort(), i % 100);
    const [{ status }] = await Promise.all(answers);
    return status;
  };
  return Promise.all(Array.from({ length: times }, one));
}

it('answers others while hundreds of calls are given up', async () => {
  const other = problemsOf([{ kind: 'taxonomy' }], { ...demo, uid: 'other' });
  expect(await giveUp(400)).toContain(499);
  expect(await other).toEqual(['']);
});
