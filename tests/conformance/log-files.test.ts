/** Files that hold other things than gateway records: what is counted, and what is said of the rest. */
import { rm } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { fileRows } from '../../src/backend/sources/duckdb/files/file-rows';
import { ERRORS_LEFT_OUT } from '../../src/core/log';
import { builtinCatalogue } from '../../src/core/scenarios';
import { observedRange, observedRows, recordOf } from '../support/gateway-records';
import { LogFolder } from './support/log-folder';

jest.setTimeout(60_000);

const { signal } = new AbortController();
const record = (i: number) => JSON.stringify(recordOf(observedRows[i]!.row, 'export'));
const good = [0, 1, 2].map(record);

let logs: LogFolder;

beforeEach(async () => {
  logs = await LogFolder.make();
});

afterEach(() => logs.dispose());

/** Ids of the requests that were found, and what was said. */
async function found(wanted: string) {
  const { rows, notices } = await logs.meaning(wanted);
  return { ids: rows.map(({ CorrelationId }) => CorrelationId), notices };
}

const notCounted = (lines: number, of: number) =>
  `Not counted, because they are no gateway records with a time: ${lines} of ${of} records of the log files.`;
const threeRows = ['row-0', 'row-1', 'row-2'];

describe('a line that is no gateway record is told and never counted', () => {
  it.each([
    ['a record of the MCP log', '{"TimeGenerated":"2026-11-01T12:00:00Z","Category":"GatewayMCPLogs","Method":"tools/call","Error":"x"}'],
    ['a record of the language model log', '{"time":"2026-11-01T12:00:00Z","category":"GatewayLlmLogs","properties":{"modelName":"m","totalTokens":7}}'],
    ['a record of another category with a status', '{"time":"2026-11-01T12:00:00Z","category":"WebSocketConnectionLogs","responseCode":500}'],
    ['a record of another program', '{"method":"GET"}'],
    ['a record without a time', '{"responseCode":500,"lastError":{"reason":"Timeout"}}'],
    ['a record whose time is none', '{"time":"noon","responseCode":500}'],
    ['half a line', '{"time":"2026-11-01T12:00:00Z","responseCode":50'],
    ['no JSON', 'Started the gateway'],
    ['a list', '[1,2]'],
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
  }); // prettier-ignore

  it('in an array', async () => {
    await logs.write('a.json', `[${[...good, '{"method":"GET"}', '{"x":[1,{"responseCode":5}]}'].join()}]`);
    expect(await found('a.json')).toEqual({
      ids: threeRows,
      notices: [notCounted(2, 5)],
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
    expect(await found('')).toEqual({ ids: threeRows, notices: [`1 of 3 log files ${what}: ${name}.`] });
  });

  it('one of many of its kind', async () => {
    for (let i = 0; i < 3; i++) {
      await logs.write(`${i}.json.gz`, gzipSync(good[i]!));
    }
    await logs.write('broken.json.gz', broken.subarray(0, broken.length / 2));
    expect(await found('')).toEqual({
      ids: threeRows,
      notices: ['1 of 4 log files could not be read: broken.json.gz.'],
    });
  });

  it('names three of many', async () => {
    for (let i = 0; i < 5; i++) {
      await logs.write(`${i}.json.gz`, 'not packed');
    }
    await logs.write('good.ndjson', good.join('\n'));
    expect((await found('')).notices).toEqual([
      '5 of 6 log files could not be read: 0.json.gz, 1.json.gz, 2.json.gz, 2 more.',
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
      hint: `1 of 2 log files could not be read: b.json.gz. ${notCounted(1, 4)}`,
    },
  ]);
});

it('a Parquet file without columns of errors leaves causes open that they would tell', async () => {
  await logs.writeParquet(
    'left-out.parquet',
    `SELECT TIMESTAMP '${new Date(observedRange.from).toISOString().slice(0, 23)}' AS "TimeGenerated", unnest([500, 200]) AS "ResponseCode"`,
  );
  const { rows } = await logs.meaning('left-out.parquet');
  expect(rows.map(({ Scenario }) => Scenario).sort()).toEqual(['none', 'unclassified']);
  const { sql } = await logs.rows('left-out.parquet').relation(observedRange, logs.engine, signal);
  expect(await logs.engine.rows(`SELECT DISTINCT "LastErrorMessage" FROM ${sql}`, signal)).toEqual([
    [ERRORS_LEFT_OUT],
  ]);
});
