/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import { FieldType, getFieldDisplayName, type DataFrame, type GrafanaTheme2 } from '@grafana/data';
import type { ConnectionCustom, ScenarioCard } from '../../core/frames';
import { isRecord, isTotals, sentCards, sentEpisodes } from '../../ui/sent-along';
import { brief, finite, marksOf, seriesOf, type EpisodeMark, type Layer } from '../../ui/plot';

/** Failures of one type at one host. */
export interface Cell {
  readonly count: number;
  /** All calls to the host, 0 to 1; null where the host is not known. */
  readonly share: number | null;
  readonly typicalMs: number | null;
  readonly atConnectWall: number;
  readonly atIdleWall: number;
  readonly lastSeen: number | null;
  readonly sampleId: string;
  readonly sampleMessage: string;
}

/** Connections that one gateway held to the host at the same time, at its busiest; null where it cannot be told. */
export interface Connections {
  readonly gateway: string;
  readonly from: number | null;
  readonly to: number | null;
  readonly limit: number | null;
}

export interface HostRow {
  readonly host: string;
  readonly count: number;
  readonly calls: number | null;
  readonly cells: ReadonlyMap<string, Cell>;
  readonly connections: readonly Connections[];
}

/** A type of failure that occurs. */
export interface Type {
  readonly id: string;
  readonly title: string;
  readonly card: ScenarioCard | undefined;
  /** How the graph draws it. */
  readonly layer: Layer;
}

export interface ConnectionsView {
  readonly state: 'failures' | 'nothing-failed' | 'no-data' | 'wrong-frames';
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly layers: readonly Layer[];
  readonly incomplete: ReadonlySet<number>;
  readonly episodes: readonly EpisodeMark[];
  readonly cards: Readonly<Record<string, ScenarioCard>>;
  readonly types: readonly Type[];
  /** The host with the most failures first. */
  readonly hosts: readonly HostRow[];
  /** What the share of a host is called: it may be biased. */
  readonly shareTitle: string;
  /** What the typical duration is called: it may be an estimate. */
  readonly typicalTitle: string;
  /** Hosts with fewer failures, beyond what can be shown. */
  readonly hiddenHosts: number;
  readonly answered: number;
}

const nothing = {
  times: [],
  stepMs: 0,
  layers: [],
  incomplete: new Set<number>(),
  episodes: [],
  cards: {},
  types: [],
  hosts: [],
  shareTitle: '',
  typicalTitle: '',
  hiddenHosts: 0,
  answered: 0,
} as const;

export function viewOf(series: readonly DataFrame[], theme: GrafanaTheme2): ConnectionsView {
  const filled = series.filter(({ fields }) => fields.length > 0);
  const [frame] = filled.filter((one) => customOf(one) !== undefined);
  const custom = frame && customOf(frame);
  const time = frame?.fields.find(({ type }) => type === FieldType.time);
  if (!frame || !custom || !time) {
    return { state: filled.length === 0 ? 'no-data' : 'wrong-frames', ...nothing };
  }
  const { failed, masked, succeeded } = custom.totals;
  const { times, layers } = seriesOf([frame], theme);
  const types = layers.flatMap((layer) => {
    const id = layer.field.labels?.scenario;
    return id === undefined
      ? []
      : [
          {
            id,
            title: layer.name,
            card: Object.hasOwn(custom.scenarios, id) ? custom.scenarios[id] : undefined,
            layer,
          },
        ];
  });
  return {
    state:
      failed + masked + succeeded === 0 ? 'no-data' : layers.length === 0 ? 'nothing-failed' : 'failures',
    times,
    stepMs: custom.stepMs,
    layers,
    incomplete: new Set(custom.incomplete),
    episodes: marksOf([custom], () => failed + masked),
    cards: custom.scenarios,
    types,
    ...hostsOf(filled),
    answered: succeeded,
  };
}

/** What our data source sends along; frames of others have none, or something else. */
function customOf({ meta }: DataFrame): ConnectionCustom | undefined {
  const custom = meta?.custom as Partial<ConnectionCustom> | undefined;
  return custom?.kind === 'connection-failures' &&
    Array.isArray(custom.episodes) &&
    Array.isArray(custom.incomplete) &&
    isTotals(custom.totals) &&
    isRecord(custom.scenarios)
    ? ({
        ...custom,
        episodes: sentEpisodes(custom.episodes),
        scenarios: sentCards(custom.scenarios),
      } as ConnectionCustom)
    : undefined;
}

/** More hosts or rows than this nobody can read, and a browser cannot draw. */
const MOST_HOSTS = 200;
const MOST_ROWS = 10_000;

function hostsOf(
  frames: readonly DataFrame[],
): Pick<ConnectionsView, 'hosts' | 'hiddenHosts' | 'shareTitle' | 'typicalTitle'> {
  const table = frames.find(({ name }) => name === 'backend-hosts');
  const connections = connectionsOf(frames.find(({ name }) => name === 'backend-connections'));
  const hosts = new Map<string, { count: number; calls: number | null; cells: Map<string, Cell> }>();
  for (const row of rowsOf(table)) {
    const name = row.text('host');
    const host = hosts.get(name) ?? { count: 0, calls: row.number('calls'), cells: new Map<string, Cell>() };
    hosts.set(name, host);
    const count = row.number('count') ?? 0;
    host.count += count;
    host.cells.set(row.text('scenario'), {
      count,
      share: row.number('share'),
      typicalMs: row.number('typicalMs'),
      atConnectWall: row.number('atConnectWall') ?? 0,
      atIdleWall: row.number('atIdleWall') ?? 0,
      lastSeen: row.number('lastSeen'),
      sampleId: row.text('sampleId'),
      sampleMessage: row.text('sampleMessage'),
    });
  }
  const all = [...hosts]
    .map(([host, found]) => ({ host, ...found, connections: connections.get(host) ?? [] }))
    .sort((a, b) => b.count - a.count);
  const titleOf = (column: string) => {
    const field = table?.fields.find(({ name }) => name === column);
    return field && brief(getFieldDisplayName(field, table));
  };
  return {
    hosts: all.slice(0, MOST_HOSTS),
    hiddenHosts: Math.max(0, all.length - MOST_HOSTS),
    shareTitle: titleOf('share') || 'Share of its calls',
    typicalTitle: titleOf('typicalMs') || 'Typical duration',
  };
}

function connectionsOf(frame: DataFrame | undefined): ReadonlyMap<string, Connections[]> {
  const byHost = new Map<string, Connections[]>();
  for (const row of rowsOf(frame)) {
    const host = row.text('host');
    const one = {
      gateway: [row.text('service'), row.text('region')].filter((part) => part !== '').join(', '),
      from: row.number('connectionsFrom'),
      to: row.number('connectionsTo'),
      limit: row.number('limit'),
    };
    byHost.set(host, [...(byHost.get(host) ?? []), one]);
  }
  return byHost;
}

/** Rows of a table by the names of its fields; what is not there is nothing. */
function rowsOf(frame: DataFrame | undefined) {
  const fields = new Map((frame?.fields ?? []).map((field) => [field.name, field]));
  return Array.from({ length: Math.min(frame?.length ?? 0, MOST_ROWS) }, (_, i) => ({
    text: (name: string) => brief(String((fields.get(name)?.values as readonly unknown[] | undefined)?.[i] ?? '')),
    number: (name: string) => finite([(fields.get(name)?.values as readonly unknown[] | undefined)?.[i]])[0] ?? null,
  }));
} // prettier-ignore
