import { createDataFrame, LoadingState, type DataFrame } from '@grafana/data';
import { portalOf, statusOf } from './status';

const frame = (meta: object, length = 2, refId = 'A') =>
  createDataFrame({ refId, meta, fields: [{ name: 'n', values: Array.from({ length }, () => 1) }] });
const said = (series: readonly DataFrame[], state = LoadingState.Done) =>
  statusOf({ series: [...series], state } as never, 'A').join(' · ');
const totals = { failed: 12, masked: 0, succeeded: 41204 };

it.each<[string, object]>([
  ['41,216 requests: 12 failed', { custom: { totals } }],
  ['1 request: 0 failed, 1 masked', { custom: { totals: { failed: 0, masked: 1, succeeded: 0 } } }],
  [
    '41,216 requests: 12 failed · 2 buckets at the ends not whole',
    { custom: { totals, incomplete: [1, 2] } },
  ],
  [
    '2 rows · Only the newest 2 are shown.',
    { notices: [{ severity: 'info', text: 'Only the newest 2 are shown.' }] },
  ],
  ['1 value', { type: 'numeric-wide' }],
])('says %j', (text, meta) => {
  expect(said([frame(meta)])).toBe(text);
});

it('is of its own query, says each notice once, and is silent of an error', () => {
  const notices = [{ severity: 'warning', text: 'Sampled.' }];
  const frames = [frame({ notices }, 1), frame({ notices, custom: { totals } }), frame({}, 9, 'B')];
  expect(said(frames)).toBe('41,216 requests: 12 failed · Sampled.');
  expect(said(frames, LoadingState.Error)).toBe('');
  expect(said([frame({}, 9, 'B')])).toBe('');
});

it('leads to the same query in the portal, and nowhere else', () => {
  const of = (...frames: readonly DataFrame[]) => portalOf({ series: frames } as never, 'A');
  const portal = 'https://portal.example/#blade';
  expect(of(frame({}), frame({ custom: { portal } }))).toBe(portal);
  expect(of(frame({ custom: { portal } }, 2, 'B'))).toBeUndefined();
  expect(of(frame({ custom: { portal: 'javascript:alert(1)' } }))).toBeUndefined();
  expect(of(frame({ custom: { portal: 7 } }))).toBeUndefined();
});
