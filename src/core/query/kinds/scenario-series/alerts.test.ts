/** What alert rules are given: numbers that are always there, and nothing when nothing is known. */
import { GatewaylensError } from '../../../errors';
import { builtinCatalogue } from '../../../scenarios';
import { queryTypes } from '../queries';
import { kindOf } from '..';
import { context, framesOf, linesOf, MINUTE, start, type Rows } from '../../../../../tests/support/answers';
import type { ScenarioSeriesQuery } from './query';

const alert = { ...context, forAlert: true };
const frame = (change: Partial<ScenarioSeriesQuery>, failed: Rows, all: Rows) =>
  framesOf({ kind: 'scenario-series', step: '1m', ...change }, [failed, all], alert)[0]!;
const timeout = { scenario: 'backend-timeout', family: 'backend', owner: 'backend-team' };

describe('a window', () => {
  it('has a number for every scenario, zero where nothing failed', () => {
    const one = frame({ result: 'window' }, [], [['succeeded', 7]]);
    expect(one.meta).toEqual({
      type: 'numeric-wide',
      typeVersion: [0, 1],
      notices: [{ severity: 'info', text: 'No failed requests in this range (7 answered).' }],
    });
    expect(one.fields.map(({ values }) => values)).toEqual(builtinCatalogue.scenarios.map(() => [0]));
  });

  it('has one for every service that was seen, whatever the top', () => {
    const one = frame(
      { result: 'window', scenarios: ['backend-timeout'], splitBy: 'service', top: 1 },
      [['backend-timeout', 'east', 2]],
      [['failed', 'east', 2], ['succeeded', 'west', 7]],
    ); // prettier-ignore
    expect(linesOf(one)).toEqual([
      ['Timed out at the backend · east', { ...timeout, service: 'east' }, [2]],
      ['Timed out at the backend · west', { ...timeout, service: 'west' }, [0]],
    ]);
  });

  it('has a zero for a service that the settings name and that was silent, unless a filter keeps it out', () => {
    const services = (['East', 'north', 'north', 'south'] as const).map((service) => ({ service, tier: 'premium', units: 1 }) as const);
    const lines = (change: Partial<ScenarioSeriesQuery>, all: Rows = [['succeeded', 'east', 7]]) => {
      const query = { kind: 'scenario-series', step: '1m', scenarios: ['backend-timeout'], splitBy: 'service', ...change } as const;
      const [one] = framesOf(query, [[], all], { ...alert, services });
      return linesOf(one!).map(([, labels, values]) => [labels?.service, values]);
    };
    const filter = (op: 'in' | 'notIn', ...values: string[]) => ({ dimension: 'service', op, values }) as const;
    expect(lines({ result: 'window' })).toEqual([['east', [0]], ['north', [0]], ['south', [0]]]);
    expect(lines({})).toEqual([['east', [0, 0, 0]], ['north', [0, 0, 0]], ['south', [0, 0, 0]]]);
    expect(lines({ result: 'window', as: 'share' })).toEqual([['east', [0]], ['north', [null]], ['south', [null]]]);
    expect(lines({ result: 'window', where: [filter('in', 'east', 'south', 'x')] })).toEqual([['east', [0]], ['south', [0]]]);
    expect(lines({ result: 'window', where: [filter('notIn', 'south'), filter('in')] })).toEqual([['east', [0]], ['north', [0]]]);
    expect(lines({ result: 'window', splitBy: 'region' })).toEqual([[undefined, [0]]]);
    expect(lines({ result: 'window' }, [])).toEqual([]);
  }); // prettier-ignore

  it('has no fields without any request, so that the rule says “no data”', () => {
    const one = frame({ result: 'window' }, [], []);
    expect(one.fields).toEqual([]);
    expect(one.meta.type).toBe('numeric-wide');
  });

  it('takes the share of nothing for unknown, and a rate by the whole range', () => {
    const query = { result: 'window', scenarios: ['backend-timeout'], splitBy: 'service' } as const;
    const rows: Rows = [['backend-timeout', 'east', 9]];
    const share = frame({ ...query, as: 'share' }, rows, [['failed', 'west', 4]]);
    expect(linesOf(share).map(([, labels, values]) => [labels?.service, values])).toEqual([
      ['east', [null]],
      ['west', [0]],
    ]);
    expect(linesOf(frame({ ...query, as: 'rate' }, rows, [['failed', 'east', 9]]))[0]![2]).toEqual([9 / 180]);
  });
});

describe('a window that tells places', () => {
  const query = { result: 'window', splitBy: 'service', places: 'api' } as const;
  const timedOut = { title: 'Timed out at the backend', remedy: expect.stringMatching(/^\S.*\.$/) };

  it('says of each number where it is most, and keeps its numbers', () => {
    const rows: Rows = [
      ['backend-timeout', 'east', 'orders', 2],
      ['backend-timeout', 'east', 'payments', 7],
      ['backend-timeout', 'east', '', 1],
    ];
    const scenarios = ['backend-timeout'];
    const one = frame({ ...query, scenarios }, rows, [['failed', 'east', 10], ['succeeded', 'west', 7]]); // prettier-ignore
    expect(linesOf(one).map(([, labels, values]) => [labels, values])).toEqual([
      [{ ...timeout, service: 'east', ...timedOut, places: 'payments (7), orders (2), (none) (1)' }, [10]],
      [{ ...timeout, service: 'west', ...timedOut, places: '' }, [0]],
    ]);
  });

  it('names a few, of a family as a whole, and does not merge equal ids of two services', () => {
    const apis = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
    const rows: Rows = [
      ...apis.map((api, i) => ['backend-timeout', 'east', api, 10 - i] as const),
      ['backend-returned-5xx', 'west', 'a', 4],
    ];
    const change = { ...query, splitBy: null, by: 'family', families: ['backend'] } as const;
    const [one] = linesOf(frame(change, rows, [['failed', 53]]));
    expect([one?.[1], one?.[2]]).toEqual([
      {
        family: 'backend',
        title: 'Backend',
        remedy: '',
        places: 'east/a (10), east/b (9), east/c (8), east/d (7), east/e (6), 3 more',
      },
      [53],
    ]);
  });

  it('tells none in a series', () => {
    const series = frame({ ...query, result: 'series' }, [[start, 'backend-timeout', 'east', 3]], [['failed', 'east', 3]]);
    expect(Object.keys(linesOf(series)[0]![1]!)).toEqual(['scenario', 'family', 'owner', 'service']);
  }); // prettier-ignore
});

it('watches only scenarios of the severities that are asked for', () => {
  const all: Rows = [['succeeded', 'east', 1]];
  const found = linesOf(frame({ result: 'window', splitBy: 'service', families: ['policy'], severities: ['critical'] }, [], all));
  expect(found.map(([, labels]) => labels?.scenario)).toEqual(['policy-expression-failure', 'gateway-credential-failed']);
  const none = { ...queryTypes['scenario-series'].defaults, families: ['routing'], severities: ['critical'] } as const;
  expect(kindOf(none).plans(none, alert)[0]).toMatchObject({
    where: [{}, { column: 'Scenario', op: 'oneOf', value: [''] }],
  });
}); // prettier-ignore

describe('a series', () => {
  const rows: Rows = [
    [start, 'backend-timeout', 'east', 3],
    [start + MINUTE, 'backend-dns-failure', 'east', 2],
  ];
  const all: Rows = [['failed', 'east', 5], ['succeeded', 'west', 1]]; // prettier-ignore

  it('is filled with zeros for every service and scenario, never cut and never added up', () => {
    const query = {
      splitBy: 'service',
      scenarios: ['backend-timeout', 'backend-dns-failure'],
      top: 1,
    } as const;
    expect(linesOf(frame(query, rows, all)).map(([title, , values]) => [title, values])).toEqual([
      ['Timed out at the backend · east', [3, 0, 0]],
      ['Unresolved backend name · east', [0, 2, 0]],
      ['Unresolved backend name · west', [0, 0, 0]],
      ['Timed out at the backend · west', [0, 0, 0]],
    ]);
  });

  it('has a line for every scenario even where none is named', () => {
    expect(frame({}, [], [['succeeded', 5]]).fields).toHaveLength(1 + builtinCatalogue.scenarios.length);
  });

  it('brings no cards and no episodes, and no fields without any request', () => {
    expect(frame({ splitBy: 'service' }, rows, all).meta.custom).toBeUndefined();
    expect(frame({}, [], []).fields).toEqual([]);
  });
});

it('a scenario that is not in force is an error, not a line of zeros', () => {
  const query = { ...queryTypes['scenario-series'].defaults, scenarios: ['gone'] };
  expect(() => kindOf(query).plans(query, alert)).toThrow(
    new GatewaylensError('scenario-unknown', { id: 'gone', closest: '' }),
  );
});

it('filters of both kinds are conditions of both plans', () => {
  const query: ScenarioSeriesQuery = {
    ...queryTypes['scenario-series'].defaults,
    where: [
      { dimension: 'api', op: 'in', values: ['a', 'b'] },
      { dimension: 'service', op: 'notIn', values: ['east'] },
    ],
  };
  const filters = [
    { column: 'ApiId', op: 'oneOf', value: ['a', 'b'] },
    { not: { column: 'Service', op: 'oneOf', value: ['east'] } },
  ];
  expect(
    kindOf(query)
      .plans(query, context)
      .map(({ where }) => where),
  ).toEqual([[...filters, { column: 'Outcome', op: 'oneOf', value: ['failed'] }], filters]);
});
