/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import {
  FieldType,
  getFieldDisplayName,
  getFieldSeriesColor,
  outerJoinDataFrames,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import type { Episode, ScenarioCard, SeriesCustom } from '../../core/frames';

export interface Layer {
  readonly name: string;
  readonly color: string;
  /** One number per bucket, null where there is none. */
  readonly values: readonly (number | null)[];
  readonly total: number;
  readonly mean: number;
  /** The frame's field, for its formatting and links. */
  readonly field: Field;
}

export interface EpisodeMark extends Episode {
  readonly card: ScenarioCard;
  /** Share of all requests that the query counts as failures, 0 to 1. */
  readonly share: number;
}

export interface TaxonomyView {
  readonly state: 'failures' | 'none-selected' | 'nothing-failed' | 'no-data' | 'wrong-frames';
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly layers: readonly Layer[];
  /** Whether layers may be drawn on top of each other. */
  readonly addsUp: boolean;
  /** Counts are added up over time; rates and shares are averaged. */
  readonly summary: 'Total' | 'Mean';
  readonly marks: readonly EpisodeMark[];
  /** Starts of the buckets that the range covers only in part. */
  readonly incomplete: ReadonlySet<number>;
  /** All requests by outcome, selected or not; undefined with frames of other data sources. */
  readonly totals: SeriesCustom['totals'] | undefined;
}

const nothing = {
  times: [],
  stepMs: 0,
  layers: [],
  addsUp: true,
  summary: 'Total',
  marks: [],
  incomplete: new Set<number>(),
  totals: undefined,
} as const;

export function viewOf(series: readonly DataFrame[], theme: GrafanaTheme2): TaxonomyView {
  const filled = series.filter(({ fields }) => fields.length > 0);
  if (filled.length === 0) {
    return { state: 'no-data', ...nothing };
  }
  const timed = filled.filter(({ fields }) => fields.some(isTime) && fields.some(isNumber));
  const frame = timed.length > 1 ? outerJoinDataFrames({ frames: [...timed] }) : timed[0];
  const time = frame?.fields.find(isTime);
  if (!frame || !time) {
    return { state: 'wrong-frames', ...nothing };
  }
  const times: readonly number[] = time.values;
  const ours = timed.flatMap(customOf);
  const totals = ours[0]?.totals;
  const layers = frame.fields.filter(isNumber).map((field) => layerOf(field, frame, filled, theme));
  return {
    state: stateOf(layers, totals),
    times,
    stepMs: leastStep(times) ?? ours[0]?.stepMs ?? 0,
    layers,
    addsUp: ours.every(({ addsUp }) => addsUp),
    summary: layers.every(({ field }) => isCount(field)) ? 'Total' : 'Mean',
    marks: distinct(ours.flatMap(marksOf)).sort((a, b) => a.from - b.from),
    incomplete: new Set(ours.flatMap(({ incomplete }) => incomplete)),
    totals,
  };
}

const isTime = ({ type }: Field) => type === FieldType.time;
const isNumber = ({ type }: Field) => type === FieldType.number;
/** Only numbers of requests may be added up over time. */
const isCount = ({ config: { unit } }: Field) => unit === undefined || unit === 'short' || unit === 'none';

/** Undefined with less than two times. */
function leastStep(times: readonly number[]): number | undefined {
  return times.slice(1).reduce<number | undefined>((least, time, i) => {
    const step = time - (times[i] ?? 0);
    return least === undefined ? step : Math.min(least, step);
  }, undefined);
}

function stateOf(layers: readonly Layer[], totals: TaxonomyView['totals']): TaxonomyView['state'] {
  if (layers.some(({ total }) => total > 0)) {
    return 'failures';
  }
  if (!totals) {
    return layers.some(({ values }) => values.some((value) => value !== null)) ? 'nothing-failed' : 'no-data';
  }
  const { failed, masked, succeeded } = totals;
  return failed + masked + succeeded === 0
    ? 'no-data'
    : failed + masked > 0
      ? 'none-selected'
      : 'nothing-failed';
}

function layerOf(field: Field, frame: DataFrame, all: readonly DataFrame[], theme: GrafanaTheme2): Layer {
  const values = Array.from(field.values as ArrayLike<unknown>, (value) =>
    typeof value === 'number' && Number.isFinite(value) ? value : null,
  );
  const numbers = values.filter((value) => value !== null);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  return {
    name: getFieldDisplayName(field, frame, [...all]),
    color: getFieldSeriesColor(field, theme).color,
    values,
    total,
    mean: numbers.length === 0 ? 0 : total / numbers.length,
    field,
  };
}

/** What our data source sends along; frames of others have none, or something else. */
function customOf({ meta }: DataFrame): readonly SeriesCustom[] {
  const custom = meta?.custom as Partial<SeriesCustom> | undefined;
  const isOurs =
    custom?.kind === 'scenario-series' &&
    [custom.episodes, custom.outcomes, custom.incomplete].every(Array.isArray) &&
    [custom.totals, custom.scenarios].every((part) => typeof part === 'object' && part !== null);
  return isOurs ? [custom as SeriesCustom] : [];
}

/** Episodes whose card came along. */
function marksOf({ episodes, scenarios, totals, outcomes }: SeriesCustom): readonly EpisodeMark[] {
  const counted = outcomes.reduce((sum, outcome) => sum + totals[outcome], 0) || 1;
  return episodes.flatMap((episode) => {
    const card = scenarios[episode.scenario];
    return card ? [{ ...episode, card, share: episode.count / counted }] : [];
  });
}

/** Two queries may tell of the same episode. */
function distinct(marks: readonly EpisodeMark[]): EpisodeMark[] {
  return [...new Map(marks.map((mark) => [`${mark.scenario} ${mark.from}`, mark])).values()];
}
