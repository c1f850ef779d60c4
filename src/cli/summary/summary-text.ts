import { amount } from '../../core/amount';
import { EMPTY } from '../../core/empty-value';
import { amongTitles, type TimingSummary } from '../../core/frames';
import { owners, builtinCatalogue } from '../../core/scenarios';
import { duration, percent, time } from '../print/numbers';
import { printable } from '../print/printable';
import { textTable } from '../print/text-table';
import { labelled, wrapped } from '../print/wrapped';
import type { Widths } from '../terminal';
import type { FrameRow, Summary } from './summarise';

const INDENT = 10;

/** A summary for a terminal: what failed first, then where the time went and where it concentrates. */
export function summaryText(summary: Summary, title: string, widths: Widths): string {
  const { width, tableWidth } = widths;
  const { range, requests, scenarios } = summary;
  const all = requests.failed + requests.masked + requests.succeeded;
  const last = range.to - 1;
  return [
    labelled('Log', printable(title), INDENT, width),
    labelled(
      'Range',
      `${time(range.from)} to ${time(last)} UTC (${spanOf(range.to - range.from)})`,
      INDENT,
      width,
    ),
    labelled('Requests', requestsText(requests, all), INDENT, width),
    ...(scenarios.length === 0 ? ['', ...goodNews(summary, all, width)] : scenariosText(summary, width)),
    ...(all === 0 ? [] : timingText(summary, widths)),
    ...connectionsText(summary, widths),
    ...apisText(summary, tableWidth),
  ].join('\n');
}

function requestsText({ failed, masked, succeeded }: Summary['requests'], all: number): string {
  const share = all === 0 ? '' : ` (${percent(failed / all)})`;
  return `${amount(all)}: ${amount(failed)} failed${share}, ${amount(masked)} masked, ${amount(succeeded)} succeeded`;
}

function goodNews({ requests, known }: Summary, all: number, width: number): readonly string[] {
  if (all > 0) {
    return requests.failed === 0
      ? [`No failed requests (${amount(all)} answered).`]
      : ['No requests with these scenarios or outcomes.'];
  }
  return [
    'No requests at all in this range with these filters.',
    ...known.flatMap(({ dimension, values, more }) =>
      wrapped(`Values of ${dimension}: ${valuesText(values, more)}.`, width),
    ),
  ];
}

const valuesText = (values: readonly string[], more: boolean) =>
  [...values.map((value) => printable(value) || EMPTY), ...(more ? ['…'] : [])].join(', ') || 'none';

const SPANS = [
  ['days', 86_400_000],
  ['hours', 3_600_000],
  ['minutes', 60_000],
  ['seconds', 1000],
] as const;

/** In the largest unit of which there are at least two. */
function spanOf(ms: number): string {
  const [unit, size] = SPANS.find(([, length]) => ms >= 2 * length) ?? ['seconds', 1000];
  return `${(ms / size).toFixed(1).replace(/\.0$/, '')} ${unit}`;
}

const text = (row: FrameRow, name: string) => printable(String(row[name] ?? ''));
const number = (row: FrameRow, name: string) => (typeof row[name] === 'number' ? row[name] : null);

/** What is told of, as a heading and as the title of a column. */
function wordsFor({ told }: Summary): { readonly heading: string; readonly column: string } {
  return !told.includes('masked')
    ? { heading: 'Failures', column: 'failures' }
    : told.includes('failed')
      ? { heading: 'Failures and masked errors', column: 'failed, masked' }
      : { heading: 'Masked errors', column: 'masked errors' };
}

function scenariosText(summary: Summary, width: number): readonly string[] {
  return [
    '',
    `${wordsFor(summary).heading} by scenario`,
    ...summary.scenarios.flatMap((row) => ['', ...scenarioLines(row, width)]),
  ];
}

function scenarioLines(row: FrameRow, width: number): readonly string[] {
  const scenario = builtinCatalogue.scenarios.find(({ id }) => id === row.scenario);
  const where = text(row, 'where') === '' ? 'not told by the log' : `${text(row, 'where')} (${percent(number(row, 'whereShare'))} of them)`;
  const share = percent(number(row, 'share')).padStart(8);
  return [
    `${amount(number(row, 'count') ?? 0).padStart(7)}${share}  ${text(row, 'title')} (${text(row, 'scenario')})`,
    labelled('  seen', `first ${time(number(row, 'firstSeen'))}, last ${time(number(row, 'lastSeen'))}`, INDENT, width),
    labelled('  where', where, INDENT, width),
    ...(scenario ? [labelled('  owner', owners[scenario.owner], INDENT, width)] : []),
    labelled('  do', text(row, 'fix'), INDENT, width),
  ];
} // prettier-ignore

const SPLIT = [
  { title: '' },
  ...['requests', 'mean', 'backend', 'client', 'cache', 'gateway'].map((title) => ({
    title,
    right: true as const,
  })),
];
const AMONG = { all: 'all requests', slowest5: 'slowest 5 %', slowest1: 'slowest 1 %' } as const;

function timingText(
  { timing: { summary, withoutTotal, withoutParts, clamped, apis } }: Summary,
  { width, tableWidth }: Widths,
): readonly string[] {
  const rows = (['all', 'slowest5', 'slowest1'] as const).map((among) => [
    AMONG[among],
    ...splitCells(summary[among]),
  ]);
  const left = [
    ...(withoutTotal > 0 ? [`${amount(withoutTotal, 'request')} left out: without a total time.`] : []),
    ...(withoutParts > 0
      ? [
          `${amount(withoutParts, 'request')} left out: without the parts of their total (that of the backend, where one was asked).`,
        ]
      : []),
    ...(clamped > 0
      ? [`${amount(clamped, 'request')} had parts longer than their total; these were cut.`]
      : []),
  ];
  const slowest = apis.filter(({ among }) => among === amongTitles.all);
  return [
    '',
    'Where the time went (means)',
    ...(summary.all.requests > 0 ? [textTable(SPLIT, rows, tableWidth)] : []),
    ...left.flatMap((sentence) => wrapped(sentence, width)),
    ...(slowest.length > 1 ? ['', 'Slowest APIs', slowestText(slowest, tableWidth)] : []),
  ];
}

function splitCells({ requests, total, backend, client, cache, gateway }: TimingSummary): readonly string[] {
  return [amount(requests), ...[total, backend, client, cache, gateway].map(duration)];
}

function slowestText(rows: readonly FrameRow[], width: number): string {
  return textTable(
    [
      { title: 'service', gives: true },
      { title: 'API', gives: true },
      ...['requests', 'mean', 'p95', 'backend'].map((title) => ({ title, right: true as const })),
    ],
    rows.map((row) => [
      text(row, 'service'),
      text(row, 'api') || '(none)',
      amount(number(row, 'requests') ?? 0),
      ...['total', 'p95', 'backend'].map((name) => duration(number(row, name))),
    ]),
    width,
  );
}

/** Hosts by type; the rest has few failures each. */
const MOST_HOSTS = 12;

function connectionsText({ connections: { hosts, concurrency } }: Summary, { width, tableWidth }: Widths): readonly string[] {
  if (hosts.length === 0) {
    return [];
  }
  const table = textTable(
    [
      { title: 'backend host', gives: true },
      { title: 'type' },
      ...['failed, masked', 'of calls', 'typical', '21 s', '240 s'].map((title) => ({ title, right: true as const })),
    ],
    hosts.slice(0, MOST_HOSTS).map((row) => [
      text(row, 'host') || '(not logged)',
      text(row, 'scenario').replace(/^backend-/, ''),
      amount(number(row, 'count') ?? 0),
      percent(number(row, 'share')),
      duration(number(row, 'typicalMs')),
      amount(number(row, 'atConnectWall') ?? 0),
      amount(number(row, 'atIdleWall') ?? 0),
    ]),
    tableWidth,
  );
  const busy = concurrency.filter((row) => (number(row, 'connectionsTo') ?? 0) > 0).slice(0, 3);
  const estimates = busy.map((row) => `${text(row, 'host')} ${number(row, 'connectionsFrom')} to ${number(row, 'connectionsTo')}`);
  return [
    '',
    'Backend connection failures (21 s, 240 s: how many ended near these limits)',
    table,
    ...(hosts.length > MOST_HOSTS ? [`… ${amount(hosts.length - MOST_HOSTS, 'line')} with fewer failures; --output json has all.`] : []),
    ...(estimates.length > 0
      ? wrapped(`Connections at once, estimated, at the busiest: ${estimates.join('; ')}. The limit per host is 1,024 (Developer) or 2,048 per unit.`, width)
      : []),
  ];
} // prettier-ignore

function apisText(summary: Summary, width: number): readonly string[] {
  const { apis } = summary;
  const { heading, column } = wordsFor(summary);
  if (apis.length === 0) {
    return [];
  }
  const table = textTable(
    [
      { title: 'service', gives: true },
      { title: 'API', gives: true },
      ...[column, 'calls', 'of calls', 'x share'].map((title) => ({ title, right: true as const })),
    ],
    apis.map((row) => [
      text(row, 'service'),
      text(row, 'api') || '(none)',
      amount(number(row, 'failures') ?? 0),
      amount(number(row, 'calls') ?? 0),
      percent(number(row, 'failureRate')),
      (number(row, 'lift') ?? 0).toFixed(1),
    ]),
    width,
  );
  return ['', `${heading} by API (x share: how many times its share of the traffic)`, table];
}
