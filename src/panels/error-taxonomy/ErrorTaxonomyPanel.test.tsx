import { FieldType, LoadingState, toDataFrame } from '@grafana/data';
import { fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing, frame, from, MINUTE, noLegend, range, show } from '../../../tests/support/taxonomy-panel';

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

it.each([
  ['https://portal.azure.com/#blade/logs', 'https://portal.azure.com/#blade/logs'],
  ['javascript:alert(1)', undefined],
  [undefined, undefined],
])('leads from the card to the portal where the frames name it: %s', async (portal, href) => {
  show([{ ...failing, meta: { custom: { ...failing.meta!.custom, portal } } }]);
  await userEvent.click(screen.getByRole('button', { name: /^Untrusted backend certificate, / }));
  await screen.findByRole('link', { name: 'Open runbook' });
  const [link] = screen.queryAllByRole('link', { name: /Azure portal/ });
  expect(link?.getAttribute('href')).toBe(href);
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

it('says whose numbers they are where queries counted different requests', () => {
  const chosen = { scenarios: ['quota-exceeded'] };
  const of = (refId: string, totals: Record<string, number>) => ({ ...frame([], totals, chosen), refId });
  show([of('A', { succeeded: 90 }), of('C', { succeeded: 1234 })]);
  show([of('A', { failed: 7, masked: 3 }), of('C', { succeeded: 5 })]);
  expect(screen.getAllByRole('status').map(({ textContent }) => textContent)).toEqual([
    'No failed requests in this range (query A: 90 answered; query C: 1,234 answered).',
    'None of the selected scenarios in this range; query A: 10 requests failed otherwise or had an error that was masked.',
  ]);
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
const family = 'Backend connection';
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
    [family, dns, tls, late, unknown],
    [family, tls, dns, late, unknown],
    [late, family, dns, tls, unknown],
    [family, dns, tls, late, unknown],
    [late, family, tls, dns, unknown],
  ]);
});

it('folds a family into one series, in place, and shows it alone', async () => {
  show([several]);
  const heading = screen.getByRole('button', { name: 'Backend connection' });
  await userEvent.click(heading);
  expect(heading).toHaveAttribute('aria-expanded', 'false');
  expect(screen.getByRole('img', { name: 'Failed requests over time in 3 series' })).toBeInTheDocument();
  expect(rowNames()).toEqual([family, 'Timed out at the backend', 'Unclassified']);
  await userEvent.click(screen.getByRole('button', { name: 'Show only Backend connection' }));
  expect(screen.getByRole('img', { name: 'Failed requests over time in 1 series' })).toBeInTheDocument();
  await userEvent.click(heading);
  expect(screen.getByRole('img', { name: 'Failed requests over time in 2 series' })).toBeInTheDocument();
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
