import React from 'react';
import { dateTime, EventBusSrv, FieldType, LoadingState, toDataFrame, type PanelProps } from '@grafana/data';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { defaultQuery, kindOf } from '../../core/query';
import { builtinCatalogue } from '../../core/scenarios';
import { ErrorTaxonomyPanel } from './ErrorTaxonomyPanel';
import type { TaxonomyOptions } from './options';

const from = Date.UTC(2026, 10, 1, 8);
const MINUTE = 60_000;
const range = { from, to: from + 10 * MINUTE };

/** A frame as our data source makes it of these rows: [minute, outcome, scenario, count]. */
function frame(rows: readonly (readonly [number, string, string, number])[]) {
  const query = { ...defaultQuery, step: '1m' } as const;
  const [made] = kindOf(query).frames(
    query,
    { catalogue: builtinCatalogue, range, maxDataPoints: 0, forAlert: false },
    [
      {
        columns: ['Bucket', 'Outcome', 'Scenario', 'Count'].map((name) => ({ name, type: 'string' })),
        rows: rows.map(([minute, ...rest]) => [from + minute * MINUTE, ...rest]),
      },
    ],
  );
  return toDataFrame({
    meta: made!.meta,
    fields: made!.fields.map((field) => ({ ...field, values: [...field.values] })),
  });
}

function show(series: ReturnType<typeof toDataFrame>[], options: Partial<TaxonomyOptions> = {}) {
  const timeRange = {
    from: dateTime(range.from),
    to: dateTime(range.to),
    raw: { from: 'now-10m', to: 'now' },
  };
  const props = {
    id: 1,
    data: { state: LoadingState.Done, series, timeRange },
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

const failing = frame([
  [3, 'failed', 'backend-tls-trust', 20],
  [4, 'failed', 'backend-tls-trust', 30],
  [4, 'failed', 'unclassified', 2],
  [1, 'succeeded', 'none', 900],
]);

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
  expect(await screen.findByText(/50 requests 08:03–08:05, 96 % of all that failed/)).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open runbook' })).toHaveAttribute(
    'href',
    `/a/gatewaylens-apim-app/runbook/backend-tls-trust?from=${range.from}&to=${range.to}`,
  );
  expect(screen.getByRole('link', { name: 'Microsoft: custom CA certificates' })).toHaveAttribute(
    'rel',
    'noreferrer',
  );
});

it('isolates a series', async () => {
  show([failing]);
  await userEvent.click(screen.getByRole('button', { name: 'Unclassified' }));
  expect(screen.getByRole('img', { name: 'Failed requests over time in 1 series' })).toBeInTheDocument();
});

it('leaves out marks and legend where the options say so', () => {
  show([failing], {
    showEpisodes: false,
    legend: { showLegend: false, displayMode: 'list', placement: 'bottom' },
  });
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('shows good news as good news', () => {
  show([frame([[1, 'succeeded', 'none', 1234]])]);
  expect(screen.getByRole('status')).toHaveTextContent('No failed requests in this range (1,234 answered).');
});

it('says when nothing came, and when the frames are of another kind', () => {
  show([frame([])]);
  expect(screen.getByText(/No requests in this range/)).toBeInTheDocument();
  show([toDataFrame({ fields: [{ name: 'x', type: FieldType.string, values: ['a'] }] })]);
  expect(screen.getByText(/use the query “Failures by scenario”/)).toBeInTheDocument();
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
