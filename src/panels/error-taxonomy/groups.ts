/** Entries by family, in the order of the table, and the layers that the graph draws of them: pure. */
import { merged, type Layer } from '../../ui/plot';
import { MASKED_TITLE, type Entry } from './entries';

export interface Group {
  readonly key: string;
  readonly title: string;
  /** Whether it has a heading that folds it; otherwise its entries stand for themselves. */
  readonly hasHeading: boolean;
  readonly entries: readonly Entry[];
  readonly value: number;
  readonly share: number | null;
}

export const columns = [
  'title',
  'value',
  'share',
  'trend',
  'firstSeen',
  'lastSeen',
  'where',
  'owner',
  'fix',
] as const;
export type Column = (typeof columns)[number];

export interface Sort {
  readonly by: Column;
  readonly desc: boolean;
}

/** Families by what failed most; what no scenario explains, the rest and masked errors come last and are always there. */
const LAST = { scenario: 0, rest: 1, unclassified: 2, masked: 3 } as const;

/** @param addsUp whether series of a family can be added up, and so folded */
export function groupsOf(
  entries: readonly Entry[],
  addsUp: boolean,
  sort: Sort = BY_VALUE,
): readonly Group[] {
  const families = new Map<string, Entry[]>();
  for (const entry of entries) {
    const key = entry.kind === 'scenario' ? `family ${entry.family.key}` : entry.kind;
    const group = families.get(key);
    if (group) {
      group.push(entry);
    } else {
      families.set(key, [entry]);
    }
  }
  const compare = comparing(sort);
  return [...families]
    .map(([key, all]) => groupOf(key, [...all].sort(compare), addsUp))
    .sort((a, b) => place(a) - place(b) || compareGroups(a, b, sort));
}

const BY_VALUE: Sort = { by: 'value', desc: true };
const place = ({ entries: [first] }: Group) => LAST[first?.kind ?? 'scenario'];

function groupOf(key: string, entries: readonly Entry[], addsUp: boolean): Group {
  const [first] = entries;
  const isFamily = first?.kind === 'scenario' && first.scenario !== undefined && first.family.title !== '';
  const isMasked = first?.kind === 'masked' && first.layer !== undefined;
  const sum = (of: (entry: Entry) => number | null) =>
    entries.reduce<number | null>((total, entry) => {
      const value = of(entry);
      return value === null ? total : (total ?? 0) + value;
    }, null);
  return {
    key,
    title: isMasked ? MASKED_TITLE : (first?.family.title ?? ''),
    hasHeading: addsUp && (isFamily || isMasked),
    entries,
    value: sum(({ value }) => value) ?? 0,
    share: isOfOne(entries) ? sum(({ share }) => share) : null,
  };
}

/** Shares of different wholes cannot be added up. */
const isOfOne = (entries: readonly Entry[]) => new Set(entries.map(({ counted }) => counted)).size === 1;

function comparing({ by, desc }: Sort): (a: Entry, b: Entry) => number {
  const order = (a: Entry, b: Entry) => compared(sortValue(a, by), sortValue(b, by));
  return (a, b) => (desc ? order(b, a) : order(a, b)) || b.value - a.value;
}

function compareGroups(a: Group, b: Group, { by, desc }: Sort): number {
  const [x, y] = desc ? [b, a] : [a, b];
  const [first, second] = [x.entries[0], y.entries[0]];
  const order =
    by === 'title'
      ? x.title.localeCompare(y.title)
      : by === 'value' || by === 'share' || !first || !second
        ? x.value - y.value
        : compared(sortValue(first, by), sortValue(second, by));
  return order || b.value - a.value;
}

function sortValue(entry: Entry, by: Column): string | number {
  switch (by) {
    case 'trend':
      return { unknown: -2, new: Infinity, change: entry.trend.is === 'change' ? entry.trend.by : 0 }[
        entry.trend.is
      ];
    case 'title':
    case 'where':
    case 'owner':
    case 'fix':
      return entry[by];
    case 'value':
    case 'share':
    case 'firstSeen':
    case 'lastSeen':
      return entry[by] ?? -1;
  }
}

const compared = (a: string | number, b: string | number) =>
  typeof a === 'number' && typeof b === 'number' ? (a === b ? 0 : a - b) : String(a).localeCompare(String(b));

/** As in Grafana’s own legends: the largest first, then the smallest, then as it was. */
export function nextSort(sort: Sort | undefined, by: Column): Sort | undefined {
  return sort?.by !== by ? { by, desc: true } : sort.desc ? { by, desc: false } : undefined;
}

/** The layers of the graph, from the axis up in the order of the table; a folded family is one. */
export function layersOf(groups: readonly Group[], folded: ReadonlySet<string>): readonly Layer[] {
  return groups.flatMap((group) => {
    const layers = group.entries.flatMap(({ layer, pattern }) =>
      layer && !layer.hiddenFrom.viz ? [layer.pattern === pattern ? layer : { ...layer, pattern }] : [],
    );
    const [first] = layers;
    return first && group.hasHeading && folded.has(group.key)
      ? [merged(layers, { key: group.key, name: group.title, color: first.color, pattern: first.pattern })]
      : layers;
  });
}
