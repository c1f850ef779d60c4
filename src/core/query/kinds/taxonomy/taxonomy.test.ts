import { builtinScenarios } from '../../../scenarios/builtin';
import { builtinCatalogue } from '../../../scenarios';
import { context, fieldsOf, framesOf, MINUTE, start, type Rows } from '../../../../../tests/support/answers';
import type { TaxonomyQuery } from './query';

const taxonomy = (change: Partial<TaxonomyQuery>, tables: readonly Rows[]) =>
  framesOf({ kind: 'taxonomy', ...change }, tables)[0]!;
const remedy = (id: string) => builtinScenarios.find((scenario) => scenario.id === id)!.remediation[0];
const at = (minute: number) => start + minute * MINUTE;

const scenarios: Rows = [
  ['unclassified', 9, 0, at(0), at(1), 1, 'u', 'whatever'],
  ['backend-timeout', 3, 3, at(1), at(2), 2, 'b', 'timed out'],
  ['backend-dns-failure', 8, 4, at(0), at(2), 0, 'd', ''],
  ['gone-scenario', 0, 0, null, null, 0, '', ''],
];
const places: Rows = [
  ['backend-dns-failure', 'east', 'orders', 'b.example', 5],
  ['backend-dns-failure', 'west', 'stock', '', 3],
  ['backend-timeout', 'west', '', 'a.example', 1],
  ['backend-timeout', 'east', '', 'a.example', 1],
  ['backend-timeout', 'north', '', '', 1],
];
const all: Rows = [['failed', 20], ['masked', 4], ['succeeded', 76]]; // prettier-ignore
const before: Rows = [['backend-dns-failure', 4], ['operation-not-found', 2]]; // prettier-ignore

it('calls the number of callers an estimate where the log store estimates it', () => {
  const [frame] = framesOf({ kind: 'taxonomy' }, [scenarios, places, all, before, []], context, true);
  const { config } = frame!.fields.find(({ name }) => name === 'callers')!;
  expect(config).toEqual({
    displayNameFromDS: 'Callers (estimate)',
    description: expect.stringMatching(/^An estimate of the log store/) as string,
    unit: 'short',
  });
});

it('lists scenarios, the largest first and unclassified last, with shares, trend and where most', () => {
  const frame = taxonomy({}, [scenarios, places, all, before, [['succeeded', 50, at(-3)]]]);
  expect(fieldsOf(frame)).toEqual([
    ['scenario', 'string', 'Id', ['backend-dns-failure', 'backend-timeout', 'gone-scenario', 'unclassified']],
    ['title', 'string', 'Scenario', ['Unresolved backend name', 'Timed out at the backend', 'gone-scenario', 'Unclassified']],
    ['family', 'string', 'Family', ['backend-connection', 'backend', '', 'other']],
    ['owner', 'string', 'Owner', ['Network team', 'Backend team', '', 'Platform team']],
    ['count', 'number', 'Failures', 'short', [8, 3, 0, 9]],
    ['share', 'number', 'Share of failures', 'percentunit', [0.4, 0.15, 0, 0.45]],
    ['shareOfRequests', 'number', 'Share of requests', 'percentunit', [0.08, 0.03, 0, 0.09]],
    ['previous', 'number', 'Range before', 'short', [4, 0, 0, 0]],
    ['trend', 'number', 'Change', 'percentunit', [1, null, null, null]],
    ['firstSeen', 'time', 'First seen', [at(0), at(1), null, at(0)]],
    ['lastSeen', 'time', 'Last seen', [at(2), at(2), null, at(1)]],
    ['where', 'string', 'Where most', ['east · orders · b.example', 'east · a.example', '', '']],
    ['whereShare', 'number', 'Share there', 'percentunit', [5 / 8, 1 / 3, null, 0]],
    ['callers', 'number', 'Callers', 'short', [0, 2, 0, 1]],
    ['sure', 'number', 'High confidence', 'percentunit', [0.5, 1, null, 0]],
    ['fix', 'string', 'Fix', [remedy('backend-dns-failure'), remedy('backend-timeout'), '', remedy('unclassified')]],
    ['sampleId', 'string', 'Correlation id of the newest', ['d', 'b', '', 'u']],
    ['sampleMessage', 'string', 'Its message', ['', 'timed out', '', 'whatever']],
  ]); // prettier-ignore
  expect(frame.fields[1]!.config!.links).toEqual([
    {
      title: 'Open runbook',
      url: '/a/gatewaylens-apim-app/runbook/${__data.fields[0]}?from=${__from}&to=${__to}&${__all_variables}',
    },
  ]);
  const { custom, ...meta } = frame.meta;
  expect(meta).toEqual({ preferredVisualisationType: 'table', notices: [] });
  expect(custom).toMatchObject({
    kind: 'taxonomy',
    catalogueVersion: builtinCatalogue.version,
    totals: { failed: 20, masked: 4, succeeded: 76 },
    outcomes: ['failed'],
  });
  expect(Object.keys((custom as { scenarios: object }).scenarios).sort()).toEqual([
    'backend-dns-failure',
    'backend-timeout',
    'unclassified',
  ]);
});

const valuesOf = (frame: ReturnType<typeof taxonomy>, ...names: readonly string[]) =>
  names.map((name) => frame.fields.find((field) => field.name === name)!.values);

it('knows nothing of the range before where no request was logged then, or where nobody asks', () => {
  const unknown = [[null, null, null, null], [null, null, null, null]]; // prettier-ignore
  const nothing = taxonomy({}, [scenarios, places, all, [], []]);
  expect(valuesOf(nothing, 'previous', 'trend')).toEqual(unknown);
  expect(valuesOf(taxonomy({ previous: false }, [scenarios, places, all]), 'previous', 'trend')).toEqual(
    unknown,
  );
});

it('does not compare with a range that is logged only in part', () => {
  const frame = taxonomy({}, [scenarios, places, all, before, [['succeeded', 50, at(-1)]]]);
  expect(valuesOf(frame, 'previous')).toEqual([[null, null, null, null]]);
  expect(frame.meta.notices).toEqual([
    {
      severity: 'info',
      text: 'There is no change to show: the range before has no logs, or only for a part of it.',
    },
  ]);
});

it('takes shares of what was asked for', () => {
  const frame = taxonomy({ outcomes: ['masked'] }, [
    [['backend-timeout', 3, 3, at(0), at(0), 1, 'x', '']],
    [],
    all,
  ]);
  expect(valuesOf(frame, 'share')).toEqual([[0.75]]);
});

it('says why it is empty', () => {
  expect(taxonomy({}, [[], [], []]).meta.notices).toEqual([
    { severity: 'warning', text: 'No requests at all were found in this range with these filters.' },
  ]);
  const frame = taxonomy({}, [[], [], [['succeeded', 7]]]);
  expect(frame.meta.notices).toEqual([
    { severity: 'info', text: 'No failed requests in this range (7 answered).' },
  ]);
  expect(frame.fields.map(({ values }) => values)).toEqual(frame.fields.map(() => []));
});
