import { amount } from '../../../amount';
import type { ConnectionCustom, Field, FieldConfig, Frame, FrameMeta } from '../../../frames';
import { reader, shownText, type Answer } from '../../../plan';
import { connectionLimit, settingName } from '../../../settings';
import { bucketsOf } from '../../buckets';
import { colourInFamily } from '../../colours';
import { episodes } from '../../episodes';
import { scenarioLinks } from '../../links';
import { namedScenarios } from '../../named-scenarios';
import { scenarioCards } from '../../scenario-card';
import { scenarioCounts } from '../../scenario-counts';
import { estimate, numbers, texts } from '../../table-fields';
import { emptyNotices, totalsOf } from '../../totals';
import type { QueryContext } from '../kind';
import { concurrencyOf } from './concurrency';
import type { ConnectionFailuresQuery } from './query';

/** Failures over time by type; hosts by type with their evidence; gateways and hosts with estimated connections. */
export function frames(
  query: ConnectionFailuresQuery,
  context: QueryContext,
  [series, matrix, calls, concurrency, all]: readonly Answer[],
): readonly Frame[] {
  if (!series || !matrix || !calls || !concurrency || !all) {
    return [];
  }
  const { lines, custom } = linesOf(context, series, all, concurrency);
  const meta: FrameMeta = { notices: emptyNotices(totalsOf(all)) };
  const hosts = rowsOf(matrix, calls);
  const shown = largestHosts(hosts, query.top);
  return [
    {
      name: 'connection-failures',
      meta: { ...meta, type: 'timeseries-wide', typeVersion: [0, 1], preferredVisualisationType: 'graph', custom },
      fields: lines,
    },
    hostsFrame(context, hosts.filter(({ host }) => shown.has(host)), hosts.length, estimate('Typical duration', matrix, 'percentile')),
    concurrencyFrame(context, concurrency, shown),
  ]; // prettier-ignore
}

function linesOf({ catalogue, now }: QueryContext, series: Answer, all: Answer, concurrency: Answer) {
  const stepOf = ({ plan }: Answer) => (plan.gives === 'groups' && plan.stepMs) || 1;
  const buckets = bucketsOf(series.range, stepOf(series));
  const counts = scenarioCounts(series, buckets.starts);
  const occurring = catalogue.scenarios.filter(({ id }) => counts.has(id));
  const lines: Field[] = occurring.map((scenario) => ({
    name: 'count',
    type: 'number',
    labels: { scenario: scenario.id, family: scenario.family, owner: scenario.owner },
    config: {
      displayNameFromDS: scenario.title,
      unit: 'short',
      color: { mode: 'fixed', fixedColor: colourInFamily(scenario.id, catalogue.scenarios) },
      links: scenarioLinks(scenario),
    },
    values: counts.get(scenario.id) ?? [],
  }));
  const custom: ConnectionCustom = {
    kind: 'connection-failures',
    catalogueVersion: catalogue.version,
    totals: totalsOf(all),
    concurrencyStepMs: stepOf(concurrency),
    stepMs: buckets.stepMs,
    incomplete: buckets.incomplete,
    episodes: [...counts].flatMap(([id, line]) => episodes(id, line, buckets, series.range, now)),
    scenarios: scenarioCards([...counts.keys()], catalogue, colourInFamily),
  };
  const time: Field = { name: 'time', type: 'time', values: buckets.starts };
  return { lines: [time, ...lines], custom };
}

interface HostRow {
  readonly host: string;
  readonly scenario: string;
  readonly count: number;
  /** All calls to the host, null where the host is not known. */
  readonly calls: number | null;
  readonly typicalMs: number | null;
  readonly atConnectWall: number;
  readonly atIdleWall: number;
  readonly lastSeen: number | null;
  readonly sampleId: string;
  readonly sampleMessage: string;
}

function rowsOf({ table }: Answer, { table: callTable }: Answer): HostRow[] {
  const readCalls = reader(callTable);
  const calls = new Map(
    callTable.rows.map((row) => [String(readCalls(row, 'BackendHost')), Number(readCalls(row, 'Count'))]),
  );
  const read = reader(table);
  return table.rows
    .map((row) => {
      const host = String(read(row, 'BackendHost'));
      return {
        host,
        scenario: String(read(row, 'Scenario')),
        count: Number(read(row, 'Count')),
        calls: host === '' ? null : (calls.get(host) ?? null),
        typicalMs: (read(row, 'Elapsed') ?? read(row, 'Total')) as number | null,
        atConnectWall: Number(read(row, 'AtConnectWall')),
        atIdleWall: Number(read(row, 'AtIdleWall')),
        lastSeen: read(row, 'LastSeen') as number | null,
        sampleId: String(read(row, 'SampleId')),
        sampleMessage: shownText(String(read(row, 'SampleMessage'))),
      };
    })
    .sort((a, b) => b.count - a.count);
}

function largestHosts(rows: readonly HostRow[], top: number): ReadonlySet<string> {
  const counts = new Map<string, number>();
  rows.forEach(({ host, count }) => counts.set(host, (counts.get(host) ?? 0) + count));
  const ranked = [...counts].sort(([, a], [, b]) => b - a);
  return new Set(ranked.slice(0, top).map(([host]) => host));
}

function hostsFrame(
  { catalogue }: QueryContext,
  rows: readonly HostRow[],
  all: number,
  typicalTitle: FieldConfig,
): Frame {
  const named = namedScenarios(catalogue);
  const column = <T>(value: (row: HostRow) => T) => rows.map(value);
  const more = all - rows.length;
  return {
    name: 'backend-hosts',
    meta: {
      preferredVisualisationType: 'table',
      notices:
        more > 0 ? [{ severity: 'info', text: `Not shown: ${amount(more, 'row')} of hosts with fewer failures.` }] : [],
    },
    fields: [
      texts('host', 'Backend host', column(({ host }) => host)),
      texts('scenario', 'Id', column(({ scenario }) => scenario)),
      texts('title', 'Type', column(({ scenario }) => named.title(scenario))),
      numbers('count', 'Failures', column(({ count }) => count), 'short'),
      numbers('calls', 'Calls to the host', column(({ calls }) => calls), 'short'),
      numbers('share', 'Share of its calls', column(({ count, calls }) => (calls ? count / calls : null)), 'percentunit'),
      numbers('typicalMs', 'Typical duration', column(({ typicalMs }) => typicalMs), 'ms', typicalTitle),
      numbers('atConnectWall', 'Near 21 s', column(({ atConnectWall }) => atConnectWall), 'short'),
      numbers('atIdleWall', 'Near 240 s', column(({ atIdleWall }) => atIdleWall), 'short'),
      // A field of times would make Grafana’s time series panel draw the table.
      numbers('lastSeen', 'Last seen', column(({ lastSeen }) => lastSeen), 'dateTimeAsIso'),
      texts('sampleId', 'Correlation id of the newest', column(({ sampleId }) => sampleId)),
      texts('sampleMessage', 'Its message', column(({ sampleMessage }) => sampleMessage)),
    ],
  }; // prettier-ignore
}

/** Concurrent connections per host: https://learn.microsoft.com/azure/api-management/service-limits */
const LIMITS = `1,024 in the Developer tier, 2,048 per unit in the classic others, and 2,048 in the v2 tiers; the data source’s setting ${settingName('services')} tells which`;

function concurrencyFrame(
  { services = [] }: QueryContext,
  answer: Answer,
  shown: ReadonlySet<string>,
): Frame {
  const rows = concurrencyOf(answer)
    .filter(({ host }) => shown.has(host))
    .sort((a, b) => (b.estimate?.to ?? -1) - (a.estimate?.to ?? -1));
  const column = <T>(value: (row: (typeof rows)[number]) => T) => rows.map(value);
  return {
    name: 'backend-connections',
    meta: {
      preferredVisualisationType: 'table',
      notices: [
        {
          severity: 'info',
          text: `Concurrent connections are estimated from the backend’s time, and left empty where too few calls carry it; the limit per host is ${LIMITS}.`,
        },
      ],
    },
    fields: [
      texts('service', 'Service', column(({ service }) => service)),
      texts('region', 'Gateway region', column(({ region }) => region)),
      texts('host', 'Backend host', column(({ host }) => host)),
      numbers('calls', 'Calls', column(({ calls }) => calls), 'short'),
      numbers('connectionsFrom', 'Connections at least', column(({ estimate }) => estimate?.from ?? null), 'short'),
      numbers('connectionsTo', 'Connections at most', column(({ estimate }) => estimate?.to ?? null), 'short'),
      numbers('limit', 'Limit', column(({ service, region }) => connectionLimit(services, service, region)), 'short'),
    ],
  }; // prettier-ignore
}
