/** Which queries counted the same requests: pure. */
import type { DataFrame } from '@grafana/data';
import type { SeriesCustom } from '../../core/frames';
import { seriesCustom, taxonomyCustom } from './frames';

/** What a query counted, and which of it as failures. */
export type Asked = Pick<SeriesCustom, 'outcomes' | 'totals'>;

export interface Counted {
  /** All of these requests by outcome, selected or not. */
  readonly totals: SeriesCustom['totals'];
  /** Letters of the queries that counted them; undefined where that goes without saying, because all did. */
  readonly query: string | undefined;
  readonly asked: readonly Asked[];
}

/** Filters may differ from query to query, and with them what is counted: what is the same is told once. */
export function countedBy(frames: readonly DataFrame[]): readonly Counted[] {
  const groups = new Map<string, { totals: Counted['totals']; letters: Set<string>; asked: Asked[] }>();
  frames.forEach((frame, i) => {
    const one = seriesCustom(frame) ?? taxonomyCustom(frame);
    if (!one) {
      return;
    }
    const key = keyOf(one);
    const group = groups.get(key) ?? { totals: one.totals, letters: new Set(), asked: [] };
    groups.set(key, group);
    group.letters.add(frame.refId ?? String(i + 1));
    group.asked.push(one);
  });
  return [...groups.values()].map(({ totals, letters, asked }) => ({
    totals,
    query: groups.size === 1 ? undefined : [...letters].join(', '),
    asked,
  }));
}

/** The requests that a query counted; where there are no others, these. */
export function countedIn(counted: readonly Counted[], one: Asked | undefined): Counted | undefined {
  return counted.length === 1
    ? counted[0]
    : one && counted.find(({ totals }) => keyOf({ totals }) === keyOf(one));
}

/** Says it of each where they are several. */
export function toldOf(counted: readonly Counted[], words: (totals: Counted['totals']) => string): string {
  return counted
    .map(({ query, totals }) => `${query === undefined ? '' : `query ${query}: `}${words(totals)}`)
    .join('; ');
}

const keyOf = ({ totals: { failed, masked, succeeded } }: Pick<Asked, 'totals'>) =>
  [failed, masked, succeeded].join();
