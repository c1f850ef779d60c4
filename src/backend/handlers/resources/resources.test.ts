import { recordOf } from '../../../../tests/support/gateway-records';
import { catalogueWith, HOUR, instanceOf, noon, signal, sourceOf } from '../../../../tests/support/instance';
import { GatewaylensError } from '../../../core/errors';
import { columns, rowWith } from '../../../core/log';
import type { TableCell } from '../../../core/plan';
import { builtinCatalogue } from '../../../core/scenarios';
import type { RequestContext } from '../../messages';
import type { LogSource } from '../../sources/log-source';
import type { Instance } from '../instance';
import { callResource } from './index';

type Asker = Pick<RequestContext, 'user'>;
const range = { from: noon - HOUR, to: noon };
const asker = (role: string) => ({ user: { login: 'somebody', role } });
const call = async (
  path: string,
  body: unknown,
  change: Partial<Instance> = {},
  method = 'POST',
  who: Asker = asker('Editor'),
) =>
  (await callResource({ path, method, body }, instanceOf(change), who, signal)).body as Record<
    string,
    unknown
  >;
const refused = (path: string, body: unknown, change: Partial<Instance> = {}, who?: Asker) =>
  call(path, body, change, 'POST', who).then(
    () => 'answered',
    (problem: unknown) =>
      problem instanceof GatewaylensError ? `${problem.status} ${problem.code}: ${problem.message}` : problem,
  );

describe('catalogue', () => {
  it('gives the scenarios in force, where each comes from, and what was left out', async () => {
    const catalogue = catalogueWith({ disabledScenarios: ['quota-exceeded', 'nope'], overrides: { 'backend-timeout': { owner: 'network' } } });
    const body = await call('catalogue', undefined, { catalogue }, 'GET');
    const { order, scenarios, provenance, disabled, issues } = body as unknown as typeof catalogue & { order: string[] };
    expect(Object.keys(body)).toEqual([
      'version', 'families', 'owners', 'order', 'scenarios', 'own', 'provenance', 'disabled', 'issues',
    ]);
    expect(order).toEqual(builtinCatalogue.scenarios.map(({ id }) => id).filter((id) => id !== 'quota-exceeded'));
    expect(scenarios).toMatchObject({ 'backend-timeout': { owner: 'network', ownerTitle: 'Network team' } });
    expect(provenance['backend-timeout']).toEqual({ origin: 'built-in', overridden: ['owner'] });
    expect(disabled).toEqual([{ id: 'quota-exceeded', title: expect.any(String) }]);
    expect(issues).toEqual([
      {
        code: 'disabled-scenario-unknown',
        path: 'disabledScenarios.1',
        message: 'The scenario “nope” cannot be disabled: there is no such scenario.',
        hint: 'Correct or remove the id in “Scenarios that are not in force” (disabledScenarios).',
      },
    ]);
  }); // prettier-ignore
});

/** A source that read only a part of the logs. */
function partial(rows: readonly (readonly TableCell[])[]): LogSource {
  const source = sourceOf(rows);
  const reading = { plans: 1, waitedMs: 0, tookMs: 0, ageMs: 0, isIncomplete: true };
  return {
    ...source,
    answers: async (plans, on) => (await source.answers(plans, on)).map((one) => ({ ...one, reading })),
  };
}

describe('values', () => {
  it('says that there may be more where only a part was read', async () => {
    const body = { dimension: 'api', range };
    expect(await call('values', body, { source: partial([['a', 3]]) })).toEqual({
      values: [{ value: 'a', count: 3 }],
      more: true,
    });
  });

  it('gives the most frequent values, in the part of the range that has passed', async () => {
    const source = sourceOf([['b', 1], ['a', 3]]);
    const body = { dimension: 'api', range: { ...range, to: noon + HOUR }, search: 'x', limit: 1 };
    expect(await call('values', body, { source })).toEqual({ values: [{ value: 'a', count: 3 }], more: true });
    expect(source.plans).toMatchObject([
      { range, dimensions: ['api'], where: [{ column: 'ApiId', op: 'containsIgnoreCase', value: 'x' }] },
    ]);
  }); // prettier-ignore

  const wrong = (path: string, problem: string) =>
    `400 request-invalid: The request’s field “${path}” is wrong: ${problem}.`;
  it.each([
    [undefined, wrong('body', 'Invalid input: expected object, received undefined')],
    [{ dimension: 'api' }, wrong('range', 'Invalid input: expected object, received undefined')],
    [{ dimension: 'api', range: { from: 1, to: 1 } }, '400 range-invalid: The time range is empty, runs backwards, or leaves the years 1900 to 2261.'],
    [{ dimension: 'api', range, limit: 1001 }, wrong('limit', 'Too big: expected number to be <=1000')],
    [{ dimension: 'api', range, filter: 'x' }, wrong('body', 'Unrecognized key: "filter"')],
    [{ dimension: 'api', range, where: [{ dimension: 'x', op: 'in', values: [] }] }, expect.stringContaining('“where.0.dimension” is wrong')],
    [{ dimension: 'scenario', range }, expect.stringContaining('“dimension” is wrong')],
  ])('refuses %j', async (body, message) => {
    expect(await refused('values', body)).toEqual(message);
  }); // prettier-ignore
});

describe('explain', () => {
  it('does not say of a request that it was not made where only a part was read', async () => {
    expect(await refused('explain', { correlationId: 'abc', range }, { source: partial([]) })).toBe(
      '502 row-not-read: Only a part of the logs was read, and no request with the correlation id “abc” was in it.',
    );
  });

  const row = rowWith({
    TimeGenerated: noon, CorrelationId: 'abc', ResponseCode: 500, IsRequestSuccess: false, TotalTime: 240_000,
    Url: 'https://contoso.azure-api.net/orders?key=1', LastErrorReason: 'Timeout', LastErrorSource: 'forward-request',
  }); // prettier-ignore
  const record = recordOf(row, 'resource');

  it('explains the row that is found by its id, without query strings unless asked for', async () => {
    const source = sourceOf([columns.map(({ name }) => row[name])]);
    const explained = await call('explain', { correlationId: 'abc', range }, { source });
    expect(explained).toMatchObject({
      classification: { outcome: 'failed', scenario: 'backend-timeout' },
      scenario: { id: 'backend-timeout' },
    });
    expect(JSON.stringify(explained)).not.toContain('key=1');
    const withQueries = await call('explain', { correlationId: 'abc', range, queryStrings: true }, { source });
    expect(JSON.stringify(withQueries)).toContain('key=1');
    expect(source.plans[0]).toMatchObject({ where: [{ column: 'CorrelationId', op: 'equals', value: 'abc' }], range });
  }); // prettier-ignore

  it.each([['a viewer', asker('Viewer')], ['nobody known', { user: undefined }], ['a role to come', asker('None')]])(
    'shows %s no query string of the log, and of a pasted row what was pasted',
    async (_, who) => {
      const source = sourceOf([columns.map(({ name }) => row[name])]);
      const logged = { correlationId: 'abc', range };
      expect(await refused('explain', { ...logged, queryStrings: true }, { source }, who)).toBe(
        '403 editors-only: Query strings of logged addresses, which may carry keys, are shown to editors only.',
      );
      expect(source.plans).toEqual([]);
      expect(JSON.stringify(await call('explain', logged, { source }, 'POST', who))).not.toContain('key=1');
      const pasted = { text: JSON.stringify(record), queryStrings: true };
      expect(JSON.stringify(await call('explain', pasted, {}, 'POST', who))).toContain('key=1');
    },
  ); // prettier-ignore

  it.each([
    ['JSON', JSON.stringify(record)],
    ['CSV', 'TimeGenerated,CorrelationId,ResponseCode,LastErrorReason\n2026-11-01T12:00:00Z,abc,500,Timeout'],
  ])('explains a pasted row of %s', async (_, text) => {
    expect(await call('explain', { text })).toMatchObject({ scenario: { id: 'backend-timeout' } });
  });

  it('explains with the team’s own scenarios', async () => {
    const own = {
      ...builtinCatalogue.scenarios.find(({ id }) => id === 'backend-timeout'),
      id: 'own-timeout',
      examples: { matches: [], doesNotMatch: [] },
    };
    const catalogue = catalogueWith({ customScenarios: [own] });
    expect(await call('catalogue', undefined, { catalogue }, 'GET')).toMatchObject({
      own: { [own.id]: own },
    });
    expect(await call('explain', { text: JSON.stringify(record) }, { catalogue })).toMatchObject({
      scenario: { id: 'own-timeout' },
    });
  });

  it.each<[unknown, string]>([
    [{ correlationId: 'abc', range }, '404 row-not-found: No request with the correlation id “abc” was found in this range.'],
    [{ correlationId: 'abc' }, '400 request-invalid: The request’s field “range” is wrong: Invalid input: expected object, received undefined.'],
    [{ text: 7 }, '400 request-invalid: The request’s field “text” is wrong: Invalid input: expected string, received number.'],
    [{ text: 'a,"b\nc' }, '400 row-unrecognised: This is no row of a gateway’s log.'],
    [{ text: '' }, '400 row-unrecognised: This is no row of a gateway’s log.'],
    [{ text: 'x'.repeat(1_000_001) }, '400 row-too-long: The text is longer than 1,000,000 characters.'],
    [null, '400 request-invalid: The request’s field “body” is wrong: Invalid input: expected object, received null.'],
  ])('refuses %#', async (body, message) => {
    expect(await refused('explain', body)).toBe(message);
  }); // prettier-ignore
});

describe('kql', () => {
  it('gives the plans of a query', async () => {
    const { queries } = await call('kql', { query: {}, range });
    expect(queries).toEqual([expect.stringContaining('by Bucket'), expect.stringContaining('by Outcome')]);
  });

  it.each<[unknown, string]>([
    [undefined, '400 request-invalid: The request’s field “body” is wrong: Invalid input: expected object, received undefined.'],
    [{ query: {} }, '400 request-invalid: The request’s field “range” is wrong: Invalid input: expected object, received undefined.'],
    [{ query: {}, range: { from: '1', to: 2 } }, '400 request-invalid: The request’s field “range.from” is wrong: Invalid input: expected number, received string.'],
    [{ query: {}, range, step: '1m' }, '400 request-invalid: The request’s field “body” is wrong: Unrecognized key: "step".'],
    [{ query: {}, range: { from: -1e300, to: 1e300 } }, '400 range-invalid: The time range is empty, runs backwards, or leaves the years 1900 to 2261.'],
    [{ range }, '400 query-unreadable: The query is no JSON object.'],
  ])('refuses %#', async (body, message) => {
    expect(await refused('kql', body)).toBe(message);
  }); // prettier-ignore
});

describe('scopes', () => {
  const found = { kind: 'instance', name: 'contoso', id: '/subscriptions/s', location: 'x', resourceGroup: 'g', subscription: 's' } as const;
  const source = { ...sourceOf(), scopes: async () => ({ scopes: [found], areAll: true }) };
  const asked = (role: string | undefined, change: Partial<Instance>) =>
    call('scopes', undefined, change, 'GET', role === undefined ? { user: undefined } : asker(role)).catch(
      (problem: unknown) => (problem instanceof GatewaylensError ? problem.code : problem),
    );

  it('are listed to administrators, and to nobody else', async () => {
    expect(await asked('Admin', { source })).toEqual({ scopes: [found], areAll: true });
    for (const role of ['Editor', 'Viewer', '', undefined]) {
      expect(await asked(role, { source })).toBe('admins-only');
    }
  });

  it('are not there where a source has nothing to choose from', async () => {
    expect(await asked('Admin', {})).toBe('scopes-unavailable');
  });
}); // prettier-ignore
