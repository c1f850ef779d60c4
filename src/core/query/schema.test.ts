import { GatewaylensError } from '../errors';
import { queryTypes } from './kinds/queries';
import { parseQuery } from './schema';

const codeOf = (stored: unknown) => {
  try {
    parseQuery(stored);
    return 'none';
  } catch (problem) {
    return problem instanceof GatewaylensError ? `${problem.code}: ${problem.message}` : 'something else';
  }
};

const { defaults } = queryTypes['scenario-series'];

it('takes defaults for what is left out, and ignores what Grafana adds', () => {
  expect(parseQuery({ refId: 'A', datasource: { uid: 'x' }, hide: false })).toEqual(defaults);
  expect(parseQuery({ as: 'rate', splitBy: 'api' })).toEqual({ ...defaults, as: 'rate', splitBy: 'api' });
});

it.each(Object.values(queryTypes).map((type) => [type.defaults.kind, type.defaults] as const))(
  'the defaults of %s are a query of it, and survive being stored',
  (kind, of) => {
    expect(parseQuery({ kind })).toEqual(of);
    expect(parseQuery(JSON.parse(JSON.stringify(of)))).toEqual(of);
  },
);

it.each([
  [null, 'query-unreadable: '],
  ['x', 'query-unreadable: '],
  [[], 'query-unreadable: '],
  [{ kind: 'constructor' }, 'query-kind-unknown: There is no kind of query “constructor”.'],
  [{ kind: 7 }, 'query-kind-unknown: '],
  [{ version: 2 }, 'query-newer: '],
  [{ version: 'x' }, 'query-field-invalid: The query’s field “version”'],
  [{ as: 'counts' }, 'query-field-invalid: The query’s field “as”'],
  [{ top: 0 }, 'query-field-invalid: The query’s field “top”'],
  [{ step: '7m' }, 'query-field-invalid: The query’s field “step”'],
  [{ outcomes: [] }, 'query-field-invalid: The query’s field “outcomes”'],
  [
    { where: [{ dimension: 'nope', op: 'in', values: [] }] },
    'query-field-invalid: The query’s field “where.0.dimension”',
  ],
  [
    { where: [{ dimension: 'scenario', op: 'in', values: [] }] },
    'query-field-invalid: The query’s field “where.0.dimension”',
  ],
  [{ splitBy: 'scenario' }, 'query-field-invalid: The query’s field “splitBy”'],
  [{ scenarios: 'backend-timeout' }, 'query-field-invalid: The query’s field “scenarios”'],
])('refuses %j', (stored, expected) => {
  expect(codeOf(stored)).toContain(expected);
});
