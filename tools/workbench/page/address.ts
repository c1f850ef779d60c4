/** What the page’s address keeps over a reload: the theme and the range, by its length or as Grafana writes it. */
import { useState } from 'react';
import { dateTime, type TimeRange } from '@grafana/data';
import { locationService } from '@grafana/runtime';

const USUAL_HOURS = 6;

interface Kept {
  readonly theme: 'dark' | 'light';
  /** Undefined for a range that was chosen in a graph. */
  readonly hours: number | undefined;
  readonly range: TimeRange;
}

export function useKept() {
  const [kept, setKept] = useState(() => keptIn(new URLSearchParams(window.location.search)));
  const keep = (query: Record<string, string | number | null>, chosen: Partial<Kept>) => {
    locationService.partial(query, true);
    setKept((before) => ({ ...before, ...chosen }));
  };
  return {
    ...kept,
    keepTheme: (theme: Kept['theme']) => keep({ theme }, { theme }),
    keepHours: (hours: number) => keep({ hours, from: null, to: null }, { hours, range: lastHours(hours) }),
    keepRange: ({ from, to }: { readonly from: number; readonly to: number }) =>
      keep({ hours: null, from, to }, { hours: undefined, range: rangeOf(from, to) }),
  };
}

function keptIn(params: URLSearchParams): Kept {
  const number = (name: string) => Number(params.get(name)) || 0;
  const [from, to] = [number('from'), number('to')];
  const hours = number('hours') > 0 ? number('hours') : USUAL_HOURS;
  return {
    theme: params.get('theme') === 'light' ? 'light' : 'dark',
    ...(from < to ? { hours: undefined, range: rangeOf(from, to) } : { hours, range: lastHours(hours) }),
  };
}

const lastHours = (hours: number) => rangeOf(Date.now() - hours * 3_600_000, Date.now());

function rangeOf(from: number, to: number): TimeRange {
  const [start, end] = [dateTime(from), dateTime(to)];
  return { from: start, to: end, raw: { from: start, to: end } };
}
