/** One entry for each thing that failed: a line of the table and, mostly, a series of the graph. */
import { formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { OTHER_SERIES, UNCLASSIFIED_SERIES, type ScenarioCard } from '../../core/frames';
import { countOf, isCount, type Layer, type Pattern } from '../../ui/plot';
import type { Counted } from './counted';
import type { ScenarioRow } from './scenario-table';

/** What the table tells of a scenario; as far as it is known without it, too. */
export interface Entry extends Omit<ScenarioRow, 'scenario' | 'count' | 'countText'> {
  readonly key: string;
  /** Its scenario; undefined where it is none, or several. */
  readonly scenario: string | undefined;
  readonly kind: 'scenario' | 'rest' | 'unclassified' | 'masked';
  readonly family: { readonly key: string; readonly title: string };
  readonly color: string;
  readonly pattern: Pattern;
  /** Undefined where the graph has it in another series, or not at all. */
  readonly layer: Layer | undefined;
  /** How many requests; with rates and shares their mean. */
  readonly value: number;
  readonly valueText: string;
  /** What its share is of; undefined with frames of other data sources. */
  readonly counted: Counted | undefined;
  readonly card: ScenarioCard | undefined;
}

export interface Known {
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly cards: Readonly<Record<string, ScenarioCard>>;
  readonly rows: ReadonlyMap<string, ScenarioRow>;
  /** What the query of a layer, or that of the table, counted. */
  readonly countedOf: (layer: Layer | undefined) => Counted | undefined;
  /** Requests that count as failures in the query that the layer is of; undefined with frames of other data sources. */
  readonly failuresOf: (layer: Layer) => number | undefined;
  /** Whether the layer counts errors that the caller did not see. */
  readonly isMasked: (layer: Layer) => boolean;
  readonly theme: GrafanaTheme2;
}

export function entriesOf(layers: readonly Layer[], known: Known): readonly Entry[] {
  const { isMasked } = known;
  const ids = layers.map((layer) => (isMasked(layer) ? undefined : layer.field.labels?.scenario));
  // Split by something, a scenario has several series: the table’s row is of none of them.
  const isOnly = (id: string) => ids.indexOf(id) === ids.lastIndexOf(id);
  const drawn = layers.flatMap((layer, i) => {
    const id = ids[i];
    if (isMasked(layer) && layer.total === 0) {
      return [];
    }
    const isOfTable = known.countedOf(layer) === known.countedOf(undefined);
    const row = id !== undefined && isOnly(id) && isOfTable ? known.rows.get(id) : undefined;
    return [layerEntry(layer, row, known)];
  });
  const isByScenario = ids.some((id) => id !== undefined) || layers.length === 0;
  const missing = [...known.rows.values()].filter(({ scenario }) => isByScenario && !ids.includes(scenario));
  return [...drawn, ...missing.map((row) => rowEntry(row, known))];
}

function layerEntry(layer: Layer, row: ScenarioRow | undefined, known: Known): Entry {
  const { theme } = known;
  const isMasked = known.isMasked(layer);
  const failures = known.failuresOf(layer);
  const id = layer.field.labels?.scenario;
  const card = id === undefined ? undefined : cardOf(id, known);
  const kind = isMasked
    ? 'masked'
    : id === OTHER_SERIES
      ? 'rest'
      : isUnclassified(layer)
        ? 'unclassified'
        : 'scenario';
  const counts = isCount(layer.field);
  const value = row?.count ?? (counts ? layer.total : layer.mean);
  const share = row?.share ?? (counts && failures && !isMasked ? layer.total / failures : null);
  return {
    key: layer.key,
    scenario: id === OTHER_SERIES ? undefined : id,
    title: layer.name,
    kind,
    family: familyOf(layer.field.labels?.family, card),
    color: layer.color,
    pattern: isMasked ? 'dotted' : kind === 'unclassified' ? 'hatched' : 'solid',
    layer,
    value,
    valueText: row?.countText ?? countOf(layer, theme)(value),
    share,
    shareText: row?.shareText ?? percentText(share),
    counted: known.countedOf(layer),
    trend: row?.trend ?? { is: 'unknown' },
    ...seenIn(layer, row, known),
    where: row?.where ?? '',
    whereShare: row?.whereShare ?? null,
    owner: row?.owner || (card?.ownerTitle ?? ''),
    fix: row?.fix || (card?.remediation[0] ?? ''),
    card,
  };
}

/** A scenario that is too small for a series of its own, or of which there is no graph. */
function rowEntry(row: ScenarioRow, known: Known): Entry {
  const card = cardOf(row.scenario, known);
  const isUnknown = row.scenario === UNCLASSIFIED_SERIES;
  return {
    ...row,
    key: `row ${row.scenario}`,
    kind: isUnknown ? 'unclassified' : 'scenario',
    family: familyOf(card?.family, card),
    color: known.theme.visualization.getColorByName(card?.color ?? 'gray'),
    pattern: isUnknown ? 'hatched' : 'solid',
    layer: undefined,
    value: row.count,
    valueText: row.countText,
    counted: known.countedOf(undefined),
    card,
  };
}

/** Where no series is of masked errors, their number alone. */
export function maskedEntry(counted: Counted, { theme }: Known): Entry {
  const { masked } = counted.totals;
  const whose = counted.query === undefined ? '' : ` (query ${counted.query})`;
  return {
    key: `masked${whose}`,
    scenario: undefined,
    title: `${MASKED_TITLE}${whose}`,
    kind: 'masked',
    family: MASKED,
    color: theme.colors.text.secondary,
    pattern: 'dotted',
    layer: undefined,
    value: masked,
    valueText: masked.toLocaleString(),
    share: null,
    shareText: '–',
    counted,
    trend: { is: 'unknown' },
    firstSeen: null,
    lastSeen: null,
    where: '',
    whereShare: null,
    owner: '',
    fix: '',
    card: undefined,
  };
}

export const MASKED_TITLE = 'Masked errors';
const MASKED = { key: 'masked', title: MASKED_TITLE } as const;

const cardOf = (id: string, { cards }: Known) => (Object.hasOwn(cards, id) ? cards[id] : undefined);

const isUnclassified = ({ field: { labels } }: Layer) =>
  labels?.scenario === UNCLASSIFIED_SERIES || (labels?.scenario === undefined && labels?.family === 'other');

const familyOf = (key: string | undefined, card: ScenarioCard | undefined) => ({
  key: key ?? '',
  title: card?.familyTitle ?? key ?? '',
});

/** When the first and the last of them were; without the table as exactly as buckets tell. */
function seenIn({ values }: Layer, row: ScenarioRow | undefined, { times, stepMs }: Known) {
  if (row) {
    const { firstSeen, lastSeen } = row;
    return { firstSeen, lastSeen };
  }
  const has = (value: number | null) => value !== null && value > 0;
  const first = values.findIndex(has);
  const last = values.length - 1 - [...values].reverse().findIndex(has);
  return {
    firstSeen: times[first] ?? null,
    lastSeen: first < 0 ? null : (times[last] ?? 0) + stepMs,
  };
}

const format = getValueFormat('percentunit');
const percentText = (share: number | null) =>
  share === null ? '–' : formattedValueToString(format(share, 1));
