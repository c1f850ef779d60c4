import { refreshNotice } from './refresh-notice';

const azure = { source: 'log-analytics' } as const;
const basic = { ...azure, basicLogsEnabled: true };

it.each([
  ['5s', azure, /^Refreshed every 5s, but answers are kept for 30 seconds/],
  ['29s', azure, /^Refreshed every 29s/],
  ['1m', basic, /^Refreshed every 1m from a table on the Basic plan, each time for money/],
])('warns of a refresh every %s', (refresh, settings, text) => {
  expect(refreshNotice(refresh, settings)).toEqual({
    severity: 'warning',
    text: expect.stringMatching(text),
  });
});

it.each([
  ['30s', azure],
  ['5m', basic],
  ['5s', { source: 'demo' as const }],
  ['auto', azure],
  ['', azure],
  [undefined, azure],
  [['5s', '1m'], azure],
])('is silent with %j', (refresh, settings) => {
  expect(refreshNotice(refresh, settings)).toBeUndefined();
});
