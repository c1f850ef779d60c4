import { GatewaylensError } from '../errors';
import { queryTypes } from './kinds/queries';
import { builtinCatalogue } from '../scenarios';
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

it('tells all mistakes of a query, and each hint once', () => {
  const wrong = { step: '7m', colour: 'red', top: 0, scenarios: ['backend-timeot', 'jwt-expired', 'tls'] };
  expect(() => parseQuery(wrong, { catalogue: builtinCatalogue })).toThrow(
    expect.objectContaining({
      code: 'query-field-unknown',
      message: [
        'The query has a field “colour” that no kind of query knows.',
        'The query’s field “step” is wrong: Invalid option: expected one of "auto"|"10s"|"30s"|"1m"|"2m"|"5m"|"10m"|"15m"|"30m"|"1h"|"2h"|"3h"|"6h"|"12h"|"1d"; it is “7m”.',
        'The query’s field “top” is wrong: Too small: expected number to be >=1.',
        'There is no scenario “backend-timeot”; “backend-timeout” is probably meant.',
        'There is no scenario “tls”; there is backend-tls-trust, backend-tls-handshake.',
      ].join(' '),
      hint: [
        'Correct or remove the field; docs/queries.md lists the fields of each kind.',
        'Correct the field in the query editor, the provisioned file or the dashboard’s filters. A word or number takes a variable with one value.',
        'The catalogue lists the scenarios in force; a custom one may have been skipped or disabled.',
      ].join(' '),
    }),
  );
  const ofAnother = { kind: 'timing', scenarios: ['nope'] };
  expect(parseQuery(ofAnother, { catalogue: builtinCatalogue })).toEqual(queryTypes.timing.defaults);
});

it.each([
  [null, 'query-unreadable: '],
  ['x', 'query-unreadable: '],
  [[], 'query-unreadable: '],
  [{ kind: 'constructor' }, 'query-kind-unknown: There is no kind of query “constructor”.'],
  [{ kind: 7 }, 'query-kind-unknown: '],
  [
    { kind: 'taxonmy' },
    'query-kind-unknown: There is no kind of query “taxonmy”; “taxonomy” is probably meant.',
  ],
  [{ version: 2 }, 'query-newer: '],
  [{ version: 2, kind: 'of-tomorrow' }, 'query-newer: '],
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
