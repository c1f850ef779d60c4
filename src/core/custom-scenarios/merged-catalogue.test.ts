import { explain } from '../explain';
import { rowWith } from '../log';
import { builtinCatalogue, classify } from '../scenarios';
import { mergedCatalogue, type MergeSettings } from './merged-catalogue';

const nothing: MergeSettings = {
  customScenarios: [],
  fileScenarios: [],
  disabledScenarios: [],
  overrides: {},
};
const merged = (settings: Partial<MergeSettings>) => mergedCatalogue({ ...nothing, ...settings });

/** A scenario of a status, which is the weakest evidence, and of a reason, which is the strongest. */
const own = (id: string, more: object = {}) => ({
  id,
  title: id,
  family: 'backend',
  severity: 'warning',
  owner: 'backend-team',
  summary: 'x',
  match: [
    { at: 'status', basis: 'status', confidence: 'high', when: { column: 'ResponseCode', op: 'equals', value: 599 } },
    { at: 'reason', basis: 'reason', confidence: 'high', when: { column: 'LastErrorReason', op: 'equals', value: id } },
  ],
  remediation: ['x'],
  ...more,
}); // prettier-ignore

const builtinIds = builtinCatalogue.scenarios.map(({ id }) => id);
const builtinRules = builtinCatalogue.rules.map(({ gives }) => gives.scenario);
const ids = ({ scenarios }: typeof builtinCatalogue) => scenarios.map(({ id }) => id);
const rules = ({ rules: all }: typeof builtinCatalogue) =>
  all.map(({ gives, at }) => `${gives.scenario} ${at}`);
const told = ({ issues }: ReturnType<typeof mergedCatalogue>) =>
  issues.map(({ code, path, message }) => `${code} ${path}: ${message}`);

it('is the built-in catalogue where nothing is set', () => {
  const { provenance, ...catalogue } = merged({});
  expect(catalogue).toEqual({ ...builtinCatalogue, disabled: [], issues: [] });
  expect(Object.keys(provenance)).toEqual(builtinIds);
  expect(new Set(Object.values(provenance).map(({ origin }) => origin))).toEqual(new Set(['built-in']));
});

it('tries custom scenarios before all built-in ones, those of the settings before those of the file', () => {
  const catalogue = merged({ customScenarios: [own('b')], fileScenarios: [own('a')] });
  expect(ids(catalogue)).toEqual(['b', 'a', ...builtinIds]);
  expect(rules(catalogue).slice(0, 4)).toEqual(['b reason', 'a reason', 'b status', 'a status']);
  expect([catalogue.provenance.b, catalogue.provenance.a, catalogue.issues]).toEqual([
    { origin: 'settings', overridden: [] },
    { origin: 'file', overridden: [] },
    [],
  ]);
  expect(catalogue.version).not.toBe(builtinCatalogue.version);
});

it('tries a scenario directly after the one that it names', () => {
  const after = 'backend-timeout';
  const catalogue = merged({ customScenarios: [own('a', { after }), own('b', { after }), own('c', { after: 'a' })] });
  const place = builtinIds.indexOf(after) + 1;
  expect(ids(catalogue)).toEqual([...builtinIds.slice(0, place), 'a', 'c', 'b', ...builtinIds.slice(place)]);
  const rule = builtinRules.lastIndexOf(after) + 1;
  expect(rules(catalogue).slice(rule, rule + 6)).toEqual([
    'a reason', 'a status', 'c reason', 'c status', 'b reason', 'b status',
  ]);
  expect(catalogue.provenance.c).toEqual({ origin: 'settings', after: 'a', overridden: [] });
}); // prettier-ignore

it('tries after unclassified what remains when every rule was tried', () => {
  const catalogue = merged({ customScenarios: [own('a', { after: 'unclassified' })] });
  expect(rules(catalogue).slice(-2)).toEqual(['a reason', 'a status']);
});

it('puts a scenario in the place of the one that it replaces, under its own id or the same', () => {
  const place = builtinIds.indexOf('backend-timeout');
  for (const id of ['our-timeout', 'backend-timeout']) {
    const catalogue = merged({ customScenarios: [own(id, { replaces: 'backend-timeout' })] });
    expect(ids(catalogue)).toEqual([...builtinIds.slice(0, place), id, ...builtinIds.slice(place + 1)]);
    expect(catalogue.provenance[id]).toEqual({ origin: 'settings', replaces: 'backend-timeout', overridden: [] });
    expect(catalogue.issues).toEqual([]);
  }
}); // prettier-ignore

it('leaves out what is disabled and lists it; no other built-in scenario takes its rows', () => {
  const catalogue = merged({ disabledScenarios: ['quota-exceeded', 'a'], customScenarios: [own('a')] });
  expect(ids(catalogue)).toEqual(builtinIds.filter((id) => id !== 'quota-exceeded'));
  expect(rules(catalogue)).toEqual(
    rules(builtinCatalogue).map((rule) => rule.replace('quota-exceeded', 'unclassified')),
  );
  expect(catalogue.disabled).toEqual([
    { id: 'a', title: 'a' },
    { id: 'quota-exceeded', title: expect.any(String) },
  ]);
});

const left = {
  ResponseCode: 499,
  LastErrorReason: 'ClientConnectionFailure',
  LastErrorMessage: 'An existing connection was forcibly closed by the remote host.',
  LastErrorSource: 'forward-request',
};
const expired = {
  ResponseCode: 401,
  LastErrorReason: 'TokenExpired',
  LastErrorMessage: 'IDX10223: Lifetime validation failed. The token is expired.',
  LastErrorSource: 'validate-jwt',
};
const gone = own('gone', { match: [{ at: 'status', basis: 'status', confidence: 'low', when: { column: 'ResponseCode', op: 'equals', value: 499 } }] }); // prettier-ignore

it.each<[string, Partial<MergeSettings>, Parameters<typeof rowWith>[0], string]>([
  ['a disabled scenario', { disabledScenarios: ['client-disconnected'] }, left, 'unclassified'],
  ['one that has a neighbour', { disabledScenarios: ['jwt-expired'] }, expired, 'unclassified'],
  ['one before that has one of the team’s own after it', { disabledScenarios: ['client-disconnected'], customScenarios: [{ ...gone, after: 'client-disconnected' }] }, left, 'gone'],
  ['one that a narrower one replaces', { customScenarios: [own('gone', { replaces: 'client-disconnected' })] }, left, 'gateway-other'],
  ['a scenario of the team’s own that is disabled', { disabledScenarios: ['gone'], customScenarios: [gone] }, left, 'client-disconnected'],
])('calls rows of %s nothing that they are not', (_, settings, row, expected) => {
  expect(classify(rowWith(row), merged(settings)).scenario).toBe(expected);
  expect(explain(rowWith(row), merged(settings)).rule === undefined).toBe(expected === 'unclassified');
}); // prettier-ignore

it('lets a team say who mends a scenario, how, and where it is written', () => {
  const links = [{ title: 'Our wiki', url: 'https://wiki.example.com/timeouts' }];
  const { scenarios, provenance } = merged({
    overrides: { 'backend-timeout': { owner: 'network', links }, 'unclassified': { remediation: ['Ask us.'] } },
  }); // prettier-ignore
  const builtin = builtinCatalogue.scenarios.find(({ id }) => id === 'backend-timeout');
  expect(scenarios.find(({ id }) => id === 'backend-timeout')).toEqual({
    ...builtin,
    owner: 'network',
    links,
  });
  expect(provenance['backend-timeout']).toEqual({ origin: 'built-in', overridden: ['owner', 'links'] });
});

it('leaves out what is wrong, by its name, and nothing else', () => {
  const catalogue = merged({
    customScenarios: [
      own('good'),
      { ...own('Bad Id'), remidiation: [] },
      7,
      own('good'),
      own('quota-exceeded'),
      own('a', { after: 'backend-timout' }),
      own('b', { replaces: 'good' }),
      own('c', { replaces: 'unclassified' }),
      own('d', { after: 3 }),
    ],
    fileScenarios: [{ title: 'Without id' }],
  });
  expect(ids(catalogue)).toEqual(['good', ...builtinIds]);
  const invalid = 'custom-scenario-invalid customScenarios';
  expect(told(catalogue).slice(0, 5)).toEqual([
    `${invalid}.1.remidiation: The custom scenario “Bad Id” is left out: remidiation: there is no such field; “remediation” is probably meant.`,
    `${invalid}.1.id: The custom scenario “Bad Id” is left out: id: an id is written in kebab case, as in backend-timeout.`,
    `${invalid}.2: The custom scenario “customScenarios.2” is left out: Invalid input: expected object, received number.`,
    `${invalid}.8.after: The custom scenario “d” is left out: after: the id of a scenario is expected here.`,
    `${invalid}File.0.id: The custom scenario “Without id” is left out: id: it is missing.`,
  ]);
  expect(told(catalogue).slice(-5)).toEqual([
    'custom-scenario-duplicate customScenarios.3: The custom scenario “good” is left out: its id is taken.',
    'custom-scenario-duplicate customScenarios.4: The custom scenario “quota-exceeded” is left out: its id is taken.',
    'custom-scenario-reference customScenarios.5: The custom scenario “a” is left out: “after” names “backend-timout”, but there is no such scenario; “backend-timeout” is probably meant.',
    'custom-scenario-reference customScenarios.6: The custom scenario “b” is left out: “replaces” names “good”, but there is no such scenario.',
    'custom-scenario-reference customScenarios.7: The custom scenario “c” is left out: “replaces” names “unclassified”, which stands for what no scenario explains.',
  ]);
  expect([...new Set(catalogue.issues.map(({ skipped }) => skipped))]).toEqual([
    'Bad Id', 'customScenarios.2', 'd', 'Without id', 'good', 'quota-exceeded', 'a', 'b', 'c',
  ]);
}); // prettier-ignore

it('tells overrides and disabled ids that cannot be followed, with what to do', () => {
  const { issues } = merged({
    overrides: { 'backend-timout': {}, 'quota-exceeded': { title: 'x' }, 'rate-limited': { remediation: [] } },
    disabledScenarios: ['nope', 'unclassified'],
  });
  expect(issues.map(({ code, path, message }) => [code, path, message])).toEqual([
    ['override-invalid', 'overrides.backend-timout', 'The override of the scenario “backend-timout” is left out: there is no such scenario; “backend-timeout” is probably meant.'],
    ['override-invalid', 'overrides.quota-exceeded', 'The override of the scenario “quota-exceeded” is left out: title: there is no field “title”; known are owner, remediation, links.'],
    ['override-invalid', 'overrides.rate-limited', 'The override of the scenario “rate-limited” is left out: remediation: say what to do.'],
    ['disabled-scenario-unknown', 'disabledScenarios.0', 'The scenario “nope” cannot be disabled: there is no such scenario.'],
    ['disabled-scenario-unknown', 'disabledScenarios.1', 'The scenario “unclassified” cannot be disabled: it stands for what no scenario explains.'],
  ]);
  expect(issues[0]!.hint).toBe('Correct it in “Say otherwise of a scenario” (overrides): an object by the ids of scenarios, each with owner, remediation or links.');
}); // prettier-ignore

it('tries the examples of a custom scenario, which stays in force', () => {
  const example = (reason: string) => ({ source: 'seen', row: { ResponseCode: 500, LastErrorReason: reason } });
  const examples = { matches: [example('a'), example('Timeout')], doesNotMatch: [{ ...example('a'), is: 'none' }] };
  const catalogue = merged({ customScenarios: [own('a', { examples })] });
  expect(ids(catalogue)[0]).toBe('a');
  expect(catalogue.issues.map(({ path, message, skipped }) => [path, message, skipped])).toEqual([
    ['customScenarios.0.examples.matches.1', 'The custom scenario “a” has an example that is “backend-timeout” rather than “a”.', undefined],
    ['customScenarios.0.examples.doesNotMatch.0', 'The custom scenario “a” has an example that is “a” rather than “none”.', undefined],
  ]);
}); // prettier-ignore
