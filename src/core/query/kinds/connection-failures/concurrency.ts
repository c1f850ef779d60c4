import { BUCKET, reader, type Answer } from '../../../plan';

/** Connections to one backend host that one gateway held at the same time, at its busiest. */
export interface Concurrency {
  readonly service: string;
  readonly region: string;
  readonly host: string;
  readonly calls: number;
  /** The range of the estimate; null when too few of the calls carry the backend's time. */
  readonly estimate: { readonly from: number; readonly to: number } | null;
}

/** Share of the calls that must carry the backend's time. */
const ENOUGH = 0.8;

/**
 * By Little's law the mean number of requests in flight is the time that all of them took, divided by the time in which
 * they came. The busiest bucket counts; arrivals that are independent of each other stay below two standard deviations
 * above that mean, which gives the upper end. An estimate: shorter peaks are higher, and idle connections are not seen.
 * @param answer counts, calls with a time and sums of the backend's time, per bucket
 */
export function concurrencyOf({ table, plan, range }: Answer): readonly Concurrency[] {
  const step = (plan.gives === 'groups' && plan.stepMs) || 1;
  const read = reader(table);
  const found = new Map<string, { parts: string[]; calls: number; timed: number; most: number | null }>();
  for (const row of table.rows) {
    const parts = ['Service', 'Region', 'BackendHost'].map((name) => String(read(row, name)));
    const key = JSON.stringify(parts);
    const known = found.get(key) ?? { parts, calls: 0, timed: 0, most: null };
    found.set(key, known);
    known.calls += Number(read(row, 'Count'));
    known.timed += Number(read(row, 'Timed'));
    const start = Number(read(row, BUCKET));
    const covered = Math.min(start + step, range.to) - Math.max(start, range.from);
    // A bucket of which little is covered says little of a mean.
    if (covered >= step / 2) {
      known.most = Math.max(known.most ?? 0, Number(read(row, 'BackendMs')) / covered);
    }
  }
  return [...found.values()].map(({ parts: [service = '', region = '', host = ''], calls, timed, most }) => ({
    service,
    region,
    host,
    calls,
    estimate: most === null || timed / calls < ENOUGH ? null : rangeOf(most, calls),
  }));
}

/** There never are more connections than calls. */
function rangeOf(mean: number, calls: number): Concurrency['estimate'] {
  return {
    from: Math.min(calls, Math.round(mean)),
    to: Math.min(calls, Math.ceil(mean + 2 * Math.sqrt(mean))),
  };
}
