import type { TemplateSrv } from '@grafana/runtime';
import { queryTypes, type QueryKind } from '../core/query';
import { readQuery } from '../core/query/schema';
import { interpolated } from './interpolate';
import type { GatewaylensQuery } from './query';

type Values = string | readonly string[];

/** Templates with one variable `v`, as Grafana fills it in. */
function templates(value: Values, isAll = false): TemplateSrv {
  const format = (values: Values, as?: (value: unknown) => string) =>
    as ? as(values) : typeof values === 'string' ? values : `{${values.join()}}`;
  return {
    replace: (text: string, _: unknown, as?: (value: unknown) => string) =>
      text.replace(/\$v\b|\$\{v\}|\[\[v\]\]/g, () => format(value, as)),
    getVariables: () => [{ name: 'v', current: { value: isAll ? ['$__all'] : value } }],
  } as unknown as TemplateSrv;
}

function filled(kind: string, change: object, value: Values, isAll = false) {
  const stored = { refId: 'A', kind, ...change } as unknown as GatewaylensQuery;
  return interpolated(stored, {}, templates(value, isAll)) as unknown as Record<string, unknown>;
}

/** What is read by the backend, or what it says is wrong. */
function read(kind: string, field: string, change: object, value: Values, isAll = false): unknown {
  const answer = readQuery(filled(kind, change, value, isAll));
  return 'query' in answer
    ? (answer.query as unknown as Record<string, unknown>)[field]
    : answer.problems[0]!.error.message;
}

const refused = (field: string, text: string) =>
  expect.stringMatching(
    new RegExp(`^The query’s field “${field}” is wrong: .*; it is “${text}”\\.$`),
  ) as unknown;

/** A value of each field of one word or number. */
const single: Readonly<Record<string, readonly [string, unknown]>> = {
  by: ['family', 'family'],
  splitBy: ['region', 'region'],
  as: ['rate', 'rate'],
  step: ['1h', '1h'],
  result: ['window', 'window'],
  places: ['api', 'api'],
  top: ['7', 7],
  limit: ['9', 9],
  requests: ['failed', 'failed'],
  per: ['api', 'api'],
  format: ['logs', 'logs'],
};
/** Fields that take no variable, which docs/queries.md says, and those that have tests of their own. */
const others = new Set(['kind', 'version', 'previous', 'queryStrings', 'dashboardTime', 'text', 'variables', 'scenarios', 'families', 'outcomes', 'severities', 'where']); // prettier-ignore

const words = (Object.keys(queryTypes) as QueryKind[]).flatMap((kind) =>
  Object.keys(queryTypes[kind].defaults)
    .filter((field) => !others.has(field))
    .map((field) => [kind, field] as const),
);

it.each(words)('fills %s’s %s with one value, and lets the backend refuse several by name', (kind, field) => {
  const [value, expected] = kind === 'breakdown' && field === 'by' ? ['region', 'region'] : single[field]!;
  const change = { [field]: '$v' };
  expect(read(kind, field, change, value)).toBe(expected);
  expect(read(kind, field, change, [value])).toBe(expected);
  expect(read(kind, field, { [field]: '[[v]]' }, value)).toBe(expected);
  expect(read(kind, field, change, [value, 'x'])).toEqual(refused(field, `${value}, x`));
  expect(read(kind, field, change, [value, 'x'], true)).toEqual(refused(field, `${value}, x`));
  expect(read(kind, field, change, 'nonsense')).toEqual(expect.stringContaining(`field “${field}” is wrong`));
});

it.each(['splitBy', 'places'])('takes “none” of a variable for no %s', (field) => {
  expect(read('scenario-series', field, { [field]: '$v' }, 'none')).toBeNull();
});

describe.each([
  ['scenario-series', 'outcomes', 'failed', ['failed', 'masked'], ['failed', 'masked']],
  ['taxonomy', 'outcomes', 'failed', ['failed', 'masked'], ['failed', 'masked']],
  ['scenario-series', 'severities', 'info', ['info', 'critical'], []],
  ['breakdown', 'scenarios', 'backend-timeout', ['backend-timeout', 'rate-limited'], []],
  ['failures', 'scenarios', 'backend-timeout', ['backend-timeout', 'rate-limited'], []],
  ['episodes', 'scenarios', 'backend-timeout', ['backend-timeout', 'rate-limited'], []],
  ['taxonomy', 'families', 'backend', ['backend', 'policy'], []],
])('%s’s %s', (kind, field, one, several, all) => {
  it('takes a variable with one value, with several, and with all', () => {
    const change = { [field]: ['$v'] };
    expect(read(kind, field, change, one)).toEqual([one]);
    expect(read(kind, field, change, several)).toEqual(several);
    expect(read(kind, field, change, ['x'], true)).toEqual(all);
  });
});

it('takes scenarios and families from one variable, in either list', () => {
  const chosen = { scenarios: ['backend-timeout'], families: ['client'] };
  for (const field of ['scenarios', 'families'] as const) {
    const change = { ...chosen, [field]: [...chosen[field], '$v'] };
    expect(filled('taxonomy', change, ['rate-limited', 'policy'])).toMatchObject({
      scenarios: ['backend-timeout', 'rate-limited'],
      families: ['client', 'policy'],
    });
  }
});

describe('a filter', () => {
  const where = (change: object, value: Values, isAll = false) =>
    read('timing', 'where', { where: [{ dimension: 'api', op: 'in', values: ['x'], ...change }] }, value, isAll);

  it('takes its dimension from a variable', () => {
    expect(where({ dimension: '$v' }, 'region')).toEqual([{ dimension: 'region', op: 'in', values: ['x'] }]);
    expect(where({ dimension: '$v' }, ['api', 'region'])).toMatch(/field “where.0.dimension” is wrong: .*“api, region”/);
    expect(where({ dimension: '$v' }, ['api', 'region'], true)).toMatch(/field “where.0.dimension” is wrong/);
  });

  it.each([['=', 'in'], ['in', 'in'], ['!=', 'notIn'], ['≠', 'notIn'], ['notIn', 'notIn']])('takes %s from a variable for its comparison', (value, op) => {
    expect(where({ op: '$v' }, value)).toEqual([{ dimension: 'api', op, values: ['x'] }]);
  });

  it('is refused where a variable has no or several comparisons', () => {
    expect(where({ op: '$v' }, '=~')).toEqual(refused('where.0.op', '=~'));
    expect(where({ op: '$v' }, ['in', 'notIn'])).toEqual(refused('where.0.op', 'in, notIn'));
    expect(where({ op: '$v' }, ['in', 'notIn'], true)).toEqual(refused('where.0.op', 'in, notIn'));
  });

  it('takes each of its values from variables, also within a text, and none where all are meant', () => {
    const valuesOf = (values: readonly string[], value: Values, isAll = false) => where({ values }, value, isAll);
    const filter = (...values: string[]) => [{ dimension: 'api', op: 'in', values }];
    expect(valuesOf(['$v', 'x'], 'a')).toEqual(filter('a', 'x'));
    expect(valuesOf(['$v', 'x'], ['a', 'b,c'])).toEqual(filter('a', 'b,c', 'x'));
    expect(valuesOf(['v1-$v'], ['a', 'b'])).toEqual(filter('v1-a', 'v1-b'));
    expect(valuesOf(['$v-${v}'], ['a', 'b'])).toEqual(filter('a-a', 'a-b', 'b-a', 'b-b'));
    expect(valuesOf(['$v'], [])).toEqual(filter(''));
    expect(valuesOf(['$v', 'x'], ['a', 'b'], true)).toEqual([]);
    expect(where({ op: '$v', values: ['x'] }, '=')).toEqual(filter('x'));
  });

  it('keeps a browser from more texts than the backend takes', () => {
    const many = Array.from({ length: 400 }, (_, i) => String(i));
    expect(where({ values: ['$v$v$v$v'] }, many)).toMatch(/field “where.0.values” is wrong/);
  });
}); // prettier-ignore
