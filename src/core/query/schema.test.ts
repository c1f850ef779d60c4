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

it('passes over what another kind of query has left behind', () => {
  const { defaults: taxonomy } = queryTypes.taxonomy;
  expect(parseQuery({ ...defaults, splitBy: 'api', kind: 'taxonomy' })).toEqual(taxonomy);
});

const { defaults } = queryTypes['scenario-series'];

it('takes defaults for what is left out, and ignores what Grafana adds', () => {
  const grafana = { refId: 'A', datasource: { uid: 'x' }, datasourceId: 5, hide: false, key: 'Q-1', queryType: '', intervalMs: 1000, maxDataPoints: 43_200, queryCachingTTL: 60_000, scopes: [], adhocFilters: [], _note: 'x' }; // prettier-ignore
  expect(parseQuery(grafana)).toEqual(defaults);
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
  [
    { splitby: 'api' },
    'query-field-unknown: The query has a field “splitby” that no kind of query knows; “splitBy” is probably meant.',
  ],
  [{ colour: 'red' }, 'query-field-unknown: The query has a field “colour” that no kind of query knows.'],
  [
    { where: [{ dimension: 'api', op: 'in', values: [], value: 'x' }] },
    'query-field-invalid: The query’s field “where.0.value” is wrong: there is no field “value”; “values” is probably meant.',
  ],
  [{ scenarios: 'backend-timeout' }, 'query-field-invalid: The query’s field “scenarios”'],
])('refuses %j', (stored, expected) => {
  expect(codeOf(stored)).toContain(expected);
});
