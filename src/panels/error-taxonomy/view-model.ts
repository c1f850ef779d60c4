/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import { FieldType, getFieldDisplayName, type DataFrame, type Field } from '@grafana/data';
import type { Episode, ScenarioCard, SeriesCustom } from '../../core/frames';

export interface Layer {
  readonly name: string;
  readonly color: string;
  /** One number per bucket, 0 where there is none. */
  readonly values: readonly number[];
  readonly total: number;
  /** The frame's field, for its formatting and links. */
  readonly field: Field;
}

export interface EpisodeMark extends Episode {
  readonly card: ScenarioCard;
  /** Share of all failed requests of the range, 0 to 1. */
  readonly share: number;
  /** Line of the lane in which it lies, from the top. */
  readonly row: number;
}

export interface TaxonomyView {
  readonly state: 'failures' | 'nothing-failed' | 'no-data' | 'wrong-frames';
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly layers: readonly Layer[];
  readonly marks: readonly EpisodeMark[];
  /** Episodes that fit no row of the lane. */
  readonly unmarked: number;
  readonly succeeded: number;
}

const LANE_ROWS = 3;
const nothing = { times: [], stepMs: 0, layers: [], marks: [], unmarked: 0, succeeded: 0 };

/** @param colorOf the theme's colour of a name */
export function viewOf(series: readonly DataFrame[], colorOf: (name: string) => string): TaxonomyView {
  if (series.every(({ fields }) => fields.length === 0)) {
    return { state: 'no-data', ...nothing };
  }
  const frame = series.find(({ fields }) => fields[0]?.type === FieldType.time && fields.some(isNumber));
  const time = frame?.fields[0];
  if (!frame || !time) {
    return { state: 'wrong-frames', ...nothing };
  }
  const times: readonly number[] = time.values;
  const custom = customOf(frame);
  const layers = frame.fields.filter(isNumber).map((field) => layerOf(field, frame, series, colorOf));
  const failures = layers.some(({ total }) => total > 0);
  const { marks, unmarked } = marksOf(custom);
  return {
    state: failures ? 'failures' : requestsOf(custom) === 0 ? 'no-data' : 'nothing-failed',
    times,
    stepMs: custom?.stepMs ?? (times[1] ?? 0) - (times[0] ?? 0),
    layers,
    marks,
    unmarked,
    succeeded: custom?.totals.succeeded ?? 0,
  };
}

const isNumber = ({ type }: Field) => type === FieldType.number;

function layerOf(
  field: Field,
  frame: DataFrame,
  all: readonly DataFrame[],
  colorOf: (name: string) => string,
): Layer {
  const values = Array.from(field.values as ArrayLike<unknown>, (value) =>
    typeof value === 'number' && Number.isFinite(value) ? value : 0,
  );
  return {
    name: getFieldDisplayName(field, frame, [...all]),
    color: colorOf(field.config.color?.fixedColor ?? 'gray'),
    values,
    total: values.reduce((sum, value) => sum + value, 0),
    field,
  };
}

/** What our data source sends along; frames of others have none. */
function customOf(frame: DataFrame): SeriesCustom | undefined {
  const custom = frame.meta?.custom as Partial<SeriesCustom> | undefined;
  return custom?.kind === 'scenario-series' ? (custom as SeriesCustom) : undefined;
}

function requestsOf(custom: SeriesCustom | undefined): number | undefined {
  return custom && custom.totals.failed + custom.totals.masked + custom.totals.succeeded;
}

/** Episodes laid out in rows so that none covers another, the largest first where the rows do not suffice. */
function marksOf(custom: SeriesCustom | undefined): Pick<TaxonomyView, 'marks' | 'unmarked'> {
  if (!custom) {
    return { marks: [], unmarked: 0 };
  }
  const failed = custom.totals.failed || 1;
  const marks: EpisodeMark[] = [];
  let unmarked = 0;
  for (const episode of [...custom.episodes].sort((a, b) => b.count - a.count)) {
    const card = custom.scenarios[episode.scenario];
    const row = Array.from({ length: LANE_ROWS }, (_, i) => i).find(
      (line) => !marks.some((mark) => mark.row === line && mark.from < episode.to && episode.from < mark.to),
    );
    if (card && row !== undefined) {
      marks.push({ ...episode, card, share: episode.count / failed, row });
    } else {
      unmarked++;
    }
  }
  return { marks: marks.sort((a, b) => a.from - b.from), unmarked };
}
