import { columns, derivedColumns } from '../log';
import { operators } from '../predicate';
import { builtinScenarios } from './builtin';
import { operatorMeanings, predicateSchema } from './predicate-schema';
import { readScenario, scenarioSchema } from './schema';

const own = {
  id: 'mainframe-asleep',
  title: 'Mainframe asleep',
  family: 'backend',
  severity: 'warning',
  owner: 'backend-team',
  summary: 'The mainframe answers 503 during its nightly batch.',
  match: [
    {
      at: 'status',
      basis: 'status',
      confidence: 'high',
      when: { column: 'BackendResponseCode', op: 'equals', value: 503 },
    },
  ],
  remediation: ['Wait until 4 in the morning.'],
};

it.each(builtinScenarios.map((scenario) => [scenario.id, scenario] as const))(
  'takes %s, as it comes out of a file too',
  (_, scenario) => {
    expect(readScenario(JSON.parse(JSON.stringify(scenario)))).toEqual({ scenario });
  },
);

it('takes as empty what a team leaves out', () => {
  expect(readScenario(own)).toEqual({
    scenario: {
      ...own,
      evidence: [],
      causes: [],
      checks: [],
      links: [],
      hints: [],
      notes: [],
      examples: { matches: [], doesNotMatch: [] },
    },
  });
});

it('takes checks with a query, and policies as text', () => {
  const more = {
    checks: [
      'Is it night?',
      { text: 'Which backend is it?', query: { show: 'breakdown', by: 'BackendHost' } },
    ],
    policies: [{ title: 'Wait for it', xml: '<retry condition="@(context.Response.StatusCode == 503)" />' }],
  };
  expect(readScenario({ ...own, ...more })).toMatchObject({ scenario: more });
});

const issuesOf = (data: unknown) => {
  const result = readScenario(data);
  return 'issues' in result ? result.issues.map(({ path, message }) => `${path}: ${message}`) : [];
};

it.each<[string, unknown, readonly string[]]>([
  ['no object', 'backend-timeout', [': Invalid input: expected object, received string']],
  [
    'an id in camel case',
    { ...own, id: 'myScenario' },
    ['id: an id is written in kebab case, as in backend-timeout'],
  ],
  [
    'checks that ask for what there is not',
    {
      ...own,
      checks: ['', { text: 'x', query: { show: 'rows', by: 'Url' } }, { query: { show: 'rows' } }, 7],
    },
    [
      'checks.0: a text is expected here',
      expect.stringMatching(/^checks\.1\.query\.by: expected is one of Service,/) as string,
      'checks.2.text: it is missing',
      'checks.3: Invalid input: expected string, received number',
    ],
  ],
  [
    'a policy without its text',
    { ...own, policies: [{ title: 'x', xml: ' ' }] },
    ['policies.0.xml: a text is expected here'],
  ],
  ['the id of success', { ...own, id: 'none' }, ['id: none is what requests are that succeeded']],
  [
    'the id of the rest',
    { ...own, id: 'other-series' },
    ['id: other-series is what series are that were added up'],
  ],
  ['an endless id', { ...own, id: 'a'.repeat(61) }, ['id: at most 60 characters']],
  ['a title of two lines', { ...own, title: 'a\nb' }, ['title: one line of text is expected here']],
  ['a blank summary', { ...own, summary: ' ' }, ['summary: a text is expected here']],
  [
    'an endless text',
    { ...own, causes: ['x'.repeat(1001)] },
    ['causes.0: a text has at most 1,000 characters'],
  ],
  ['no remedy', { ...own, remediation: [] }, ['remediation: say what to do']],
  [
    'a misspelt field',
    { ...own, remidiation: ['x'] },
    ['remidiation: there is no field “remidiation”; “remediation” is probably meant'],
  ],
  [
    'an unknown family',
    { ...own, family: 'database' },
    [
      'family: expected is one of client, backend-connection, backend, policy, access, limits, routing, other',
    ],
  ],
  ['a column named twice', { ...own, evidence: ['Url', 'Url'] }, ['evidence: a column is named twice']],
  [
    'an example that misspells a column',
    { ...own, examples: { matches: [{ source: 'x', row: { ResponseCod: 500 } }] } },
    ['examples.matches.0.row.ResponseCod: there is no field “ResponseCod”; “ResponseCode” is probably meant'],
  ],
  [
    'several mistakes',
    { ...own, id: 'A', title: '' },
    ['id: an id is written in kebab case, as in backend-timeout', 'title: one line of text is expected here'],
  ],
])('refuses %s', (_, data, issues) => {
  expect(issuesOf(data)).toEqual(issues);
});

const LANGUAGE = 'leave the language out of the address (such as /en-us/), so that readers get their own';
const NOT_HTTPS = 'an address that begins with https:// is expected';
it.each<[string, readonly string[]]>([
  ['https://learn.microsoft.com', []],
  ['https://learn.microsoft.com/azure/api-management/backends#circuit-breaker', []],
  ['https://wiki.example.com/x/en-us', []],
  ['https://learn.microsoft.com/en-us/azure', [LANGUAGE]],
  ['https://learn.microsoft.com/ja-JP', [LANGUAGE]],
  ['http://learn.microsoft.com/azure', [NOT_HTTPS]],
  ['javascript:alert(1)', [NOT_HTTPS]],
  ['https://x.example/a b', [NOT_HTTPS]],
])('links: %s', (url, problems) => {
  const links = [{ title: 'x', url }];
  expect(issuesOf({ ...own, links })).toEqual(problems.map((problem) => `links.0.url: ${problem}`));
});

const NAMES = `operators are ${Object.keys(operators).join(', ')}`;
it.each<[unknown, readonly string[]]>([
  ['Timeout', [': Invalid input: expected object, received string']],
  [{}, [`.op: a condition is all, any, not, or a comparison of column, op and value; ${NAMES}`]],
  [{ al: [] }, [`.op: a condition is all, any, not, or a comparison of column, op and value; ${NAMES}`]],
  [{ all: [] }, ['.all: at least one condition is needed']],
  [
    { all: [], any: [] },
    ['.all: at least one condition is needed', '.any: there is no field “any”; known are all'],
  ],
  [{ column: 'Url', op: 'regex', value: 'x' }, [`.op: there is no operator "regex"; ${NAMES}`]],
  [
    { column: 'Url', op: 'equals', value: 'x', note: 'y' },
    ['.note: there is no field “note”; known are column, op, value'],
  ],
  [
    { column: 'Uri', op: 'contains', value: 'x' },
    ['.column: there is no column "Uri" here; “Url” is probably meant'],
  ],
  [
    { column: 'Uri', op: 'equals', value: 'x' },
    ['.column: there is no column "Uri" here; “Url” is probably meant'],
  ],
  [
    { column: 'TotalTime', op: 'contains', value: '5' },
    ['.column: TotalTime holds numbers; here texts are compared'],
  ],
  [
    { column: 'Errors', op: 'equals', value: 'x' },
    ['.column: Errors holds what cannot be compared; here texts, numbers and truth values are compared'],
  ],
  [
    { column: 'IsRequestSuccess', op: 'equals', value: 'true' },
    ['.value: Invalid input: expected boolean, received string'],
  ],
  [
    { not: { any: [{ column: 'Url', op: 'equals', value: 5 }] } },
    ['.not.any.0.value: Invalid input: expected string, received number'],
  ],
  [
    { not: { column: 'Url', op: 'contains', value: '' } },
    ['.not.value: an empty text is found everywhere; isPresent tells whether there is one'],
  ],
  [{ column: 'Url', op: 'oneOf', value: [] }, ['.value: of none, nothing is one']],
  [{ column: 'TotalTime', op: 'atLeast', value: 1.5 }, ['.value: a whole number is expected']],
  [
    { column: 'TotalTime', op: 'between', value: [5, 1] },
    ['.value: the first number is larger than the second'],
  ],
  [
    { column: 'TotalTime', op: 'sameAs', value: 'Url' },
    ['.value: Url holds texts; here numbers are compared'],
  ],
])('refuses the condition %j', (when, issues) => {
  expect(issuesOf({ ...own, match: [{ ...own.match[0], when }] })).toEqual(
    issues.map((issue) => `match.0.when${issue}`),
  );
});

it('takes conditions twelve deep, and stops before it loses its footing', () => {
  const nested = (levels: number): unknown =>
    levels === 0 ? { column: 'Url', op: 'contains', value: 'x' } : { all: [nested(levels - 1)] };
  const withWhen = (when: unknown) => ({ ...own, match: [{ ...own.match[0], when }] });
  expect(issuesOf(withWhen(nested(12)))).toEqual([]);
  expect(issuesOf(withWhen(nested(13)))).toEqual([': conditions are nested at most 12 deep']);
  let endless = nested(0);
  for (let i = 0; i < 100_000; i++) {
    endless = { not: endless };
  }
  expect(issuesOf(withWhen(endless))).toEqual([': conditions are nested at most 12 deep']);
});

const kindOf = { string: 'texts', int: 'numbers', long: 'numbers', bool: 'truths' } as const;
const fits: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  text: { texts: 'x' },
  texts: { texts: ['x'] },
  number: { numbers: 1 },
  boolean: { texts: true, numbers: true, truths: true },
  scalar: { texts: 'x', numbers: 1, truths: true },
  range: { numbers: [1, 2] },
  column: { numbers: 'TotalTime' },
};

it.each(Object.entries(operators))(
  'lets %s compare the columns of its types, and no others',
  (op, { columnTypes, operand }) => {
    const taken = [...columns, ...derivedColumns].filter(({ name, type }) => {
      const kind = type === 'datetime' || type === 'dynamic' ? '' : kindOf[type];
      return predicateSchema.safeParse({ column: name, op, value: fits[operand]?.[kind] ?? 'x' }).success;
    });
    const expected = [...columns, ...derivedColumns].filter(({ type }) =>
      (columnTypes as readonly string[]).includes(type),
    );
    expect(taken).toEqual(expected);
    expect(operatorMeanings).toHaveProperty(op);
  },
);

it('becomes a JSON Schema', () => {
  expect(scenarioSchema.toJSONSchema({ io: 'input' }).required).toEqual([
    'id', 'title', 'family', 'severity', 'owner', 'summary', 'match', 'remediation',
  ]); // prettier-ignore
});
