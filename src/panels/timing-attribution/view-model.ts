/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import {
  FieldType,
  getFieldSeriesColor,
  type DataFrame,
  type Field,
  type GrafanaTheme2,
} from '@grafana/data';
import { ESTIMATE, type TimingCustom } from '../../core/frames';
import { isRecord, sentWalls } from '../../ui/sent-along';
import { brief, finite, formatOf, seriesOf, type Layer } from '../../ui/plot';
import { duration } from './duration';
import { amongIds, amongs, parts, percentiles, type Among, type Part, type Percentile } from './parts';

/** Means of the parts in ms, which add up to the total, and percentiles of the total. */
export interface Times {
  readonly requests: number;
  readonly parts: Readonly<Record<Part, number>>;
  readonly total: number;
  readonly percentiles: Readonly<Partial<Record<Percentile, number>>>;
  /** Whether the percentiles are the log store’s estimates. */
  readonly isEstimated: boolean;
}

/** The same of one value of a dimension; undefined where no request was so slow. */
export interface Group {
  /** Tells groups apart whose names look the same. */
  readonly id: string;
  readonly name: string;
  readonly times: Readonly<Partial<Record<Among, Times>>>;
}

export interface Lines {
  readonly parts: readonly Layer[];
  readonly percentiles: readonly Layer[];
}

/** How a part is shown: as we name and colour it, unless a field override says otherwise. */
export interface Look {
  readonly id: Part;
  readonly title: string;
  readonly meaning: string;
  readonly color: string;
  readonly isHidden: boolean;
}

export interface TimingView {
  readonly state: 'over-time' | 'groups' | 'no-data' | 'wrong-frames';
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly lines: Readonly<Partial<Record<Among, Lines>>>;
  readonly groups: readonly Group[];
  /** The range as a whole. */
  readonly whole: Group['times'];
  readonly looks: readonly Look[];
  /** Whether the percentiles are the log store’s estimates. */
  readonly isEstimated: boolean;
  /** Writes a time. */
  readonly format: (ms: number) => string;
  readonly custom: TimingCustom | undefined;
}

const nothing = {
  times: [],
  stepMs: 0,
  lines: {},
  groups: [],
  whole: {},
  looks: [],
  isEstimated: false,
  format: duration,
  custom: undefined,
} as const;

export function viewOf(series: readonly DataFrame[], theme: GrafanaTheme2): TimingView {
  const filled = series.filter(({ fields }) => fields.length > 0);
  const [frame] = filled.filter((one) => customOf(one) !== undefined);
  const custom = frame && customOf(frame);
  if (!frame || !custom) {
    return { state: filled.length === 0 ? 'no-data' : 'wrong-frames', ...nothing };
  }
  if (custom.summary.all.requests === 0) {
    return { state: 'no-data', ...nothing, custom };
  }
  const whole = Object.fromEntries(
    amongIds.flatMap((among) => {
      const { requests, total, ...means } = custom.summary[among];
      return total === null ? [] : [[among, timesOf(requests, means, total, {})]];
    }),
  );
  const looks = parts.map((part) => lookOf(part, frame, theme));
  const isEstimated = frame.fields.some(isEstimate);
  const shown = { looks, isEstimated, format: formatFor(frame, theme), whole, custom };
  if (!frame.fields.some(({ type }) => type === FieldType.time)) {
    return { state: 'groups', ...nothing, ...shown, groups: groupsOf(frame) };
  }
  const { times, stepMs = 0, layers } = seriesOf([frame], theme);
  const linesFor = (among: Among) => linesOf(layers, among, looks, theme);
  return {
    state: 'over-time',
    ...nothing,
    ...shown,
    times,
    stepMs,
    lines: Object.fromEntries(amongIds.map((among) => [among, linesFor(among)])),
  };
}

function lookOf(
  { id, title, meaning, color }: (typeof parts)[number],
  { fields }: DataFrame,
  theme: GrafanaTheme2,
): Look {
  const field = fields.find(({ name, labels }) => (labels?.part ?? name) === id);
  const { displayName, color: chosen, custom } = field?.config ?? {};
  const own = field && (chosen?.mode === 'fixed' || chosen?.mode === 'shades');
  return {
    id,
    title: displayName ? brief(displayName) : title,
    meaning,
    color: own ? getFieldSeriesColor(field, theme).color : theme.visualization.getColorByName(color),
    isHidden: (custom as { hideFrom?: { viz?: unknown } } | undefined)?.hideFrom?.viz === true,
  };
}

/** In seconds or milliseconds, as limits in policies are; or as somebody chose. */
function formatFor({ fields }: DataFrame, theme: GrafanaTheme2): (ms: number) => string {
  const field = fields.find(({ type, name }) => type === FieldType.number && /^(mean|total)$/.test(name));
  const { unit = 'ms', decimals } = field?.config ?? {};
  return field && (unit !== 'ms' || typeof decimals === 'number') ? formatOf({ field }, theme) : duration;
}

/** What our data source sends along; frames of others have none, or something else. */
function customOf({ meta }: DataFrame): TimingCustom | undefined {
  const custom = meta?.custom as Partial<TimingCustom> | undefined;
  return custom?.kind === 'timing' &&
    Array.isArray(custom.walls) &&
    amongIds.every((among) => isRecord(custom.summary?.[among]))
    ? ({ ...custom, walls: sentWalls(custom.walls) } as TimingCustom)
    : undefined;
}

function timesOf(
  requests: number,
  means: Readonly<Partial<Record<Part, number | null>>>,
  total: number,
  ticks: Times['percentiles'],
  isEstimated = false,
): Times {
  const each = parts.map(({ id }) => [id, means[id] ?? 0] as const);
  return {
    requests,
    parts: Object.fromEntries(each) as Times['parts'],
    total,
    percentiles: ticks,
    isEstimated,
  };
}

function linesOf(
  layers: readonly Layer[],
  among: Among,
  looks: readonly Look[],
  theme: GrafanaTheme2,
): Lines {
  const of = (isIt: (field: Field) => boolean) =>
    layers.filter(({ field }) => field.labels?.among === among && isIt(field));
  const greys = [theme.colors.text.primary, theme.colors.text.secondary, theme.colors.text.disabled];
  return {
    parts: looks
      .filter(({ isHidden }) => !isHidden)
      .flatMap(({ id, title, color }) =>
        of(({ name, labels }) => name === 'mean' && labels?.part === id).map((layer) => ({
          ...layer,
          key: id,
          name: title,
          color,
        })),
      ),
    percentiles: percentiles.flatMap((id, i) =>
      of(({ name }) => name === id).map((layer) => ({
        ...layer,
        key: id,
        name: isEstimate(layer.field) ? `${id} ${ESTIMATE}` : id,
        color: greys[i] ?? '',
      })),
    ),
  };
}

const isEstimate = ({ config }: Field) => config.displayNameFromDS?.endsWith(ESTIMATE) === true;

const shownName = (name: string) => brief(name) || '(none)';

/** Three rows of the table, one for each choice of requests, are a group. */
function groupsOf({ fields }: DataFrame): Group[] {
  const columns = new Map(fields.map((field) => [field.name, field]));
  const isEstimated = fields.some(isEstimate);
  const end = fields.findIndex(({ name }) => name === 'among');
  const numbers = new Map(fields.slice(end + 1).map(({ name, values }) => [name, finite(values)]));
  const groups = new Map<string, Group & { times: Partial<Record<Among, Times>> }>();
  const amongAt: readonly unknown[] = columns.get('among')?.values ?? [];
  amongAt.forEach((title, row) => {
    const among = amongIds.find((id) => amongs[id] === title);
    const names = fields.slice(0, end).map(({ values }) => String(values[row] ?? ''));
    const id = JSON.stringify(names);
    const at = (column: string) => numbers.get(column)?.[row] ?? null;
    const group = groups.get(id) ?? { id, name: names.map(shownName).join(' / '), times: {} };
    groups.set(id, group);
    const total = at('total');
    if (among && total !== null) {
      const ticks = Object.fromEntries(
        percentiles.flatMap((id) => (at(id) === null ? [] : [[id, at(id)]])),
      ) as Times['percentiles'];
      group.times[among] = timesOf(
        at('requests') ?? 0,
        Object.fromEntries(parts.map(({ id }) => [id, at(id)])),
        total,
        ticks,
        isEstimated,
      );
    }
  });
  return [...groups.values()];
}
