/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import type { ScenarioCard, SeriesCustom } from '../../core/frames';
import { isCount, isTimed, marksOf, seriesOf, type EpisodeMark } from '../../ui/plot';
import { entriesOf, maskedEntry, type Entry, type Known } from './entries';
import { seriesCustom, taxonomyCustom } from './frames';
import { scenarioRows } from './scenario-table';

export interface TaxonomyView {
  readonly state: 'failures' | 'none-selected' | 'nothing-failed' | 'no-data' | 'wrong-frames';
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly entries: readonly Entry[];
  /** Whether layers may be drawn on top of each other. */
  readonly addsUp: boolean;
  /** Counts are added up over time; rates and shares are averaged. */
  readonly summary: 'Total' | 'Mean';
  readonly episodes: readonly EpisodeMark[];
  readonly cards: Readonly<Record<string, ScenarioCard>>;
  /** Starts of the buckets that the range covers only in part. */
  readonly incomplete: ReadonlySet<number>;
  /** All requests by outcome, selected or not; undefined with frames of other data sources. */
  readonly totals: SeriesCustom['totals'] | undefined;
  /** Whether the table of scenarios came along. */
  readonly hasTable: boolean;
  /** Series that are too many to be drawn. */
  readonly leftOut: number;
}

const nothing = {
  times: [],
  stepMs: 0,
  entries: [],
  addsUp: true,
  summary: 'Total',
  episodes: [],
  cards: {},
  incomplete: new Set<number>(),
  totals: undefined,
  hasTable: false,
  leftOut: 0,
} as const;

export function viewOf(series: readonly DataFrame[], theme: GrafanaTheme2): TaxonomyView {
  const filled = series.filter(({ fields }) => fields.length > 0);
  const table = filled.find((frame) => taxonomyCustom(frame) !== undefined);
  const timed = filled.filter((frame) => isTimed(frame) && taxonomyCustom(frame) === undefined);
  if (!table && timed.length === 0) {
    return { state: filled.length === 0 ? 'no-data' : 'wrong-frames', ...nothing };
  }
  const ours = timed.flatMap((frame) => seriesCustom(frame) ?? []);
  const tableCustom = table && taxonomyCustom(table);
  const { times, stepMs = ours[0]?.stepMs ?? 0, layers, origins, leftOut } = seriesOf(timed, theme);
  const totals = (ours[0] ?? tableCustom)?.totals;
  const asked = new Map(layers.map((layer, i) => [layer, origins[i] && seriesCustom(origins[i])]));
  const failuresAsked = (one: Asked | undefined) => one && failuresOf(one);
  const cards = Object.assign({}, ...[tableCustom, ...ours].map((one) => one?.scenarios)) as TaxonomyView['cards'];
  const known: Known = {
    times,
    stepMs,
    cards,
    rows: table ? scenarioRows(table, theme) : new Map(),
    failuresOf: (layer) => failuresAsked(asked.get(layer) ?? tableCustom),
    isMasked: (layer) => isMasked(asked.get(layer)),
    theme,
  };
  const entries = entriesOf(layers, known);
  // Where failures and masked errors are counted together, there is nothing to tell apart.
  const isSeparate = ours.every(({ outcomes }) => !outcomes.includes('masked') || outcomes.length === 1);
  return {
    state: stateOf(entries, totals),
    times,
    stepMs,
    entries: totals && isSeparate && !layers.some(known.isMasked) ? [...entries, maskedEntry(totals, known)] : entries,
    addsUp: ours.every(({ addsUp }) => addsUp),
    summary: layers.every(({ field }) => isCount(field)) ? 'Total' : 'Mean',
    episodes: marksOf(ours, failuresOf),
    cards,
    incomplete: new Set(ours.flatMap(({ incomplete }) => incomplete)),
    totals,
    hasTable: table !== undefined,
    leftOut,
  };
} // prettier-ignore

type Asked = Pick<SeriesCustom, 'outcomes' | 'totals'>;

/** Requests that the query counts as failures. */
const failuresOf = ({ outcomes, totals }: Asked) =>
  outcomes.reduce((sum, outcome) => sum + totals[outcome], 0);

/** A query for masked errors alone. */
const isMasked = (asked: Asked | undefined) => asked?.outcomes.length === 1 && asked.outcomes[0] === 'masked';

function stateOf(entries: readonly Entry[], totals: TaxonomyView['totals']): TaxonomyView['state'] {
  if (entries.some(({ value, layer }) => value > 0 || (layer?.total ?? 0) > 0)) {
    return 'failures';
  }
  if (!totals) {
    const hasNumbers = entries.some(({ layer }) => layer?.values.some((value) => value !== null));
    return hasNumbers ? 'nothing-failed' : 'no-data';
  }
  const { failed, masked, succeeded } = totals;
  return failed + masked + succeeded === 0
    ? 'no-data'
    : failed + masked > 0
      ? 'none-selected'
      : 'nothing-failed';
}
