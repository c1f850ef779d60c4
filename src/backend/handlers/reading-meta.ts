import type { Stat } from '../../core/frames';
import type { Reading } from '../sources/log-source';

export interface ReadingMeta {
  readonly stats: readonly Stat[];
  readonly isIncomplete: boolean;
}

/** What the query inspector shows of how a query was answered: of several requests the one that took longest. */
export function readingMeta(readings: readonly Reading[]): ReadingMeta {
  const most = (of: (reading: Reading) => number) => Math.round(Math.max(...readings.map(of)));
  const stats: readonly Stat[] =
    readings.length === 0
      ? []
      : [
          { displayName: 'Plans read in one request', value: most(({ plans }) => plans) },
          { displayName: 'Waited for its turn', value: most(({ waitedMs }) => waitedMs), unit: 'ms' },
          { displayName: 'Read from the log store', value: most(({ tookMs }) => tookMs), unit: 'ms' },
          { displayName: 'Age of the answer', value: most(({ ageMs }) => ageMs), unit: 'ms' },
        ];
  return { stats, isIncomplete: readings.some((reading) => reading.isIncomplete) };
}
