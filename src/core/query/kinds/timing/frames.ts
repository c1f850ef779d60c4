import { amount } from '../../../amount';
import {
  amongTitles,
  type Field,
  type FieldConfig,
  type Frame,
  type Notice,
  type TimingCustom,
  type TimingSummary,
} from '../../../frames';
import {
  BUCKET,
  dimension,
  groupedBy,
  reader,
  type Answer,
  type DimensionId,
  type TableCell,
} from '../../../plan';
import type { Catalogue } from '../../../scenarios';
import { bucketsOf } from '../../buckets';
import { namedScenarios } from '../../named-scenarios';
import { estimate, numbers, texts } from '../../table-fields';
import type { QueryContext } from '../kind';
import { amongs, nameOf, partNames, percents, type Among } from './plans';
import type { TimingQuery } from './query';
import { wallsOf } from './walls';

type Read = (name: string) => TableCell;

export function frames(
  query: TimingQuery,
  { catalogue }: QueryContext,
  [groups, whole]: readonly Answer[],
): readonly Frame[] {
  if (!groups || !whole) {
    return [];
  }
  const custom = customOf(whole);
  const notices = noticesOf(custom);
  const frame = query.per === 'time' ? overTime(groups) : perGroup(query, groups, catalogue);
  return [
    { ...frame, meta: { ...frame.meta, notices: [...notices, ...(frame.meta.notices ?? [])], custom } },
  ];
}

function customOf({ table }: Answer): TimingCustom {
  const read = reader(table);
  const [row = []] = table.rows;
  const at: Read = (name) => read(row, name);
  return {
    kind: 'timing',
    summary: {
      all: summaryOf(at, 'all'),
      slowest5: summaryOf(at, 'slowest5'),
      slowest1: summaryOf(at, 'slowest1'),
    },
    withoutTotal: Number(at('withoutTotal')),
    withoutParts: Number(at('withoutParts')),
    clamped: Number(at('clamped')),
    walls: wallsOf(at),
  };
}

function summaryOf(at: Read, among: Among): TimingSummary {
  const requests = Number(at(nameOf(among, 'requests')));
  const mean = (sum: number) => (requests === 0 ? null : sum / requests);
  const sums = partNames.map((part) => Number(at(nameOf(among, part))));
  const [backend = 0, client = 0, cache = 0, gateway = 0] = sums;
  return {
    requests,
    backend: mean(backend),
    client: mean(client),
    cache: mean(cache),
    gateway: mean(gateway),
    total: mean(sums.reduce((a, b) => a + b, 0)),
  };
}

function noticesOf({ summary: { all }, withoutTotal, withoutParts, clamped }: TimingCustom): readonly Notice[] {
  const left = told([withoutTotal, 'no total time'], [withoutParts, 'a total time, but none of its parts (that of the backend, where one was asked)']);
  if (all.requests > 0) {
    return [
      ...left.map(([number, what]) => `Left out, because they have ${what}: ${number} of the requests.`),
      ...told([clamped, 'Cut to fit, because a part was longer than the total']).map(([number, what]) => `${what}: ${number} of the requests.`),
    ].map((text) => ({ severity: 'info', text }));
  }
  const text =
    left.length === 0
      ? 'No requests were found in this range with these filters.'
      : `No request in this range tells where its time went: ${left.map(([number, what]) => `${number} with ${what}`).join('; ')}.`;
  return [{ severity: 'warning', text }];
} // prettier-ignore

/** Those of which there are any, and how many. */
const told = (...all: readonly (readonly [number, string])[]) =>
  all.filter(([number]) => number > 0).map(([number, what]) => [amount(number), what] as const);

/** A line per part and group of requests: means, which may be stacked; and percentiles of the total, which may not. */
function overTime(answer: Answer): Frame {
  const { table, range, plan } = answer;
  const { starts } = bucketsOf(range, (plan.gives === 'groups' && plan.stepMs) || 1);
  const read = reader(table);
  const rows = new Map(table.rows.map((row) => [Number(read(row, BUCKET)), row]));
  const each = <T>(value: (at: Read) => T): (T | null)[] =>
    starts.map((start) => {
      const row = rows.get(start);
      return row ? value((name) => read(row, name)) : null;
    });
  const line = (
    name: string,
    labels: Record<string, string>,
    title: FieldConfig,
    values: (number | null)[],
  ): Field => ({
    name,
    type: 'number',
    labels,
    config: { ...title, unit: 'ms' },
    values,
  });
  return {
    name: 'timing',
    meta: { type: 'timeseries-wide', typeVersion: [0, 1], preferredVisualisationType: 'graph' },
    fields: [
      { name: 'time', type: 'time', values: starts },
      ...amongs.flatMap((among) => [
        ...partNames.map((part) =>
          line('mean', { among, part }, { displayNameFromDS: `${amongTitles[among]}: ${part}` }, each((at) => summaryOf(at, among)[part])),
        ),
        ...percents.map((percent) =>
          line(`p${percent}`, { among }, estimate(`${amongTitles[among]}: p${percent}`, answer, 'percentile'), each((at) => at(nameOf(among, percent)) as number | null)),
        ),
      ]),
    ],
  }; // prettier-ignore
}

/** Named as the dimension, or as its column where that is the name of a part: the backend entity. */
const nameOfColumn = (id: DimensionId) => (partNames.some((part) => part === id) ? dimension(id).column : id);

/** A row per value and group of requests, the slowest value first. */
function perGroup({ per, top }: TimingQuery, answer: Answer, catalogue: Catalogue): Frame {
  const { table } = answer;
  const shown = per === 'scenario' ? namedScenarios(catalogue).title : (value: string) => value;
  const read = reader(table);
  const ids = per === 'time' ? [] : groupedBy(per);
  const groups = table.rows
    .map((row) => ({
      values: ids.map((id) => shown(String(read(row, dimension(id).column)))),
      at: (name: string) => read(row, name),
      total: summaryOf((name) => read(row, name), 'all').total ?? -1,
    }))
    .filter(({ total }) => total >= 0)
    .sort((a, b) => b.total - a.total);
  const rows = groups
    .slice(0, top)
    .flatMap(({ values, at }) =>
      amongs.map((among) => ({ values, among, at, summary: summaryOf(at, among) })),
    );
  const column = <T>(value: (row: (typeof rows)[number]) => T) => rows.map(value);
  const more = groups.length - Math.min(top, groups.length);
  return {
    name: 'timing',
    meta: {
      preferredVisualisationType: 'table',
      notices: more > 0 ? [{ severity: 'info', text: `Not shown: ${amount(more, 'faster value')}.` }] : [],
    },
    fields: [
      ...ids.map((id, i) => texts(nameOfColumn(id), dimension(id).title, column(({ values }) => values[i] ?? ''))),
      texts('among', 'Requests', column(({ among }) => amongTitles[among])),
      numbers('requests', 'Number', column(({ summary }) => summary.requests), 'short'),
      ...partNames.map((part) => numbers(part, `Mean: ${part}`, column(({ summary }) => summary[part]), 'ms')),
      numbers('total', 'Mean: total', column(({ summary }) => summary.total), 'ms'),
      ...percents.map((percent) =>
        numbers(`p${percent}`, `Total: p${percent}`, column(({ at, among }) => at(nameOf(among, percent)) as number | null), 'ms', estimate(`Total: p${percent}`, answer, 'percentile')),
      ),
    ],
  }; // prettier-ignore
}
