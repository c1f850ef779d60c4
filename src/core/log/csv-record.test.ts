import { canonicalRow } from './canonical-row';
import { csvDelimiter, csvRecord, isCsvHeader } from './csv-record';
import { isLeftOut } from './left-out';

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
  ['TimeGenerated [Local Time]', '11/1/2026, 8:05:09.123 PM', undefined],
])('%s %s', (heading, cell, expected) => {
  expect(csvRecord([heading, 'ResponseCode', 'LastErrorReason'], [cell, '200', ''])).toEqual({
    TimeGenerated: expected,
    ResponseCode: '200',
  });
});

it.each([
  ['TotalTime', '21,050', 21050],
  ['TotalTime', '1,000,000', 1000000],
  ['TotalTime', '21,05', null],
])('takes the number %s %s for %s', (heading, cell, expected) => {
  expect(canonicalRow(csvRecord(['ResponseCode', heading], ['200', cell]))?.TotalTime).toBe(expected);
});

it('opens an error that is one cell', () => {
  const row = canonicalRow(csvRecord(['responseCode', 'lastError'], ['500', '{"reason":"Timeout"}']));
  expect(row?.LastErrorReason).toBe('Timeout');
});

describe('does not take an error that was not exported for none', () => {
  const all = 'LastErrorReason, LastErrorMessage, LastErrorSource, BackendResponseCode';
  it.each([
    [['ResponseCode', 'ApiId'], all],
    [['responseCode_d', 'apiId_s'], all],
    [['responseCode', 'apiId'], all],
    [['responseCode', 'apiId', 'lastError'], 'BackendResponseCode'],
    [
      ['ResponseCode', 'ApiId', 'LastErrorReason', 'LastErrorMessage', 'LastErrorSource'],
      'BackendResponseCode',
    ],
    [['ResponseCode', 'ApiId', 'BackendResponseCode', 'ErrorReason', 'ErrorSource'], 'LastErrorMessage'],
    [
      ['ResponseCode', 'ApiId', 'BackendResponseCode', 'LastErrorMessage', 'LastErrorSource'],
      'LastErrorReason',
    ],
    [
      ['ResponseCode', 'ApiId', 'BackendResponseCode', 'LastErrorReason', 'LastErrorMessage'],
      'LastErrorSource',
    ],
  ])('%j', (headings, missing) => {
    const row = canonicalRow(csvRecord(headings, ['500', 'orders']));
    expect(row).toMatchObject({
      ResponseCode: 500,
      ApiId: 'orders',
      LastErrorMessage: `Not in the file: ${missing}.`,
    });
  });

  it.each([
    [
      ['responseCode_d', 'AdditionalFields'],
      ['500', ''],
    ],
    [
      ['ResponseCode', 'BackendResponseCode'],
      ['500', '500'],
    ],
    [['ResponseCode'], ['200']],
    [
      ['IsRequestSuccess', 'LastErrorReason'],
      ['true', ''],
    ],
    [
      ['ResponseCode', 'LastErrorMessage'],
      ['500', 'x'],
    ],
  ])('but leaves rows alone that say enough: %j %j', (headings, cells) => {
    const row = canonicalRow(csvRecord(headings, cells));
    expect(isLeftOut(row!.LastErrorMessage)).toBe(false);
  });
});

it.each([
  ['a,b,c', ','],
  ['a\tb\tc', '\t'],
  ['a;b;c', ';'],
  ['a', ','],
])('%j is separated by %j', (line, expected) => {
  expect(csvDelimiter(line)).toBe(expected);
});
