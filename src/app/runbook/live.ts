/** How a scenario fares in a data source and range, from the frames of `liveQueries`. */
import type { DataFrame } from '@grafana/data';
import type { Episode, SeriesCustom, TaxonomyCustom } from '../../core/frames';
import type { Answers } from '../asking/data-source';
import { places } from './live-queries';

export interface Live {
  readonly totals: SeriesCustom['totals'];
  readonly failures: number;
  /** Requests of this scenario whose error a policy or a retry hid. */
  readonly masked: number;
  /** Of all failures, 0 to 1. */
  readonly share: number | null;
  /** Of all requests, with the name that says whether it can be relied upon. */
  readonly shareOfRequests: { readonly name: string; readonly value: number | null };
  /** Against the range before: 0.5 is half as many again. Null where that is not known, or there was none. */
  readonly trend: number | null;
  readonly previous: number | null;
  readonly firstSeen: number | null;
  readonly lastSeen: number | null;
  readonly graph: Graph;
  /** The newest stretch of time that was far above the quiet level. */
  readonly episode: Episode | undefined;
  readonly places: readonly Place[];
  /** What the numbers do not tell, or tell wrong. */
  readonly notices: readonly string[];
}

export interface Graph {
  /** Starts of buckets, and what was counted in each. */
  readonly times: readonly number[];
  readonly counts: readonly number[];
  readonly stepMs: number;
  /** Of the last bucket that is over. */
  readonly latest: number | undefined;
}

export interface Place {
  readonly title: string;
  readonly values: readonly PlaceValue[];
}

export interface PlaceValue {
  readonly name: string;
  readonly failures: number;
  /** Of the scenario’s failures, 0 to 1. */
  readonly share: number;
  /** How many times its share of traffic that is; null where it is not known. */
  readonly lift: number | null;
}

/** @returns undefined where the data source gave no frames that can be read */
export function liveOf(answers: Answers): Live | undefined {
  const one = (refId: string) => answers.get(refId)?.[0];
  const failures = one('failures');
  const custom = failures?.meta?.custom as Partial<TaxonomyCustom> | undefined;
  if (!failures || !custom?.totals) {
    return undefined;
  }
  const row = cellsOf(failures);
  const series = one('series');
  const count = row('count') ?? 0;
  return {
    totals: custom.totals,
    failures: count,
    masked: numberIn(one('masked'), 'count', 0) ?? 0,
    share: row('share'),
    shareOfRequests: { name: nameOf(failures, 'shareOfRequests'), value: row('shareOfRequests') },
    trend: row('trend'),
    previous: row('previous'),
    firstSeen: row('firstSeen'),
    lastSeen: row('lastSeen'),
    graph: graphOf(series),
    episode: episodesOf(series).at(-1),
    places: places.map(({ id, title }) => ({ title, values: valuesOf(one(id)) })),
    notices: noticesOf(answers, count > 0),
  };
}

const cellsOf = (frame: DataFrame) => (field: string) => numberIn(frame, field, 0);

function numberIn(frame: DataFrame | undefined, name: string, row: number): number | null {
  const value = frame?.fields.find((field) => field.name === name)?.values[row] as unknown;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

function nameOf({ fields }: DataFrame, name: string): string {
  return fields.find((field) => field.name === name)?.config.displayNameFromDS ?? name;
}

const episodesOf = (series: DataFrame | undefined): readonly Episode[] =>
  [...((series?.meta?.custom as Partial<SeriesCustom> | undefined)?.episodes ?? [])].sort(
    (a, b) => a.from - b.from,
  );

function graphOf(series: DataFrame | undefined): Graph {
  const custom = series?.meta?.custom as Partial<SeriesCustom> | undefined;
  const [time, count] = series?.fields ?? [];
  const times = [...((time?.values ?? []) as Iterable<number>)];
  const counts = times.map((_, i) => Number(count?.values[i] ?? 0));
  const incomplete = new Set(custom?.incomplete);
  const whole = times.flatMap((start, i) => (incomplete.has(start) ? [] : [counts[i] ?? 0]));
  return { times, counts, stepMs: custom?.stepMs ?? 0, latest: whole.at(-1) };
}

function valuesOf(frame: DataFrame | undefined): readonly PlaceValue[] {
  if (!frame) {
    return [];
  }
  const names = frame.fields.filter(({ type }) => type === 'string').map(({ name }) => name);
  const text = (name: string, row: number) =>
    String(frame.fields.find((field) => field.name === name)?.values[row] ?? '');
  return Array.from({ length: frame.length }, (_, row) => ({
    name: names
      .map((name) => text(name, row) || '(none)')
      .reverse()
      .join(' · '),
    failures: numberIn(frame, 'failures', row) ?? 0,
    share: numberIn(frame, 'share', row) ?? 0,
    lift: numberIn(frame, 'lift', row),
  }));
}

/** Without failures only what warns: that there are none is told anyway. */
function noticesOf(answers: Answers, areAny: boolean): readonly string[] {
  const told = ['failures', 'series'];
  const texts = [...answers].flatMap(([refId, frames]) =>
    frames
      .flatMap(({ meta }) => meta?.notices ?? [])
      // Grafana 10.1 leaves “info” out.
      .filter(
        ({ severity }) => severity === 'warning' || severity === 'error' || (areAny && told.includes(refId)),
      )
      .map(({ text }) => text),
  );
  return [...new Set(texts)].filter((text) => !/^No requests at all/.test(text));
}
