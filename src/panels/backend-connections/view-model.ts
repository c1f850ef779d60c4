/** Frames to what the panel draws: pure, and all that can be tested without a browser. */
import { FieldType, type DataFrame, type GrafanaTheme2 } from '@grafana/data';
import type { ConnectionCustom, ScenarioCard } from '../../core/frames';
import { finite, layerOf, marksOf, type EpisodeMark, type Layer } from '../../ui/plot';

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
}

export interface ConnectionsView {
  readonly state: 'failures' | 'nothing-failed' | 'no-data' | 'wrong-frames';
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly layers: readonly Layer[];
  readonly incomplete: ReadonlySet<number>;
  readonly marks: readonly EpisodeMark[];
  readonly types: readonly Type[];
  /** The host with the most failures first. */
  readonly hosts: readonly HostRow[];
  readonly answered: number;
}

const nothing = {
  times: [],
  stepMs: 0,
  layers: [],
  incomplete: new Set<number>(),
  marks: [],
  types: [],
  hosts: [],
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
  const layers = frame.fields
    .filter(({ type }) => type === FieldType.number)
    .map((field) => layerOf(field, frame, filled, theme));
  const types = frame.fields.flatMap(({ labels, type }, i) => {
    const id = labels?.scenario;
    const title = layers[i - 1]?.name ?? id;
    return type === FieldType.number && id !== undefined
      ? [{ id, title: title ?? id, card: custom.scenarios[id] }]
      : [];
  });
  return {
    state:
      failed + masked + succeeded === 0 ? 'no-data' : layers.length === 0 ? 'nothing-failed' : 'failures',
    times: time.values,
    stepMs: custom.stepMs,
    layers,
    incomplete: new Set(custom.incomplete),
    marks: marksOf([custom], () => failed),
    types,
    hosts: hostsOf(filled),
    answered: succeeded,
  };
}

/** What our data source sends along; frames of others have none, or something else. */
function customOf({ meta }: DataFrame): ConnectionCustom | undefined {
  const custom = meta?.custom as Partial<ConnectionCustom> | undefined;
  const isOurs =
    custom?.kind === 'connection-failures' &&
    [custom.episodes, custom.incomplete].every(Array.isArray) &&
    [custom.totals, custom.scenarios].every((part) => typeof part === 'object' && part !== null);
  return isOurs ? (custom as ConnectionCustom) : undefined;
}

function hostsOf(frames: readonly DataFrame[]): HostRow[] {
  const connections = connectionsOf(frames.find(({ name }) => name === 'backend-connections'));
  const hosts = new Map<string, { count: number; calls: number | null; cells: Map<string, Cell> }>();
  for (const row of rowsOf(frames.find(({ name }) => name === 'backend-hosts'))) {
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
  return [...hosts]
    .map(([host, found]) => ({ host, ...found, connections: connections.get(host) ?? [] }))
    .sort((a, b) => b.count - a.count);
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
  return Array.from({ length: frame?.length ?? 0 }, (_, i) => ({
    text: (name: string) => String((fields.get(name)?.values as readonly unknown[] | undefined)?.[i] ?? ''),
    number: (name: string) => finite([(fields.get(name)?.values as readonly unknown[] | undefined)?.[i]])[0] ?? null,
  }));
} // prettier-ignore
