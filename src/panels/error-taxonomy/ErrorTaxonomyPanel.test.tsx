import React from 'react';
import { dateTime, EventBusSrv, FieldType, LoadingState, toDataFrame, type PanelProps } from '@grafana/data';
import { fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Answer, TableCell } from '../../core/plan';
import { queryTypes, type ScenarioSeriesQuery } from '../../core/query';
import { kinds } from '../../core/query/kinds';
import { builtinCatalogue } from '../../core/scenarios';
import { ErrorTaxonomyPanel } from './ErrorTaxonomyPanel';
import type { TaxonomyOptions } from './options';

const from = Date.UTC(2026, 10, 1, 8);
const MINUTE = 60_000;
const range = { from, to: from + 10 * MINUTE };

/** A frame as our data source makes it of failures, as [minute, scenario, count], and of all requests by outcome. */
function frame(
  failures: readonly (readonly [number, string, number])[],
  totals: Readonly<Record<string, number>>,
  change: Partial<ScenarioSeriesQuery> = {},
) {
  const query = { ...queryTypes['scenario-series'].defaults, step: '1m', ...change } as const;
  const context = {
    catalogue: builtinCatalogue,
    range,
    maxDataPoints: 0,
    forAlert: false,
    now: range.to + 3_600_000,
  };
  const tables: readonly (readonly [readonly string[], readonly (readonly TableCell[])[]])[] = [
    [['Bucket', 'Scenario', 'Count'], failures.map(([minute, ...rest]) => [from + minute * MINUTE, ...rest])],
    [['Outcome', 'Count'], Object.entries(totals)],
  ];
  const answers = kinds['scenario-series'].plans(query, context).map((plan, i): Answer => {
    const [names, rows] = tables[i]!;
    return { plan, range, table: { columns: names.map((name) => ({ name, type: 'string' })), rows } };
  });
  const [made] = kinds['scenario-series'].frames(query, context, answers);
  return toDataFrame({
    meta: made!.meta,
    fields: made!.fields.map((field) => ({ ...field, values: [...field.values] })),
  });
}

function show(
  series: ReturnType<typeof toDataFrame>[],
  options: Partial<TaxonomyOptions> = {},
  answer: object = {},
) {
  const timeRange = {
    from: dateTime(range.from),
    to: dateTime(range.to),
    raw: { from: 'now-10m', to: 'now' },
  };
  const props = {
    id: 1,
    data: { state: LoadingState.Done, series, timeRange, ...answer },
    timeRange,
    timeZone: 'utc',
    options: {
      showEpisodes: true,
      legend: { showLegend: true, displayMode: 'table', placement: 'right' },
      ...options,
    },
    fieldConfig: { defaults: {}, overrides: [] },
    width: 900,
    height: 400,
    eventBus: new EventBusSrv(),
  } as unknown as PanelProps<TaxonomyOptions>;
  render(<ErrorTaxonomyPanel {...props} />);
}

const failing = frame(
  [
    [3, 'backend-tls-trust', 20],
    [4, 'backend-tls-trust', 30],
    [4, 'unclassified', 2],
  ],
  { failed: 52, succeeded: 900 },
);

it('draws the series and names their sums', () => {
  show([failing]);
  expect(screen.getByRole('img', { name: 'Failed requests over time in 2 series' })).toBeInTheDocument();
  const row = screen.getByRole('button', { name: 'Untrusted backend certificate' }).closest('tr');
  expect(within(row!).getByText('50')).toBeInTheDocument();
});

it('marks the episode; its card says what to do and links to it', async () => {
  show([failing]);
  const mark = screen.getByRole('button', {
    name: 'Untrusted backend certificate, 08:03–08:05, 50 requests',
  });
  await userEvent.click(mark);
  expect(await screen.findByText(/50 requests 08:03–08:05, 96 % of all failures/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open runbook' })).toHaveAttribute(
    'href',
    `/a/gatewaylens-apim-app/runbook/backend-tls-trust?from=${range.from}&to=${range.to}`,
  );
  expect(screen.getByRole('link', { name: 'Microsoft: custom CA certificates' })).toHaveAttribute(
    'rel',
    'noreferrer',
  );
});

it('isolates a series, greys the others in the legend, and shows all again', async () => {
  show([failing]);
  const all = { name: 'Failed requests over time in 2 series' };
  const one = { name: 'Failed requests over time in 1 series' };
  const entry = screen.getByRole('button', { name: 'Unclassified' });
  await userEvent.click(entry);
  expect(screen.getByRole('img', one)).toBeInTheDocument();
  await userEvent.click(entry);
  expect(screen.getByRole('img', all)).toBeInTheDocument();
});

it('leaves out marks and legend where the options say so', () => {
  show([failing], {
    showEpisodes: false,
    legend: { showLegend: false, displayMode: 'list', placement: 'bottom' },
  });
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('averages shares over time instead of adding them up', () => {
  show([frame([[4, 'unclassified', 30]], { failed: 30, succeeded: 70 }, { as: 'rate' })]);
  const row = screen.getByRole('button', { name: 'Unclassified' }).closest('tr');
  expect(within(row!).getByText('0.0500 req/s')).toBeInTheDocument();
  expect(screen.getByRole('columnheader', { name: /Mean/ })).toBeInTheDocument();
});

it('shows good news as good news', () => {
  show([frame([], { succeeded: 1234 })]);
  expect(screen.getByRole('status')).toHaveTextContent('No failed requests in this range (1,234 answered).');
});

it('does not claim answers that another data source did not tell', () => {
  const quiet = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [from, from + MINUTE] },
      { name: 'errors', type: FieldType.number, values: [0, 0] },
    ],
  });
  show([quiet]);
  expect(screen.getByRole('status')).toHaveTextContent(/^No failed requests in this range\.$/);
});

it('tells failures that were not selected from none', () => {
  show([frame([], { failed: 7, masked: 3, succeeded: 90 }, { scenarios: ['quota-exceeded'] })]);
  expect(screen.getByRole('status')).toHaveTextContent(
    'None of the selected scenarios in this range; 10 requests failed otherwise or had an error that was masked.',
  );
});

it('says when nothing came, and when the frames are of another kind', () => {
  show([frame([], {})]);
  expect(screen.getByText(/No requests in this range/)).toBeInTheDocument();
  show([toDataFrame({ fields: [{ name: 'x', type: FieldType.string, values: ['a'] }] })]);
  expect(screen.getByText(/use the query “Failures over time”/)).toBeInTheDocument();
});

it('draws lines where series do not add up', () => {
  const options = { legend: { showLegend: false, displayMode: 'list', placement: 'bottom' } } as const;
  show([failing], options);
  const shares = { ...failing, meta: { custom: { ...failing.meta!.custom, addsUp: false } } };
  show([shares], options);
  const drawings = screen.getAllByRole('img', { name: 'Failed requests over time in 2 series' });
  const strokes = drawings.map((drawing) => drawing.querySelectorAll('path[stroke]').length);
  expect(strokes).toEqual([0, 2]);
});

it('tells the numbers of the bucket under the pointer, the largest first', () => {
  show([failing], { legend: { showLegend: false, displayMode: 'list', placement: 'bottom' } });
  const drawing = screen.getByRole('img', { name: 'Failed requests over time in 2 series' });
  const perMinute = (900 - 48) / 10;
  fireEvent.pointerMove(drawing, { clientX: 48 + 4.5 * perMinute });
  const numbers = screen.getByText('2026-11-01 08:04:00').parentElement!;
  expect(numbers).toHaveTextContent(/Untrusted backend certificate30Unclassified2$/);
  fireEvent.pointerLeave(drawing);
  expect(screen.queryByText('2026-11-01 08:04:00')).not.toBeInTheDocument();
});

it('says what failed, not that there was nothing', () => {
  show([], {}, { state: LoadingState.Error, errors: [{ message: 'No log file matches “x”.' }] });
  expect(screen.getByText(/No log file matches “x”/)).toBeInTheDocument();
  expect(screen.queryByText(/No requests in this range/)).not.toBeInTheDocument();
});

it('takes names of series for text', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const series = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [from] },
      { name: hostile, type: FieldType.number, values: [5] },
    ],
  });
  show([series]);
  expect(screen.getByRole('button', { name: hostile })).toBeInTheDocument();
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

it('sorts the legend by name and by number, and back', async () => {
  show([failing]);
  const names = () =>
    screen
      .getAllByRole('button', { name: /^(Untrusted|Unclassified)[^,]*$/ })
      .map((entry) => entry.textContent?.trim());
  const sorted: (string | undefined)[][] = [names()];
  for (const column of ['Total', 'Total', 'Total', 'Name', 'Name']) {
    await userEvent.click(screen.getByRole('columnheader', { name: column }));
    sorted.push(names());
  }
  const large = ['Untrusted backend certificate', 'Unclassified'];
  const small = [...large].reverse();
  expect(sorted).toEqual([large, large, small, large, large, small]);
});
