import { context, framesOf, linesOf, MINUTE, start, type Rows } from '../../../../../tests/support/answers';

const now = start + 10 * MINUTE;
const frame = (rows: Rows, change: object = {}) =>
  framesOf({ kind: 'freshness', ...change }, [rows], {
    ...context,
    now,
    services: [{ service: 'North', tier: 'premium', units: 1 }],
  })[0]!;

it('has an age in seconds for every service that was seen, and the least one for those that only the settings name', () => {
  const one = frame([
    ['east', start + MINUTE],
    ['west', now + MINUTE],
  ]);
  expect(linesOf(one)).toEqual([
    ['east', { service: 'east' }, [540]],
    ['west', { service: 'west' }, [0]],
    ['north', { service: 'north' }, [600]],
  ]);
  expect(one.meta).toEqual({
    type: 'numeric-wide',
    typeVersion: [0, 1],
    notices: [{ severity: 'warning', text: 'No request of north in the whole range: the newest is at least so old.' }],
  });
}); // prettier-ignore

it('has no fields where nothing is known, so that the rule says “no data”', () => {
  const where = [{ dimension: 'service', op: 'notIn', values: ['north'] }] as const;
  const one = frame([], { where });
  expect([one.fields, one.meta.notices]).toEqual([
    [],
    [{ severity: 'warning', text: 'No requests at all were found in this range with these filters.' }],
  ]);
  expect(linesOf(frame([])).map(([name]) => name)).toEqual(['north']);
});
