import React from 'react';
import {
  DataHoverClearEvent,
  DataHoverEvent,
  dateTime,
  EventBusSrv,
  FieldType,
  LoadingState,
  toDataFrame,
  type PanelProps,
} from '@grafana/data';
import { act, fireEvent, render, screen, within } from '@testing-library/react';
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
  change: object = {},
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
      families: 'open',
      tooltip: { mode: 'multi' },
      legend: { showLegend: true, displayMode: 'table', placement: 'right' },
      ...options,
    },
    fieldConfig: { defaults: {}, overrides: [] },
    width: 900,
    height: 400,
    eventBus: new EventBusSrv(),
    onChangeTimeRange: () => undefined,
    ...change,
  } as unknown as PanelProps<TaxonomyOptions>;
  render(<ErrorTaxonomyPanel {...props} />);
}

const noLegend = {
  legend: { showLegend: false, displayMode: 'list', placement: 'bottom' },
} as const;

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
  const row = screen.getByRole('button', { name: 'Show only Untrusted backend certificate' }).closest('tr');
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
  const entry = screen.getByRole('button', { name: 'Show only Unclassified' });
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
  const row = screen.getByRole('button', { name: 'Show only Unclassified' }).closest('tr');
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
  expect(screen.getByText(/No requests at all were found in this range/)).toBeInTheDocument();
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
  expect(screen.getByRole('button', { name: `Show only ${hostile}` })).toBeInTheDocument();
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

const rowNames = () =>
  screen
    .getAllByRole('button', { name: /^Show only/ })
    .map((entry) => entry.getAttribute('aria-label')!.slice(10));
const several = frame(
  [
    [3, 'backend-tls-trust', 20],
    [4, 'backend-dns-failure', 30],
    [4, 'backend-timeout', 9],
    [4, 'unclassified', 70],
  ],
  { failed: 129, masked: 4, succeeded: 900 },
);

it('sorts by any column within families, and leaves what no scenario explains at the end', async () => {
  show([several]);
  const sorted = [rowNames()];
  for (const column of ['Scenario', 'Scenario', 'Count', 'Count']) {
    await userEvent.click(screen.getByRole('button', { name: column }));
    sorted.push(rowNames());
  }
  const [tls, dns, late, unknown] = [
    'Untrusted backend certificate',
    'Unresolved backend name',
    'Timed out at the backend',
    'Unclassified',
  ];
  expect(sorted).toEqual([
    [dns, tls, late, unknown],
    [tls, dns, late, unknown],
    [late, dns, tls, unknown],
    [dns, tls, late, unknown],
    [late, tls, dns, unknown],
  ]);
});

it('folds a family into one series, in place, and shows it alone', async () => {
  show([several]);
  const heading = screen.getByRole('button', { name: 'Backend connection' });
  await userEvent.click(heading);
  expect(heading).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByRole('img', { name: 'Failed requests over time in 3 series' })).toBeInTheDocument();
  expect(rowNames()).toEqual(['Timed out at the backend', 'Unclassified']);
  await userEvent.click(within(heading.closest('tr')!).getByText('50'));
  expect(screen.getByRole('img', { name: 'Failed requests over time in 1 series' })).toBeInTheDocument();
  await userEvent.click(heading);
  expect(screen.getByRole('img', { name: 'Failed requests over time in 4 series' })).toBeInTheDocument();
});

it('begins with families where the options say so', () => {
  show([several], { families: 'folded' });
  expect(screen.getByRole('img', { name: 'Failed requests over time in 3 series' })).toBeInTheDocument();
});

it('always shows what is not explained and what was masked, told apart by more than colour', () => {
  show([several]);
  const drawing = screen.getByRole('img', { name: /over time in 4 series/ });
  expect(drawing.querySelectorAll('pattern')).toHaveLength(1);
  expect(screen.getByText('Masked errors').closest('tr')).toHaveTextContent(/^Masked errors4/);
});

it('opens the card of an entry by keyboard, closes it by Escape and gives the focus back', async () => {
  show([several]);
  const about = screen.getByRole('button', { name: 'About Timed out at the backend' });
  about.focus();
  await userEvent.keyboard('{Enter}');
  const card = await screen.findByRole('dialog', { name: 'Timed out at the backend' });
  expect(card).toHaveTextContent(/9 · 7 % of all failures/);
  expect(within(card).getByRole('link', { name: 'Open runbook' })).toBeInTheDocument();
  await userEvent.keyboard('{Escape}');
  expect(card).not.toBeInTheDocument();
  expect(about).toHaveFocus();
});

it('chooses a range by dragging, and none by a click', () => {
  const onChangeTimeRange = jest.fn();
  show([failing], noLegend, {}, { onChangeTimeRange });
  const drawing = screen.getByRole('img', { name: /Failed requests over time/ });
  const drag = (from: number, to: number) => {
    fireEvent.pointerDown(drawing, { clientX: from, button: 0 });
    fireEvent.pointerMove(drawing, { clientX: to });
    fireEvent.pointerUp(drawing, { clientX: to });
  };
  drag(480, 482);
  expect(onChangeTimeRange).not.toHaveBeenCalled();
  drag(900, 480);
  expect(onChangeTimeRange.mock.calls).toEqual([[{ from: range.from + 5 * MINUTE, to: range.to }]]);
});

it('shares the crosshair with other panels in both directions', () => {
  const eventBus = new EventBusSrv();
  const told: unknown[] = [];
  eventBus.subscribe(DataHoverEvent, ({ payload }) => told.push(payload.point.time));
  eventBus.subscribe(DataHoverClearEvent, () => told.push('left'));
  show([failing], noLegend, {}, { eventBus });
  const drawing = screen.getByRole('img', { name: /Failed requests over time/ });
  fireEvent.pointerMove(drawing, { clientX: 60 + 4.5 * 84 });
  fireEvent.pointerLeave(drawing);
  expect(told).toEqual([from + 4.5 * MINUTE, 'left']);
  expect(drawing.querySelector('[data-cursor]')).toBeNull();
  act(() => eventBus.publish(new DataHoverEvent({ point: { time: from + 3.2 * MINUTE } })));
  expect(drawing.querySelector('[data-cursor="shared"]')).toHaveAttribute('x', String(60 + 3 * 84));
  act(() => eventBus.publish(new DataHoverEvent({ point: { time: NaN } })));
  expect(drawing.querySelector('[data-cursor]')).toBeNull();
});

it.each([
  ['multi', ['Untrusted backend certificate', 'Unclassified']],
  ['single', ['Untrusted backend certificate']],
  ['none', []],
] as const)('tells numbers in the tooltip mode “%s”', (mode, names) => {
  show([failing], { ...noLegend, tooltip: { mode } });
  const drawing = screen.getByRole('img', { name: /Failed requests over time/ });
  fireEvent.pointerMove(drawing, { clientX: 60 + 4.5 * 84, clientY: 370 });
  expect(
    ['Untrusted backend certificate', 'Unclassified'].filter((name) => screen.queryByText(name)),
  ).toEqual(names);
});

it('reads the numbers of a bucket to those who use the keyboard', () => {
  show([failing], noLegend);
  const slider = screen.getByRole('slider');
  act(() => slider.focus());
  fireEvent.change(slider, { target: { value: '4' } });
  expect(slider).toHaveAttribute(
    'aria-valuetext',
    '2026-11-01 08:04:00; Untrusted backend certificate 30; Unclassified 2',
  );
});

it('honours overrides: a name, a colour, hidden, decimals', () => {
  const [time, tls, unknown] = failing.fields;
  const changed = {
    ...failing,
    fields: [
      time!,
      {
        ...tls!,
        config: {
          ...tls!.config,
          displayName: 'Renamed',
          color: { mode: 'fixed', fixedColor: '#123456' },
          decimals: 1,
        },
        state: null,
      },
      {
        ...unknown!,
        config: { ...unknown!.config, custom: { hideFrom: { viz: true, legend: true, tooltip: true } } },
      },
    ],
  };
  show([changed]);
  const drawing = screen.getByRole('img', { name: 'Failed requests over time in 1 series' });
  expect(drawing.querySelector('path[fill="#123456"]')).not.toBeNull();
  expect(screen.getByRole('button', { name: 'Show only Renamed' }).closest('tr')).toHaveTextContent('50.0');
  expect(screen.queryByRole('button', { name: 'Show only Unclassified' })).not.toBeInTheDocument();
});

it('marks annotations of the dashboard; their text is text, and their links lead elsewhere only with https', async () => {
  const annotation = toDataFrame({
    fields: [
      { name: 'time', type: FieldType.time, values: [from + MINUTE, from + 3 * MINUTE] },
      { name: 'timeEnd', type: FieldType.time, values: [from + 2 * MINUTE, from + 5 * MINUTE] },
      { name: 'title', values: ['Deployment <b>4.2</b>', 'Same as the episode'] },
      {
        name: 'text',
        values: [
          'By <img src=x onerror=alert(1)>hand<br><a href="https://example.com/7">Run 7</a><a href="javascript:alert(1)">Bad</a>',
          '',
        ],
      },
      { name: 'tags', type: FieldType.other, values: [['deployment'], ['backend-tls-trust']] },
    ],
  });
  show([failing], noLegend, { annotations: [annotation] });
  const group = screen.getByRole('group', { name: 'Episodes' });
  expect(
    within(group)
      .getAllByRole('button')
      .map((mark) => mark.getAttribute('aria-label')),
  ).toEqual([
    'Annotation: Deployment 4.2, 08:01–08:02',
    'Untrusted backend certificate, 08:03–08:05, 50 requests',
  ]);
  await userEvent.click(screen.getByRole('button', { name: /^Annotation/ }));
  const card = await screen.findByRole('dialog', { name: 'Deployment 4.2' });
  expect(
    within(card)
      .getAllByRole('link')
      .map((link) => link.getAttribute('href')),
  ).toEqual(['https://example.com/7']);
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

it('says where numbers are read that they are partial, biased or old', async () => {
  const told = {
    ...failing,
    meta: {
      ...failing.meta,
      notices: [
        { severity: 'warning', text: 'Only 25 % are logged.' } as const,
        { severity: 'info', text: 'Not this.' } as const,
      ],
      stats: [{ displayName: 'Age of the answer', value: 42_000 }],
    },
  };
  show([told], noLegend, { errors: [{ message: 'B failed.' }] });
  await userEvent.click(screen.getByRole('button', { name: 'B failed. +2 more' }));
  const card = await screen.findByRole('dialog', { name: 'About these numbers' });
  expect(card).toHaveTextContent('B failed.Only 25 % are logged.This was read 42 s ago (cached).');
});

it('carries data source, conditions and range over to its links', async () => {
  const where = [{ dimension: 'api', op: 'in', values: ['orders'] }];
  const target = { refId: 'A', datasource: { type: 'gatewaylens-apim-datasource', uid: 'u1' }, where };
  show([failing], {}, { request: { targets: [target] } });
  expect(screen.getByRole('link', { name: 'Untrusted backend certificate' })).toHaveAttribute(
    'href',
    `/a/gatewaylens-apim-app/runbook/backend-tls-trust?ds=u1&from=${range.from}&to=${range.to}`,
  );
  await userEvent.click(screen.getByRole('button', { name: /^Untrusted backend certificate, / }));
  const rows = await screen.findByRole('link', { name: 'Failed rows' });
  const panes = JSON.parse(
    new URL(rows.getAttribute('href')!, 'http://x').searchParams.get('panes')!,
  ) as object;
  expect(panes).toMatchObject({
    failures: { datasource: 'u1', queries: [{ kind: 'failures', scenarios: ['backend-tls-trust'], where }] },
  });
});
