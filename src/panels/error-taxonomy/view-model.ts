/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import {
  FieldType,
  outerJoinDataFrames,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import type { SeriesCustom } from '../../core/frames';
import { layerOf, leastStep, marksOf, type EpisodeMark, type Layer } from '../../ui/plot';

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
    marks: marksOf(ours, ({ outcomes, totals: all }) =>
      outcomes.reduce((sum, outcome) => sum + all[outcome], 0),
    ),
    incomplete: new Set(ours.flatMap(({ incomplete }) => incomplete)),
    totals,
  };
}

const isTime = ({ type }: Field) => type === FieldType.time;
const isNumber = ({ type }: Field) => type === FieldType.number;
/** Only numbers of requests may be added up over time. */
const isCount = ({ config: { unit } }: Field) => unit === undefined || unit === 'short' || unit === 'none';

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

/** What our data source sends along; frames of others have none, or something else. */
function customOf({ meta }: DataFrame): readonly SeriesCustom[] {
  const custom = meta?.custom as Partial<SeriesCustom> | undefined;
  const isOurs =
    custom?.kind === 'scenario-series' &&
    [custom.episodes, custom.outcomes, custom.incomplete].every(Array.isArray) &&
    [custom.totals, custom.scenarios].every((part) => typeof part === 'object' && part !== null);
  return isOurs ? [custom as SeriesCustom] : [];
}
