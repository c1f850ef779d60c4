/** Files that hold other things than gateway records: what is counted, and what is said of the rest. */
import { rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { fileRows } from '../../src/backend/sources/duckdb/files/file-rows';
import { canonicalRow, csvRecord, readJson, recordsOf, type CanonicalRow } from '../../src/core/log';
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import { observedRange, observedRows, recordOf } from '../support/gateway-records';
import { LogFolder } from './support/log-folder';

jest.setTimeout(600_000);

const { signal } = new AbortController();
const record = (i: number) => JSON.stringify(recordOf(observedRows[i]!.row, 'export'));
const good = [0, 1, 2].map(record);

let logs: LogFolder;

beforeEach(async () => {
  logs = await LogFolder.make();
});

afterEach(() => logs.dispose());

/** The rows of a line as the command line reads them; undefined for what is no gateway record. */
function inTypeScript(line: string): readonly (CanonicalRow | undefined)[] {
  try {
    return recordsOf(readJson(line)).map((one) =>
      typeof one === 'object' && one !== null ? canonicalRow(one) : undefined,
    );
  } catch {
    return [undefined];
  }
}

/** Ids of the requests that were found, and what was said. */
async function found(wanted: string) {
  const { rows, notices } = await logs.meaning(wanted);
  return { ids: rows.map(({ CorrelationId }) => CorrelationId), notices };
}

const MORE = '; “gatewaylens classify” on the command line tells where and why';
const notCounted = (
  lines: number,
  of: number,
  where = 'a.ndjson',
  why = 'they are no gateway records that can be read',
) => `Not counted, because ${why}: ${lines} of ${of} records of the log files, in ${where}${MORE}.`;
const threeRows = ['row-0', 'row-1', 'row-2'];

describe('a line that is no gateway record is told and never counted', () => {
  it.each([
    ['a record of the MCP log', '{"TimeGenerated":"2026-11-01T12:00:00Z","Category":"GatewayMCPLogs","Method":"tools/call","Error":"x"}'],
    ['a record of the language model log', '{"time":"2026-11-01T12:00:00Z","category":"GatewayLlmLogs","properties":{"modelName":"m","totalTokens":7}}'],
    ['a record of another category with a status', '{"time":"2026-11-01T12:00:00Z","category":"WebSocketConnectionLogs","responseCode":500}'],
    ['a record of another program', '{"method":"GET"}'],
    ['half a line', '{"time":"2026-11-01T12:00:00Z","responseCode":50'],
    ['no JSON', 'Started the gateway'],
    ['a status that is no number', '{"time":"2026-11-01T12:00:00Z","responseCode":"5xx"}'],
    ['half a character', '{"time":"2026-11-01T12:00:00Z","responseCode":500,"url":"\\ud800"}'],
    ['a number', '7'],
    ['a text', '"x"'],
    ['nothing', 'null'],
    ['an empty object', '{}'],
  ])('%s', async (_, line) => {
    await logs.write('a.ndjson', [good[0], line, good[1], good[2]].join('\n'));
    expect(await found('a.ndjson')).toEqual({
      ids: threeRows,
      notices: [notCounted(1, 4)],
    });
    expect(inTypeScript(line)).toEqual([undefined]);
  }); // prettier-ignore

  it.each([
    ['a record without a time', '{"responseCode":500,"lastError":{"reason":"Timeout"}}'],
    ['a record whose time is none', '{"time":"noon","responseCode":500}'],
  ])('%s', async (_, line) => {
    await logs.write('a.ndjson', [good[0], line, good[1], good[2]].join('\n'));
    expect(await found('a.ndjson')).toEqual({
      ids: threeRows,
      notices: [notCounted(1, 4, 'a.ndjson', 'their time is missing or cannot be read')],
    });
    expect(inTypeScript(line)).toEqual([expect.objectContaining({ TimeGenerated: null })]);
  });

  it('in a list that is a line', async () => {
    await logs.write('a.ndjson', [good[0], `[${good[1]},1,"x"]`, good[2]].join('\n'));
    expect(await found('a.ndjson')).toEqual({ ids: threeRows, notices: [notCounted(2, 5)] });
  });

  it('in one of several files, which is named', async () => {
    await logs.write('a.ndjson', good[0]!);
    await logs.write('b.ndjson', `${good[1]}\n{broken`);
    await logs.write('c.json', `[${good[2]},{"method":"GET"}]`);
    expect(await found('')).toEqual({ ids: threeRows, notices: [notCounted(2, 5, 'b.ndjson, c.json')] });
  });

  it('in an array', async () => {
    await logs.write('a.json', `[${[...good, '{"method":"GET"}', '{"x":[1,{"responseCode":5}]}'].join()}]`);
    expect(await found('a.json')).toEqual({
      ids: threeRows,
      notices: [notCounted(2, 5, 'a.json')],
    });
  });

  it('is not one when it is empty', async () => {
    await logs.write('a.ndjson', `\n${good.join('\n\n')}\n\n`);
    expect(await found('a.ndjson')).toEqual({ ids: threeRows, notices: [] });
  });
});

describe('a file that cannot be read is named and harms no other', () => {
  const broken = gzipSync(good.join('\n').repeat(200));

  it.each<[string, string, string | Uint8Array, string]>([
    ['packed, without its end', 'broken.json.gz', broken.subarray(0, broken.length / 2), 'could not be read'],
    ['packed by its name only', 'broken.json.gz', 'not packed', 'could not be read'],
    ['Parquet by its name only', 'broken.parquet', 'not Parquet', 'could not be read'],
    ['an array without its end', 'broken.json', `[${good.join()}`, 'could not be read'],
    [
      'an envelope without its end',
      'broken.json',
      JSON.stringify({ records: good.map((one) => JSON.parse(one) as object) }, null, 2).slice(0, -9),
      'could not be read',
    ],
    ['empty', 'broken.json', '', 'hold no gateway records'],
    ['empty and packed', 'broken.json.gz', gzipSync(''), 'hold no gateway records'],
    ['of another program', 'broken.log', 'Started\nStopped\n', 'hold no gateway records'],
    [
      'of another log',
      'broken.json',
      '{"category":"GatewayMCPLogs","responseCode":1}',
      'hold no gateway records',
    ],
  ])('%s', async (_, name, content, what) => {
    await logs.write(name, content);
    await logs.write('good.ndjson', good.slice(0, 2).join('\n'));
    await logs.write('other.json', `[${good[2]}]`);
    const more = what === 'could not be read' && name !== 'broken.parquet' ? MORE : '';
    expect(await found('')).toEqual({
      ids: threeRows,
      notices: [`1 of 3 log files ${what}: ${name}${more}.`],
    });
  });

  it('one of many of its kind', async () => {
    for (let i = 0; i < 3; i++) {
      await logs.write(`${i}.json.gz`, gzipSync(good[i]!));
    }
    await logs.write('broken.json.gz', broken.subarray(0, broken.length / 2));
    expect(await found('')).toEqual({
      ids: threeRows,
      notices: [`1 of 4 log files could not be read: broken.json.gz${MORE}.`],
    });
  });

  it('names three of many', async () => {
    for (let i = 0; i < 5; i++) {
      await logs.write(`${i}.json.gz`, 'not packed');
    }
    await logs.write('good.ndjson', good.join('\n'));
    expect((await found('')).notices).toEqual([
      `5 of 6 log files could not be read: 0.json.gz, 1.json.gz, 2.json.gz, 2 more${MORE}.`,
    ]);
  });
});

describe('without any gateway record there is an error that says where was looked', () => {
  it.each([
    ['files of another program', 'a.log', 'Started', 'No gateway log was found in “a.log”.'],
    ['a file that cannot be read', 'a.json.gz', 'not packed', 'A log file could not be read to its end.'],
  ])('%s', async (_, name, content, message) => {
    await logs.write(name, content);
    await expect(found(name)).rejects.toThrow(message);
  });

  it('no file at all', async () => {
    await expect(found('')).rejects.toThrow('No log file matches the allowed folder.');
    await expect(found('nowhere.json')).rejects.toThrow('No log file matches “nowhere.json”.');
    await expect(found('../x.json')).rejects.toThrow('The path “../x.json” leaves the folder');
  });
});

it('a file that vanishes between two queries is missed and said so, and nothing is kept of it', async () => {
  await logs.write('a.ndjson', good.slice(0, 2).join('\n'));
  await logs.write('b.ndjson', good[2]!);
  let now = 0;
  const rows = fileRows(logs.folder, '', () => now);
  const source = async () => {
    const { sql } = await rows.relation(observedRange, logs.engine, signal);
    const [[count] = []] = await logs.engine.rows(`SELECT count(*) FROM ${sql}`, signal);
    return Number(count);
  };
  expect(await source()).toBe(3);
  await rm(logs.path('b.ndjson'));
  await expect(source()).rejects.toMatchObject({
    name: 'GatewaylensError',
    cause: { message: expect.stringMatching(/^IO Error: No files found/) as string },
  });
  now += 10_000;
  expect(await source()).toBe(2);
});

it('the check tells records and files, and what is wrong with them', async () => {
  await logs.write('a.ndjson', [...good, '7'].join('\n'));
  await logs.write('b.json.gz', 'not packed');
  expect(await logs.source('', builtinCatalogue).check(signal)).toEqual([
    {
      name: 'Log files',
      state: 'limited',
      message: '3 gateway records; files read: 1.',
      hint: `1 of 2 log files could not be read: b.json.gz${MORE}. ${notCounted(1, 4)}`,
    },
  ]);
});

describe('columns that a table lacks leave causes open that they would tell, in Parquet as in CSV', () => {
  const columns = ['LastErrorReason', 'LastErrorMessage', 'LastErrorSource', 'BackendResponseCode'];
  const cells = [
    ['500', '', '', '', ''],
    ['503', '', '', '', '200'],
    ['500', '', '', '', '500'],
    ['0', '', '', '', ''],
    ['200', '', '', '', '200'],
    ['', '', '', '', ''],
    ['500', 'Timeout', '', '', ''],
    ['500', '', 'The remote name could not be resolved', '', ''],
    ['500', '', '', 'validate-jwt', ''],
  ];

  it.each([[[]], ...columns.map((one) => [[one]]), [columns.slice(0, 3)], [columns]])('without %j', async (lacking) => {
    const names = ['ResponseCode', ...columns];
    const kept = names.map((_, i) => i).filter((i) => !lacking.includes(names[i]!));
    const headings = ['TimeGenerated', 'CorrelationId', ...kept.map((i) => names[i]!)];
    const rows = cells.map((row, i) => [
      new Date(observedRange.from + i).toISOString(),
      `${i}`,
      ...kept.map((at) => row[at]!),
    ]);
    const values = rows.map((row) => `(${row.map((cell) => (cell === '' ? 'NULL' : `'${cell}'`)).join(', ')})`);
    await logs.writeParquet(
      'a.parquet',
      `SELECT * FROM (VALUES ${values.join(', ')}) AS t(${headings.map((name) => `"${name}"`).join(', ')})`,
    );
    const expected = rows.flatMap((row) => {
      const read = canonicalRow(csvRecord(headings, row));
      return read ? [[read.CorrelationId, read.LastErrorMessage, classify(read, builtinCatalogue).scenario]] : [];
    });
    const { sql, notices } = await logs.rows('a.parquet').relation(observedRange, logs.engine, signal);
    const messages = new Map(
      (await logs.engine.rows(`SELECT "CorrelationId", "LastErrorMessage" FROM ${sql}`, signal)) as [string, string][],
    );
    const meant = (await logs.meaning('a.parquet')).rows.map(({ CorrelationId, Scenario }) => [
      CorrelationId,
      messages.get(String(CorrelationId)),
      Scenario,
    ]);
    expect(meant.sort()).toEqual(expected.sort());
    const open = expected.filter(([, message]) => message === `Not in the file: ${lacking.join(', ')}.`);
    expect(open.map(([, , scenario]) => scenario).filter((one) => one !== 'unclassified')).toEqual([]);
    expect(open.length > 0).toBe(lacking.length > 0);
    expect(notices.filter(({ text }) => text.startsWith('Left unclassified')).map(({ text }) => text.split(', because')[0])).toEqual(
      open.length === 0 ? [] : [`Left unclassified: ${open.length} failed ${open.length === 1 ? 'request' : 'requests'} of a.parquet`],
    );
  }); // prettier-ignore
});

describe('rows mean the same in TypeScript and in SQL', () => {
  const time = '"TimeGenerated":"2026-11-01T12:00:00Z"';
  const deep = `${'['.repeat(1000)}${']'.repeat(1000)}`;
  it.each<[string, string]>([
    ['a key that stands twice', `{${time},"ResponseCode":500,"ResponseCode":404,"LastErrorReason":"Timeout","LastErrorReason":"x"}`],
    ['a key that stands twice, once escaped', `{${time},"ResponseCode":500,"Response\\u0043ode" : 404}`],
    ['a key that stands twice in a bag', '{"time":"2026-11-01T12:00:00Z","properties":{"responseCode":500,"responseCode":404,"lastError":{"reason":"Timeout","reason":"x"}}}'],
    ['a key that stands twice in a bag as text', '{"time":"2026-11-01T12:00:00Z","properties":"{\\"responseCode\\":500,\\"responseCode\\":404}"}'],
    ['letters that become others in lower case', `{${time},"ResponseCode":500,"LastErrorMessage":"THE REMOTE NAME COULD NOT BE RESOLVED İ \u212a","LastErrorSource":"FORWARD-REQUEST","BackendUrl":"https://\u212a.İ.É/"}`],
    ['the sign of Kelvin in a text that decides', `{${time},"ResponseCode":500,"LastErrorMessage":"No such host is \u212anown. (x:443)"}`],
    ['a time with slashes', '{"timeGenerated":"11/01/2026 12:00:01","responseCode":500,"lastError":{"reason":"Timeout"}}'],
    ['nested a thousand deep', `{${time},"ResponseCode":500,"LastErrorReason":"Timeout","x":${deep}}`],
    ['errors nested a thousand deep', `{${time},"ResponseCode":500,"LastErrorReason":"Timeout","Errors":${deep}}`],
  ])('%s', async (_, line) => {
    await logs.write('plain.ndjson', line);
    await logs.write('any.ndjson', `{"records":[${line}]}`);
    const [row] = inTypeScript(line);
    const { scenario } = classify(row!, builtinCatalogue);
    for (const name of ['plain.ndjson', 'any.ndjson']) {
      const { rows } = await logs.meaning(name);
      expect(rows).toEqual([
        expect.objectContaining({ ResponseCode: row!.ResponseCode, LastErrorReason: row!.LastErrorReason, BackendHost: row!.BackendHost, DisconnectPhase: row!.DisconnectPhase, Scenario: scenario }),
      ]);
    }
  }); // prettier-ignore
});

it('rows of an answer as the az tool writes it say which columns they lack', async () => {
  const record = { TableName: 'PrimaryResult', TimeGenerated: '2026-11-01T12:00:00Z', ResponseCode: '500', BackendResponseCode: null, LastErrorSource: 'None' };
  await logs.write('a.json', JSON.stringify([record, { ...record, LastErrorReason: 'Timeout' }], null, 2));
  const { rows, notices } = await logs.meaning('a.json');
  expect(rows.map(({ Scenario }) => Scenario).sort()).toEqual(['backend-timeout', 'unclassified']);
  expect(notices).toEqual([expect.stringContaining('Left unclassified: 1 failed request of a.json')]);
}); // prettier-ignore
