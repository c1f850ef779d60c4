import { gzipSync } from 'node:zlib';
import {
  ALL,
  at,
  LEFT_OUT,
  lines,
  RESOURCE_ID,
  row,
  ROWS,
  summaryCli,
} from '../../../tests/support/summary-cli';

jest.setTimeout(120_000);

const { run, summary, counted, file } = summaryCli();

describe('says what it did not count, as classify does', () => {
  const timeless = JSON.stringify({ ...row(0, {}), TimeGenerated: 'noon' });

  it('rows without a time, and none for a time long ago or far away', () => {
    const far = ['0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z', '9999-12-31T23:59:59.999Z'];
    const log = file('times.ndjson', [lines(far.map((TimeGenerated) => row(0, { TimeGenerated }))), timeless].join('\n'));
    expect(counted([log])).toMatchObject({
      range: { from: '0001-01-01T00:00:00.000Z' },
      requests: { succeeded: 3 },
      warnings: [`Not counted, because their time is missing or cannot be read: 1 of 4 records of the log files, in ${log}.`],
    });
    expect(run(['classify', log]).stderr).toBe(
      'gatewaylens: 1 of 4 rows have no time that can be read; “summary” leaves them out.\n',
    );
  });

  it('lines that are longer than any record', () => {
    const log = file('long.ndjson', [lines(ROWS), JSON.stringify({ ...ROWS[0], x: 'y'.repeat(17_000_000) })].join('\n'));
    expect(counted([log])).toMatchObject({
      requests: ALL.requests,
      warnings: [`1 of 5 rows of ${log} could not be read, the first in line 5: longer than any record.`],
    });
    expect(run(['classify', log]).stderr).toBe('1 of 5 rows could not be read\n');
  });

  it('how much of a file in CSV is behind a line at which reading ends', () => {
    const header = 'TimeGenerated,ResponseCode,LastErrorReason';
    const rest = `"${'x'.repeat(17_000_000)},500,\n2026-11-01T08:00:01Z,500,\n`;
    const log = file('open.csv', `${header}\nx\n2026-11-01T08:00:00Z,200,\n${rest}`);
    const ended = [
      `gatewaylens: Reading of the file “${log}” ended at line 4; 17,000,033 bytes of text, from there to its end, were not read.`,
      'What comes before is read. A quote in that line is never closed, or the line is longer than 16 MB: correct it for the rest.',
    ].join('\n');
    const { status, stdout, stderr } = summary(['--output', 'json', log]);
    expect([status, stderr, rest.length]).toEqual([2, expect.stringContaining(`\n${ended}\n`), 17_000_033]);
    expect(JSON.parse(stdout)).toMatchObject({
      requests: { succeeded: 1 },
      warnings: [`2 of 3 rows of ${log} could not be read, the first in line 2: no gateway record.`],
    });
    expect(run(['classify', log])).toMatchObject({ status: 2, stderr: `${ended}\n2 of 3 rows could not be read\n` });
  });

  it('rows of both tables', () => {
    const legacy = { TimeGenerated: at(1), Category: 'GatewayLogs', _ResourceId: RESOURCE_ID, responseCode_d: 500 };
    const log = file('tables.ndjson', lines([...ROWS, legacy]));
    expect(counted([log])).toEqual({ ...ALL, warnings: [LEFT_OUT] });
    expect(run(['classify', log]).stderr).toBe(
      'gatewaylens: “summary” leaves out, because ApiManagementGatewayLogs has the requests of the same service and hour: 1 row of AzureDiagnostics.\n',
    );
  });

  it('causes that a missing column would tell', () => {
    const log = file('lacking.csv', 'TimeGenerated,ResponseCode,BackendResponseCode,LastErrorReason,LastErrorSource\n2026-11-01T08:00:00Z,500,,,\n');
    const warning = `Left unclassified: 1 failed request of ${log}, because there is no column LastErrorMessage (what the error says).`;
    expect(counted([log])).toMatchObject({ scenarios: [['unclassified', 1]], warnings: [warning] });
    expect(run(['classify', log]).stderr).toBe(`gatewaylens: ${warning}\n`);
  });

  it('a list without rows', () => {
    const log = file('none.json', '[]');
    const { status, stderr } = run(['classify', log]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`gatewaylens: There are no rows in ${log}.\n`)]);
    expect(summary([log])).toMatchObject({ status, stderr });
  });

  it('what is missing of an archive that is cut off', () => {
    const packed = gzipSync(lines(ROWS));
    const log = file('cut.ndjson.gz', packed.subarray(0, packed.length - 10));
    const { status, stdout, stderr } = summary([log]);
    expect([status, stderr]).toEqual([2, expect.stringContaining(`gatewaylens: The file “${log}” is cut off: `)]);
    expect(stdout).toMatch(/\nRequests {2}[34]: /);
  });
}); // prettier-ignore
