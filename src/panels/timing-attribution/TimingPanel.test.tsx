import { FieldType, LoadingState, toDataFrame } from '@grafana/data';
import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { framesOf, MINUTE, start, type Rows } from '../../../tests/support/answers';
import { arrived } from '../../../tests/support/arrived';
import { showPanel } from '../../../tests/support/show-panel';
import type { TimingOptions } from './options';
import { TimingPanel } from './TimingPanel';

/** Requests; sums of backend, client, cache and gateway; three percentiles of the total. */
const all = [10, 600, 200, 100, 100, 90, 190, 200];
const slowest = [2, 300, 40, 0, 60, 190, 200, 200];
const none = [0, 0, 0, 0, 0, null, null, null];
const whole = (clamped = 0, withoutTotal = 0, atConnecting = 0, withoutParts = 0): Rows => [
  [
    ...all,
    ...slowest,
    ...none,
    clamped,
    withoutTotal,
    withoutParts,
    atConnecting,
    ...new Array<number>(11).fill(0),
  ],
];
const overTime = (rest = whole()) =>
  arrived(framesOf({ kind: 'timing', step: '1m' }, [[[start + MINUTE, ...all, ...slowest, ...none]], rest]));
const perApi = arrived(
  framesOf({ kind: 'timing', per: 'api' }, [
    [
      ['east', 'quick', 1, 5, 0, 0, 0, 5, 5, 5, ...none, ...none],
      ['west', 'slow', ...all, ...slowest, ...none],
    ],
    whole(),
  ]),
);

const usual: TimingOptions = {
  among: 'all',
  showWholeRange: true,
  showPercentiles: true,
  legend: { showLegend: true, displayMode: 'list', placement: 'bottom' },
  tooltip: { mode: 'multi' },
};
const show = (
  series: ReturnType<typeof arrived>,
  options: Partial<TimingOptions> = {},
  change: object = {},
) => showPanel(TimingPanel, { ...usual, ...options }, series, change);

it('shows the means of the whole range, which add up, for all requests and the slowest', () => {
  show(overTime());
  const bars = within(screen.getByRole('table', { name: 'Mean time over the whole range' }));
  expect(bars.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    'All requests100 ms',
    'Slowest 5 %200 ms',
    'Slowest 1 %–',
  ]);
  expect(bars.getAllByRole('img').map((bar) => bar.getAttribute('aria-label'))).toEqual([
    '10 requests, mean; backend 60 ms, client 20 ms, cache 10 ms, gateway 10 ms',
    '2 requests, mean; backend 150 ms, client 20 ms, cache 0 ms, gateway 30 ms',
  ]);
});

it('draws the chosen requests over time, with percentiles as marks of their own', async () => {
  show(overTime());
  const drawing = screen.getByRole('img', { name: 'Mean time of all requests over time, by part' });
  expect(drawing.querySelectorAll('path[stroke-width="2"]')).toHaveLength(3);
  await userEvent.click(screen.getByRole('radio', { name: 'Slowest 5 %' }));
  expect(
    screen.getByRole('img', { name: 'Mean time of slowest 5 % over time, by part' }),
  ).toBeInTheDocument();
});

it('leaves percentiles and the whole range out where the options say so, or where there is no room', () => {
  const { unmount } = show(overTime(), { showPercentiles: false, showWholeRange: false });
  const drawing = screen.getByRole('img', { name: /over time, by part/ });
  expect(drawing.querySelectorAll('path[stroke-width="2"]')).toHaveLength(0);
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
  unmount();
  show(overTime(), {}, { height: 200 });
  expect(screen.queryByRole('table')).not.toBeInTheDocument();
});

it('calls percentiles estimates where their fields are called so', () => {
  const groups: Rows = [['west', 'slow', ...all, ...slowest, ...none]];
  show(arrived(framesOf({ kind: 'timing', per: 'api' }, [groups, whole()], undefined, true)));
  expect(screen.getByRole('img', { name: /; p95 of the total \(estimate\) 190 ms;/ })).toBeInTheDocument();
  expect(screen.getByText('p50, p95, p99 of the total (estimate)')).toBeInTheDocument();
});

it('shows groups as bars, the slowest first', () => {
  show(perApi);
  const bars = within(screen.getByRole('table', { name: 'Mean time by group, All requests' }));
  expect(bars.getAllByRole('rowheader').map(({ textContent }) => textContent)).toEqual([
    'west / slow',
    'east / quick',
  ]);
});

it('keeps groups apart whose names differ only behind what is shown of them', () => {
  const long = 'x'.repeat(300);
  const slow = [10, 6000, 2000, 1000, 1000, 900, 1900, 2000];
  const groups = [`${long}1`, `${long}2`].map((host, i) => [host, ...(i ? slow : all), ...slowest, ...none]);
  show(arrived(framesOf({ kind: 'timing', per: 'backendHost' }, [groups, whole()])));
  const [first, second] = screen.getByRole('table', { name: /^Mean time by group/ }).querySelectorAll('tr');
  expect([first, second].map((row) => row!.querySelector('td')!.textContent)).toEqual(['1 s', '100 ms']);
});

it('names the limits at which requests cluster above the bars that reach them', () => {
  const slow = [10, 260_000, 200, 100, 100, 24_000, 26_000, 27_000];
  const [rest] = whole(0, 0, 50);
  const groups = [['west', 'slow', ...slow, ...slowest, ...none]];
  show(arrived(framesOf({ kind: 'timing', per: 'api' }, [groups, [rest!]])));
  const [names, bar] = screen.getByRole('table').querySelectorAll('tr');
  expect(names).toHaveTextContent(/^21 s$/);
  expect(bar).toHaveTextContent(/^west \/ slow26 s$/);
});

it('says what was cut, left out, and where requests cluster, with what that suggests', async () => {
  show(overTime(whole(3, 7, 50, 9)));
  expect(screen.getByText('30.0 % cut to fit: parts longer than the total.')).toBeInTheDocument();
  expect(screen.getByText('7 left out: without a total time.')).toBeInTheDocument();
  expect(screen.getByText('9 left out: without the parts of their total.')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /50 at 21 s/ }));
  expect(await screen.findByText(/give up connecting to a backend after 21 s/)).toBeInTheDocument();
});

it('says nothing of walls that nobody runs into', () => {
  show(overTime());
  expect(screen.queryByRole('button', { name: / at / })).not.toBeInTheDocument();
});

it('says that there was no request, what failed, and which query to use', () => {
  show(arrived(framesOf({ kind: 'timing', step: '1m' }, [[], []])));
  expect(screen.getByText(/No requests were found in this range/)).toBeInTheDocument();
  show([], {}, { data: { state: LoadingState.Error, series: [], errors: [{ message: 'No token.' }] } });
  expect(screen.getByText(/No token\./)).toBeInTheDocument();
  show([toDataFrame({ fields: [{ name: 'x', type: FieldType.number, values: [1] }] })]);
  expect(screen.getByText(/use the query “Timing attribution”/)).toBeInTheDocument();
});

it('takes names of groups for text', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  show(
    arrived(
      framesOf({ kind: 'timing', per: 'backendHost' }, [[[hostile, ...all, ...slowest, ...none]], whole()]),
    ),
  );
  expect(screen.getByText(hostile)).toBeInTheDocument();
  expect(document.querySelector('img[src="x"]')).toBeNull();
});

it('honours overrides of a part: its name, its colour, hidden; and decimals', () => {
  const series = overTime();
  const change: Record<string, object> = {
    backend: { displayName: 'Upstream', color: { mode: 'fixed', fixedColor: '#123456' }, decimals: 3 },
    cache: { custom: { hideFrom: { viz: true, legend: true, tooltip: true } } },
  };
  series[0]!.fields.forEach((field) => Object.assign(field.config, change[field.labels?.part ?? '']));
  show(series);
  const drawing = screen.getByRole('img', { name: /over time, by part/ });
  expect(drawing.querySelector('path[fill="#123456"]')).not.toBeNull();
  expect(screen.getByText('Upstream')).toBeInTheDocument();
  expect(screen.queryByText('Cache')).not.toBeInTheDocument();
  expect(screen.getAllByRole('img', { name: /upstream 60\.000 ms/ })).toHaveLength(1);
});

it('says on hover and on focus what it means that requests cluster at a limit', async () => {
  const series = arrived(
    framesOf({ kind: 'timing', step: '1m' }, [
      [[start + MINUTE, 10, 200_000, 20_000, 0, 0, 21_000, 21_000, 21_000, ...slowest, ...none]],
      whole(0, 0, 60),
    ]),
  );
  show(series);
  const level = screen.getByRole('button', { name: /^21 s connecting: 60 requests ended about here/ });
  act(() => level.focus());
  expect(await screen.findAllByText(/Gateways give up connecting to a backend after 21 s/)).not.toHaveLength(
    0,
  );
  expect(screen.getByRole('img', { name: /over time, by part/ }).querySelectorAll('line[y1]')).toHaveLength(
    1,
  );
});
