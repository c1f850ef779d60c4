/** Nothing in a file is left out because of where it stands or how it is written. */
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { observedRange, observedRows, recordOf, writing } from '../../../../../tests/support/gateway-records';
import type { CanonicalRow } from '../../../../core/log';
import { Engine } from '../engine';
import { fileRows } from './file-rows';

const { signal } = new AbortController();
const lines = observedRows.map(({ row }) => JSON.stringify(recordOf(row, 'resource')));

let folder: string;
let engine: Engine;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-')));
  engine = new Engine([folder], folder);
});
afterEach(async () => {
  await engine.dispose();
  rmSync(folder, { recursive: true });
});

const write = (name: string, content: readonly string[]) =>
  writeFileSync(path.join(folder, name), content.join('\n'));

const read = () => fileRows(folder, '', () => 0).relation(observedRange, engine, signal);

/** Which rows were found, and what was warned of. */
async function ids() {
  const { sql, notices } = await read();
  const found = await engine.rows(`SELECT DISTINCT "CorrelationId" FROM ${sql} ORDER BY ALL`, signal);
  return {
    ids: found.flat(),
    warnings: notices.filter(({ severity }) => severity === 'warning').map(({ text }) => text),
  };
}

describe('finds what lies beyond the part of a file that it looks at first', () => {
  /** More than that part. */
  const many = (line: string) => new Array<string>(Math.ceil(1_100_000 / line.length)).fill(line);
  const other = JSON.stringify({ level: 'info', message: 'Started '.repeat(100) });
  const first = observedRows[0]!.row;
  /** In another hour: rows of both tables in the same are taken for the same requests. */
  const second: CanonicalRow = {
    ...observedRows[1]!.row,
    TimeGenerated: observedRange.to,
    IsRequestSuccess: false,
    ResponseCode: 500,
    ApiId: 'echo',
  };
  const recordIn = (name: string, row = second) => JSON.stringify(writing(name).record(row));

  it.each<[string, readonly string[]]>([
    ['lines', [...many(other), recordIn('export, nested')]],
    ['lines of any shape', [...many('Started '.repeat(100)), recordIn('AzureDiagnostics, a bag as text')]],
    ['a list', ['[', ...many(`${other},`), recordIn('resource-specific'), ']']],
    ['an envelope', ['{"records":[', ...many(`${other},`), recordIn('resource-specific'), ']}']],
  ])('where no record was seen, in %s', async (_, content) => {
    write('a.json', content);
    expect((await ids()).ids).toEqual(['row-1']);
  });

  const kinds = ['resource-specific', 'AzureDiagnostics', 'export, nested', 'export, nested as text'];
  const pairs = kinds.flatMap((seen) => kinds.filter((one) => one !== seen).map((next) => [seen, next]));

  it.each(pairs)('after %s, %s', async (seen, next) => {
    write('a.ndjson', [...many(recordIn(seen!, first)), recordIn(next!)]);
    const { sql } = await read();
    const columns = '"CorrelationId", "ResponseCode", "ApiId", "LastErrorReason"';
    expect(await engine.rows(`SELECT DISTINCT ${columns} FROM ${sql} ORDER BY ALL`, signal)).toEqual(
      [first, second].map(({ CorrelationId, ResponseCode, ApiId, LastErrorReason }) => [
        CorrelationId,
        ResponseCode,
        ApiId,
        LastErrorReason,
      ]),
    );
  });

  it('an envelope in a line', async () => {
    write('a.ndjson', [...many(lines[0]!), `{"records":[${lines[1]},${lines[2]}]}`]);
    expect(await ids()).toEqual({ ids: ['row-0', 'row-1', 'row-2'], warnings: [] });
  });

  it('and keeps the fast way where there is no more', async () => {
    write('a.ndjson', [...many(lines[0]!), '{broken']);
    const { sql } = await read();
    expect(sql).toContain('columns = {');
  });
});

describe('loses nothing to a byte order mark', () => {
  it.each<[string, (content: string) => string | Buffer]>([
    ['a.ndjson', (content) => content],
    ['a.ndjson.gz', gzipSync],
  ])('in %s', async (name, written) => {
    const content = `\uFEFF${[lines[0], '', '{broken', lines[1], '  '].join('\r\n')}`;
    writeFileSync(path.join(folder, name), written(content));
    write('b.ndjson', [`\uFEFF${lines[2]}`]);
    expect(await ids()).toEqual({
      ids: ['row-0', 'row-1', 'row-2'],
      warnings: [
        `Not counted, because they are no gateway records that can be read: 1 of 4 records of the log files, in ${name}; “gatewaylens classify” on the command line tells where and why.`,
      ],
    });
  });

  it.each([
    ['a list', `[${lines[0]}]`],
    ['an envelope', `{\n"records":[${lines[0]}]}`],
  ])('in %s', async (_, content) => {
    write('a.json', [`\uFEFF${content}`]);
    expect((await ids()).ids).toEqual(['row-0']);
  });
});

it('reads one record over many lines, whatever is in it', async () => {
  write('a.json', JSON.stringify({ ...JSON.parse(lines[0]!), more: [{ x: 1 }, {}] }, null, 2).split('\n'));
  expect((await ids()).ids).toEqual(['row-0']);
});

it('takes what stands for nothing in the text of an error for nothing', async () => {
  const record = { TimeGenerated: '2026-11-01T12:00:00Z', ResponseCode: 200 };
  write(
    'a.json',
    ['None', 'Timeout'].map((LastErrorReason) => JSON.stringify({ ...record, LastErrorReason })),
  );
  const { sql } = await read();
  const found = await engine.rows(`SELECT "LastErrorReason" FROM ${sql} ORDER BY ALL`, signal);
  expect(found).toEqual([[''], ['Timeout']]);
});
