/** The observed rows as log files, and what a query has to find in them. */
import type { ColumnValues } from '../../src/core/log';
import type { BackendOverLogs } from './backend-over-logs';
import { observedRange, observedRows, recordOf } from './gateway-records';

export const STEP = 600_000;

/** A file of every row in each of two shapes. */
export const observedLogs = {
  'resource.ndjson': observedRows.map(({ row }) => recordOf(row, 'resource')),
  'export.ndjson': observedRows.map(({ row }) => recordOf(row, 'export')),
};

/** What the observed rows are as a series, worked out from their expected scenarios alone. */
export function expectedSeries(): {
  readonly times: number[];
  readonly counts: ReadonlyMap<string, number[]>;
  readonly masked: number;
} {
  const times = Array.from({ length: 6 }, (_, i) => observedRange.from + i * STEP);
  const counts = new Map<string, number[]>();
  let masked = 0;
  for (const { row, expected } of observedRows) {
    if (expected !== 'none' && isMasked(row)) {
      masked++;
    } else if (expected !== 'none') {
      const slot = Math.floor((Number(row.TimeGenerated) - observedRange.from) / STEP);
      const list = counts.get(expected) ?? times.map(() => 0);
      list[slot] = (list[slot] ?? 0) + 1;
      counts.set(expected, list);
    }
  }
  return { times, counts, masked };
}

/** Calls that failed before the answer, which the caller did not hear of. */
const isMasked = ({ ResponseCode, LastErrorSource }: ColumnValues) =>
  ResponseCode === 200 && ['forward-request', 'send-request'].includes(LastErrorSource);

/** The observed rows are of the range's first minutes. The old SDK leaves out what is its default. */
export const beyond = ({ sdk }: BackendOverLogs) => ({
  ...(sdk === 'newest' ? { severity: 'info' } : {}),
  text: expect.stringContaining('The log files hold requests from'),
});

export const total = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);
