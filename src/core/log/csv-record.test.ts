import { canonicalRow } from './canonical-row';
import { csvDelimiter, csvRecord, isCsvHeader } from './csv-record';
import { ERRORS_LEFT_OUT } from './shape';

it.each<[string, readonly string[], boolean]>([
  ['the table as the portal exports it', ['TimeGenerated [UTC]', 'ResponseCode', 'ApiId'], true],
  ['the legacy table', ['TenantId', 'TimeGenerated [UTC]', 'responseCode_d', 'Category'], true],
  ['another table', ['TimeGenerated [UTC]', 'Category', 'Message'], false],
  ['no header', ['2026-11-01', '500'], false],
])('%s: %s', (_, headings, expected) => {
  expect(isCsvHeader(headings)).toBe(expected);
});

it.each([
  ['TimeGenerated [UTC]', '11/1/2026, 12:05:09.123 AM', '2026-11-01T00:05:09.123Z'],
  ['TimeGenerated [UTC]', '11/1/2026, 8:05:09.123 PM', '2026-11-01T20:05:09.123Z'],
  ['TimeGenerated', '2026-11-01T08:00:00Z', '2026-11-01T08:00:00Z'],
  // Where the browser was is not known.
  ['TimeGenerated [Local Time]', '11/1/2026, 8:05:09.123 PM', ''],
])('%s %s', (heading, cell, expected) => {
  expect(csvRecord([heading, 'ResponseCode', 'LastErrorReason'], [cell, '500', ''])).toEqual({
    TimeGenerated: expected,
    ResponseCode: '500',
  });
});

it.each([
  [['ResponseCode', 'ApiId'], 'resource-specific'],
  [['responseCode_d', 'apiId_s'], 'legacy'],
  [['responseCode', 'apiId'], 'exported'],
])('does not take an error that was not exported for none: %j', (headings) => {
  const row = canonicalRow(csvRecord(headings, ['500', 'orders']));
  expect(row).toMatchObject({ ResponseCode: 500, ApiId: 'orders', LastErrorMessage: ERRORS_LEFT_OUT });
  const whole = canonicalRow(csvRecord([...headings, 'AdditionalFields'], ['500', 'orders', '']));
  expect(whole).toMatchObject({ ResponseCode: 500, LastErrorMessage: '' });
});

it.each([
  ['a,b,c', ','],
  ['a\tb\tc', '\t'],
  ['a;b;c', ';'],
  ['a', ','],
])('%j is separated by %j', (line, expected) => {
  expect(csvDelimiter(line)).toBe(expected);
});
