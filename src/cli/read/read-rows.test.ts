import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { isSound } from './is-sound';
import { jsonPieces } from './json-pieces';
import { LONGEST, linesOf } from './lines-of';
import { readRows } from './read-rows';

let folder: string;
beforeAll(() => (folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** Line and status of every row, or what is wrong with it. */
async function read(
  content: string | Buffer,
): Promise<readonly (readonly [number, number | string | null])[]> {
  const file = path.join(folder, 'rows');
  writeFileSync(file, content);
  const found: (readonly [number, number | string | null])[] = [];
  for await (const one of readRows(file)) {
    found.push([one.line, 'error' in one ? one.error : one.row.ResponseCode]);
  }
  return found;
}

const RESOURCE = '{"ResponseCode":500}';
const LEGACY = '{"Category":"GatewayLogs","responseCode_d":404.0}';
const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
const EXPORT = '{"category":"GatewayLogs","properties":"{\\"responseCode\\":200}"}';

/** The same text in as many pieces as that, which nobody may go through again for each. */
async function* pieces(text: string, length: number) {
  for (let at = 0; at < text.length; at += length) {
    yield text.slice(at, at + length);
  }
}

it.each<[string, string | Buffer, readonly (readonly [number, number | string | null])[]]>([
  ['lines of all shapes', `${RESOURCE}\r\n\r\n${LEGACY}\n${EXPORT}`, [[1, 500], [3, 404], [4, 200]]],
  ['lines, compressed whatever the name', gzipSync(RESOURCE), [[1, 500]]],
  ['lines with a byte order mark', `\uFEFF${RESOURCE}`, [[1, 500]]],
  ['lines in UTF-16', Buffer.from(`\uFEFF${RESOURCE}\r\n${LEGACY}`, 'utf16le'), [[1, 500], [2, 404]]],
  ['an envelope in each line', `{"records": [${EXPORT},${RESOURCE}]}\n{"records":[${LEGACY}]}`, [[1, 200], [1, 500], [2, 404]]],
  ['an envelope whose records come late', `{"n":1,"records":[${EXPORT},${RESOURCE}]}`, [[1, 200], [1, 500]]],
  ['an envelope over many lines', `{\n "records": [\n  ${EXPORT},\n  ${RESOURCE}\n ]\n}`, [[3, 200], [4, 500]]],
  ['a list over many lines', `[\n  {\n    "ResponseCode": 500\n  },\n  ${LEGACY}\n]\n`, [[2, 500], [5, 404]]],
  ['a list in one line', `[${RESOURCE},${LEGACY}]`, [[1, 500], [1, 404]]],
  ['one record over many lines', '{\n"ResponseCode":\n500, "Url": "a\\"}{" }', [[1, 500]]],
  ['a list with a broken record', `[\n${RESOURCE},\n{"a": tru},\nrubbish\n${LEGACY},\n{"Resp`, [[2, 500], [3, 'no JSON'], [4, 'no JSON'], [5, 404], [6, 'ends in the middle of a record']]],
  ['half a line and other JSON', `${RESOURCE}\n{"Resp\n{"level":"info"}\n3\nnull\n${LEGACY}`, [[1, 500], [2, 'no JSON'], [3, 'no gateway record'], [4, 'no gateway record'], [5, 'no gateway record'], [6, 404]]],
  ['CSV', 'ApiId,ResponseCode,LastErrorMessage\r\na,500,"two\r\nlines, ""quoted"""\r\n\r\nb,404\r\n', [[2, 500], [5, 404]]],
  ['CSV with lone carriage returns in quotes', 'ApiId,ResponseCode,LastErrorMessage\n"a\ra",500,x\nb,404,"y\n\rz"\nc,200,', [[2, 500], [3, 404], [5, 200]]],
  ['CSV with a line that is too long', `ApiId,ResponseCode\na,500\n${'x'.repeat(17_000_000)},500\nb,404\n"${'y'.repeat(17_000_000)}",500`, [[2, 500], [3, 'longer than any record'], [4, 404], [5, 'longer than any record']]],
  ['CSV with semicolons', '"ApiId";"ResponseCode"\na;500', [[2, 500]]],
  ['a container’s log', 'banner\n[Info] 2021-06-3T03:25:14.636 [TenantStarted], message: x\n[Info] 2021-06-3T03:25:37.815, category: GatewayLogs, responseCode: 404, lastError: {\n "reason": "x"\n}\n[Error]2021-06-3T03:25:38, exception: y\n   at z\n[Info] 2021-06-3T03:25:39 [GatewayLogs], responseCode: 200\n[Info] 2021-06-3T03:25:40 [GatewayLogs], responseCode: 500, lastError: {\n "reas', [[3, 404], [8, 200], [9, 'cut off, or of a form that is not known']]],
  ['a container’s log of objects', `banner\n[Info] 2026-11-01T08:00:00.123 [GatewayLogs], ${RESOURCE}\n2026-11-01T08:00:00Z {"level":"info"}\n2026-11-01T08:00:00Z ${LEGACY}\n[Info] 2026-11-01T08:00:00, responseCode: 200, errors: [\n{"reason":"x"}\n]\n${RESOURCE}`, [[2, 500], [4, 404], [5, 200], [8, 500]]],
  ['what Kubernetes stores of a container’s log', `2026-11-01T08:00:00.1Z stdout F banner\n2026-11-01T08:00:00.1Z stdout P {"Respon\n2026-11-01T08:00:00.1Z stderr F [Error] 2026-11-01T08:00:00, exception: x\n2026-11-01T08:00:00.1Z stdout F seCode":500}\n2026-11-01T08:00:00.1Z stdout F [Info] 2021-06-3T03:25:37.815, responseCode: 404, lastError: {\n2026-11-01T08:00:00.1Z stdout F "reason": "x" }\n2026-11-01T08:00:00.1Z stdout P {"Resp`, [[2, 500], [5, 404]]],
  ['what Docker stores of a container’s log', [RESOURCE, '[Info] 2021-06-3T03:25:37.815, responseCode: 404'].map((log) => JSON.stringify({ log: `${log}\n`, stream: 'stdout', time: 'x' })).join('\n') + `\n${JSON.stringify({ log: RESOURCE.slice(0, 5), stream: 'stdout' })}\n${JSON.stringify({ log: `${RESOURCE.slice(5)}\n`, stream: 'stdout' })}`, [[1, 500], [2, 404], [3, 500]]],
  ['a container’s log as Kubernetes shows it', ['[Info] 2021-06-3T03:25:37.815, category: GatewayLogs, responseCode: 404, lastError: {', '  "reason": "x"', '}', `[Info] 2021-06-3T03:25:39 [GatewayLogs], ${RESOURCE}`].map((line) => `[pod/gateway-7d9/gateway] 2021-06-03T03:25:39.123456789Z ${line}`).join('\n'), [[1, 404], [4, 500]]],
  ['a container’s log as Docker Compose shows it', ['banner', '[Info] 2021-06-3T03:25:37.815, category: GatewayLogs, responseCode: 404, lastError: {', '  "reason": "x"', '}', '[Info] 2021-06-3T03:25:39 [GatewayLogs], responseCode: 200'].map((line) => `gateway-1  | ${line}`).join('\n'), [[2, 404], [5, 200]]],
  ['what Kubernetes stores, one of it too long', `2026-11-01T08:00:00Z stdout P ${'x'.repeat(LONGEST)}\n2026-11-01T08:00:00Z stdout F x\n2026-11-01T08:00:00Z stdout F ${RESOURCE}`, [[1, 'longer than any record'], [3, 500]]],
  ['an answer of Log Analytics', '{"tables":[{"name":"PrimaryResult","columns":[{"name":"ResponseCode","type":"int"}],"rows":[[500],[404]]},{"name":"x"}]}', [[1, 500], [1, 404], [1, 'no gateway record']]],
  ['an answer of Log Analytics over many lines', '{\n"tables": [\n{"columns":[{"name":"ResponseCode"}],\n"rows":[\n[500]\n]}]}', [[1, 500]]],
  ['lines with commas too many', `${RESOURCE},\n{"ResponseCode":500,}\n${LEGACY}`, [[1, 'no JSON, because of a comma after the record'], [2, 'no JSON, because of a comma before a closing bracket'], [3, 404]]],
  ['a record that ends in the middle, after a comma', `${RESOURCE}\n{"ResponseCode":500,`, [[1, 500], [2, 'no JSON']]],
  ['a record whose long text is never closed', `${RESOURCE}\n{"ResponseCode":500,"Errors":"${'\\\\"'.repeat(4_000_000)}`, [[1, 500], [2, 'no JSON']]],
  ['a list with commas too many', `[\n${RESOURCE},\n{"ResponseCode":500,},\n${LEGACY},\n]`, [[2, 500], [3, 'no JSON, because of a comma before a closing bracket'], [4, 404]]],
  ['half an answer of Log Analytics', '{"tables":[{"columns":[{"name":"ResponseCode"}],"rows":[[500]', [[1, 'no JSON']]],
  ['lines with empty lists', `${RESOURCE}\n[]\n{"records":[]}`, [[1, 500]]],
  ['an empty list', '[]', []],
  ['half a character', `${RESOURCE}\n{"ResponseCode":404,"Url":"\\ud800"}`, [[1, 500], [2, 'no JSON']]],
  ['lines, some of them nested thousands deep', `${RESOURCE}\n{"ResponseCode":1,"Errors":${DEEP}}\n{"ResponseCode":1,"x":${DEEP}}\n{"responseCode":1,"properties":"{\\"lastError\\":${DEEP}}"}\n${LEGACY}`, [[1, 500], [2, 1], [3, 1], [4, 1], [5, 404]]],
  ['lines, one of them too long', `${RESOURCE}\n${' '.repeat(LONGEST + 1)}\n${LEGACY}`, [[1, 500], [2, 'longer than any record'], [3, 404]]],
  ['a container’s log with a line that is too long', `[Info] 2021-06-3T03:25:37.815, category: GatewayLogs, responseCode: 404\n${'x'.repeat(LONGEST + 1)}\n[Info] 2021-06-3T03:25:39 [GatewayLogs], responseCode: 200`, [[1, 404], [2, 'longer than any record'], [3, 200]]],
  ['lines of which the first is broken', `{"Resp\n${RESOURCE}`, [[1, 'no JSON'], [2, 500]]],
  ['nothing', '', []],
  ['prose', 'hello\nworld', [[1, 'no gateway record'], [2, 'no gateway record']]],
])('reads %s', async (_, content, expected) => {
  expect(await read(content)).toEqual(expected);
}); // prettier-ignore

it.each([
  ['a Parquet file', 'PAR1...', 'parquet-by-row', 'is a Parquet file'],
  ['an archive that is cut off', gzipSync('x'.repeat(1000)).subarray(0, 20), 'file-cut', 'is cut off'],
  ['a damaged archive', Buffer.concat([gzipSync('x').subarray(0, 12), Buffer.alloc(30, 7)]), 'file-unreadable', 'its compressed data is damaged'],
])('refuses %s', async (_, content, code, words) => {
  await expect(read(content)).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
}); // prettier-ignore

const LONG = 'x'.repeat(17_000_000);
const UNCLOSED = 'a quote that is never closed; nothing after it is read';
const LONG_AT_LAST = 'over 16 MB, or a quote that is never closed; nothing after it is read';

it.each<[string, string, number, number, string, string]>([
  ['a quote that is never closed', 'ApiId,ResponseCode\r\na,500\r\n', 2, 3, '"é,404\r\nb,500\r\n', UNCLOSED],
  ['a quote that is never closed in its header', '', 0, 1, '"ApiId",ResponseCode,"Url\na,500\n', UNCLOSED],
  ['a line that is too long and opens a quote', 'ApiId,ResponseCode\n"a\nb",500\n', 2, 4, `"${LONG},500\nb,404\n`, LONG_AT_LAST],
  ['such a line after another that is too long', `ApiId,ResponseCode\r\n${LONG}\r\n`, 0, 3, `"${LONG},500\r\nb,404\r\n`, LONG_AT_LAST],
  ['a quoted cell of many lines that is too long', 'ApiId,ResponseCode\r\na,500\r\n\r\n', 2, 4, `b,404,"${`${'é'.repeat(98)}\r\n`.repeat(90_000)}"\r\n`, LONG_AT_LAST],
])('says how much of a file in CSV was not read behind %s', async (_, before, good, line, rest, error) => {
  for (const content of [`${before}${rest}`, gzipSync(`\uFEFF${before}${rest}`)]) {
    const file = path.join(folder, 'rest');
    writeFileSync(file, content);
    const found: unknown[] = [];
    const reading = async () => {
      for await (const one of readRows(file)) {
        found.push('error' in one ? [one.line, one.error] : one.line);
      }
    };
    await expect(reading()).rejects.toMatchObject({
      code: 'file-rest-unread',
      message: `Reading of the file “${file}” ended at line ${line}; ${Buffer.byteLength(rest).toLocaleString('en')} bytes of text, from there to its end, were not read.`,
    });
    expect(found).toEqual([...(good ? [good] : []), ...(before.includes(LONG) ? [[2, 'longer than any record']] : []), [line, error]]);
  }
}); // prettier-ignore

it('cuts records out of pieces of text of any length', async () => {
  const text = `{"records":[\n{"a":"\\"}\\\\"},\n{"b":{"c":[1,{}]}}\n]}\n`;
  for (const length of [1, 2, 3, 7, 1000]) {
    const found: unknown[] = [];
    for await (const one of jsonPieces(pieces(text, length))) {
      found.push(one);
    }
    expect(found).toEqual([
      { line: 2, record: { a: '"}\\' } },
      { line: 3, record: { b: { c: [1, {}] } } },
    ]);
  }
});

it('takes no longer for a long line than for many', async () => {
  const long = 'x'.repeat(LONGEST);
  const found: (number | string)[] = [];
  for await (const line of linesOf(pieces(`a\r\n${long}\n${long}x\nb`, 1000))) {
    found.push('text' in line ? line.text.length : line.error);
  }
  expect(found).toEqual([1, LONGEST, 'longer than any record', 1]);
});

it('takes no longer for a long record than for many', async () => {
  const long = 'x'.repeat(LONGEST - 100);
  const found: unknown[] = [];
  for await (const one of jsonPieces(pieces(`[\n{"a":"${long}"},\n{"b":1}]`, 1000))) {
    found.push(one);
  }
  expect(found).toEqual([
    { line: 2, record: { a: long } },
    { line: 3, record: { b: 1 } },
  ]);
});

it('reads what comes before the end of an archive that is cut off', async () => {
  const text = Array.from({ length: 3000 }, (_, i) => `{"ResponseCode":${i}}`).join('\n');
  const packed = gzipSync(text);
  const file = path.join(folder, 'cut.gz');
  writeFileSync(file, packed.subarray(0, packed.length - 100));
  const found: unknown[] = [];
  const reading = async () => {
    for await (const one of readRows(file)) {
      found.push('row' in one && one.row.ResponseCode);
    }
  };
  await expect(reading()).rejects.toMatchObject({ code: 'file-cut' });
  expect(found.slice(0, 3)).toEqual([0, 1, 2]);
  expect(found.length).toBeGreaterThan(1000);
});

describe('a file of lines that the engine can read to its end', () => {
  const long = `${'y'.repeat(LONGEST - 8)}`;
  it.each<[string, string | Buffer, boolean]>([
    ['one with the longest line', `a\n${long}\nb`, true],
    ['one with a line that is too long', `a\n${long}${'z'.repeat(100)}\nb`, false],
    ['one with such a line late', `${'a\n'.repeat(LONGEST / 2 + 7)}${long}${long}`, false],
    ['a short one', 'a\nb', true],
    ['an archive', gzipSync('a\nb'), true],
    ['an archive with a line that is too long', gzipSync(`a\n${long}${long}`), false],
    ['an archive that is cut off', gzipSync('a\nb').subarray(0, 15), false],
  ])('%s', async (_, content, sound) => {
    const file = path.join(folder, 'sound');
    writeFileSync(file, content);
    expect(await isSound(file, typeof content !== 'string')).toBe(sound);
  });
});
