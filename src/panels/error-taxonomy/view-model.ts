/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import type { DataFrame, GrafanaTheme2 } from '@grafana/data';
import type { ScenarioCard } from '../../core/frames';
import { isCount, isTimed, marksOf, seriesOf, type EpisodeMark, type Layer } from '../../ui/plot';
import { countedBy, countedIn, type Asked, type Counted } from './counted';
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
  /** All requests, selected or not, that one query or another counted; none with frames of other data sources. */
  readonly counted: readonly Counted[];
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
  counted: [],
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
  const counted = countedBy(ours.length === 0 && table ? [table] : timed);
  const asked = new Map(layers.map((layer, i) => [layer, origins[i] && seriesCustom(origins[i])]));
  const failuresAsked = (one: Asked | undefined) => one && failuresOf(one);
  const cards = Object.assign({}, ...[tableCustom, ...ours].map((one) => one?.scenarios)) as TaxonomyView['cards'];
  const known: Known = {
    times,
    stepMs,
    cards,
    rows: table ? scenarioRows(table, theme) : new Map(),
    countedOf: (layer) => countedIn(counted, layer ? asked.get(layer) : tableCustom),
    failuresOf: (layer) => failuresAsked(asked.get(layer) ?? tableCustom),
    isMasked: (layer) => isMasked(asked.get(layer)),
    theme,
  };
  const entries = entriesOf(layers, known);
  return {
    state: stateOf(entries, counted),
    times,
    stepMs,
    entries: [...entries, ...maskedEntries(counted, layers, known)],
    addsUp: ours.every(({ addsUp }) => addsUp),
    summary: layers.every(({ field }) => isCount(field)) ? 'Total' : 'Mean',
    episodes: marksOf(ours, failuresOf, (one) => countedIn(counted, one)?.query),
    cards,
    incomplete: new Set(ours.flatMap(({ incomplete }) => incomplete)),
    counted,
    hasTable: table !== undefined,
    leftOut,
  };
} // prettier-ignore

/** Requests that the query counts as failures. */
const failuresOf = ({ outcomes, totals }: Asked) =>
  outcomes.reduce((sum, outcome) => sum + totals[outcome], 0);

/** Masked errors that are no series. */
function maskedEntries(
  counted: readonly Counted[],
  layers: readonly Layer[],
  known: Known,
): readonly Entry[] {
  const drawn = layers.filter(known.isMasked).map(known.countedOf);
  return counted
    .filter((one) => one.asked.every(isSeparate) && !drawn.includes(one))
    .map((one) => maskedEntry(one, known));
}

/** Where failures and masked errors are counted together, there is nothing to tell apart. */
const isSeparate = ({ outcomes }: Asked) => !outcomes.includes('masked') || outcomes.length === 1;

/** A query for masked errors alone. */
const isMasked = (asked: Asked | undefined) => asked?.outcomes.length === 1 && asked.outcomes[0] === 'masked';

function stateOf(entries: readonly Entry[], counted: readonly Counted[]): TaxonomyView['state'] {
  if (entries.some(({ value, layer }) => value > 0 || (layer?.total ?? 0) > 0)) {
    return 'failures';
  }
  if (counted.length === 0) {
    const hasNumbers = entries.some(({ layer }) => layer?.values.some((value) => value !== null));
    return hasNumbers ? 'nothing-failed' : 'no-data';
  }
  return counted.some(({ totals: { failed, masked } }) => failed + masked > 0)
    ? 'none-selected'
    : counted.some(({ totals: { succeeded } }) => succeeded > 0)
      ? 'nothing-failed'
      : 'no-data';
}
