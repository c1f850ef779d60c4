import { FieldType, LoadingState, toDataFrame } from '@grafana/data';
import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { context, framesOf, MINUTE, start, type Rows } from '../../../tests/support/answers';
import { arrived } from '../../../tests/support/arrived';
import { showPanel } from '../../../tests/support/show-panel';
import { ConnectionsPanel } from './ConnectionsPanel';
import type { ConnectionOptions } from './options';

const at = (minute: number) => start + minute * MINUTE;
const hostile = '<img src=x onerror=alert(1)>';
const series: Rows = [
  [at(0), 'backend-dns-failure', 2],
  [at(1), 'backend-connect-timeout', 60],
];
const matrix: Rows = [
  ['b.example', 'backend-dns-failure', 2, 12, 30, 0, 0, at(0), 'd', 'no name'],
  ['a.example', 'backend-connect-timeout', 60, 21_000, 21_040, 6, 1, at(1), 'the-id', hostile],
];
const calls: Rows = [['a.example', 600], ['b.example', 2]]; // prettier-ignore
const concurrency: Rows = [
  [at(0), 'east', 'West Europe', 'a.example', 30, 30, 120_000],
  [at(0), 'east', 'West Europe', 'b.example', 2, 0, 0],
];
const all: Rows = [['failed', 62], ['succeeded', 1530]]; // prettier-ignore
const frames = (tables: readonly Rows[] = [series, matrix, calls, concurrency, all]) =>
  arrived(
    framesOf({ kind: 'connection-failures', step: '1m' }, tables, {
      ...context,
      services: [{ service: 'east', tier: 'developer', units: 1 }],
    }),
  );
const usual: ConnectionOptions = {
  showGraph: true,
  showEpisodes: true,
  legend: { showLegend: true, displayMode: 'list', placement: 'bottom' },
  tooltip: { mode: 'multi' },
};
const show = (shown = frames(), options: object = {}, change: object = {}) =>
  showPanel(ConnectionsPanel, { ...usual, ...options }, shown, change);

it('shows hosts by type, the worst host first, with share and connections', () => {
  show();
  const table = within(screen.getByRole('table', { name: /by backend host and type/ }));
  expect(table.getAllByRole('columnheader').map(({ textContent }) => textContent.trim())).toEqual([
    'Backend host',
    'Share of its calls',
    'Unresolved backend name',
    'No connection to the backend',
    'Connections at once',
  ]);
  expect(table.getAllByRole('row').slice(1).map(({ textContent }) => textContent)).toEqual([
    'a.example10.0 %60about 2–5 of 1,024',
    'b.example100.0 %2too few rows tell',
  ]);
}); // prettier-ignore

it('opens the evidence of a cell: how long, how near to a wall, the newest row, what to do', async () => {
  show();
  const cell = screen.getByRole('button', { name: 'a.example: No connection to the backend, 60 requests' });
  await userEvent.click(cell);
  const [card] = await screen.findAllByText('Typical duration');
  const text = card!.closest('div')!.textContent;
  expect(text).toMatch(/Of all calls to the host10\.0 %Typical duration21/);
  expect(text).toMatch(/Near 21 s, where connecting is given up6/);
  expect(text).toMatch(/Near 240 s, where idle connections are dropped1/);
  expect(text).toContain(hostile);
  expect(document.querySelector('img[src="x"]')).toBeNull();
  expect(screen.getByRole('button', { name: 'Copy correlation id' })).toBeInTheDocument();
  expect(screen.getByRole('link', { name: 'Open runbook' })).toHaveAttribute(
    'href',
    `/a/gatewaylens-apim-app/runbook/backend-connect-timeout?from=${context.range.from}&to=${context.range.to}`,
  );
});

it('draws types over time with marks where there is room, and the hosts alone where there is none', () => {
  const { unmount } = show();
  expect(
    screen.getByRole('img', { name: 'Failed connections over time in 2 types' }),
  ).toBeInTheDocument();
  expect(screen.getByRole('button', { name: /^No connection to the backend, .* 60 requests$/ })).toBeInTheDocument();
  unmount();
  show(frames(), {}, { height: 220 });
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
  expect(screen.getByRole('table')).toBeInTheDocument();
}); // prettier-ignore

it('counts failures that a retry made good among all failures', async () => {
  show(frames([series, matrix, calls, concurrency, [['masked', 80], ['succeeded', 1530]]]));
  await userEvent.click(screen.getByRole('button', { name: /^No connection to the backend, .* 60 requests$/ }));
  expect(await screen.findByText(/75 % of all failures/)).toBeInTheDocument();
}); // prettier-ignore

it('leaves out what the options leave out', () => {
  const { unmount } = show(frames(), { showEpisodes: false });
  expect(screen.queryByRole('group', { name: 'Episodes' })).not.toBeInTheDocument();
  unmount();
  show(frames(), { showGraph: false });
  expect(screen.queryByRole('img')).not.toBeInTheDocument();
});

it('shows good news as good news, and says when nothing came', () => {
  show(frames([[], [], [], [], [['succeeded', 1530]]]));
  expect(screen.getByRole('status')).toHaveTextContent(
    'No failed connections to backends in this range (1,530 requests answered).',
  );
  show(frames([[], [], [], [], []]));
  expect(screen.getByText(/No requests at all were found in this range/)).toBeInTheDocument();
});

it('leaves the legend to the list of hosts where it is narrow', () => {
  show(frames(), {}, { width: 600, height: 500 });
  expect(screen.getByRole('list', { name: 'Series' })).toBeInTheDocument();
  cleanup();
  show(frames(), {}, { width: 420, height: 500 });
  expect(screen.queryByRole('list', { name: 'Series' })).not.toBeInTheDocument();
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  expect(screen.getByRole('list', { name: /by backend host and type/ })).toBeInTheDocument();
});

it('says what failed, and which query to use', () => {
  show([], {}, { data: { state: LoadingState.Error, series: [], errors: [{ message: 'No token.' }] } });
  expect(screen.getByText(/No token\./)).toBeInTheDocument();
  show([toDataFrame({ fields: [{ name: 'x', type: FieldType.number, values: [1] }] })]);
  expect(screen.getByText(/use the query “Backend connection failures”/)).toBeInTheDocument();
});

it('shows one type alone from the legend, and tells in few words what fits a tiny panel', async () => {
  const { unmount } = show();
  await userEvent.click(screen.getByRole('button', { name: 'Unresolved backend name' }));
  expect(screen.getByRole('img', { name: 'Failed connections over time in 1 types' })).toBeInTheDocument();
  unmount();
  show(frames(), {}, { width: 220, height: 90 });
  expect(screen.getByRole('status')).toHaveTextContent('62 failed connections, most at a.example (60)');
});
