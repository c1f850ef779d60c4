import {
  DataHoverClearEvent,
  DataHoverEvent,
  EventBusSrv,
  FieldType,
  toDataFrame,
  type QueryResultMetaNotice,
} from '@grafana/data';
import { act, fireEvent, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { failing, frame, from, MINUTE, noLegend, range, show } from '../../../tests/support/taxonomy-panel';

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
  expect(document.querySelector('[data-cursor]')).toBeNull();
  act(() => eventBus.publish(new DataHoverEvent({ point: { time: from + 3.2 * MINUTE } })));
  expect(document.querySelector('[data-cursor="shared"]')).toHaveAttribute('x', String(60 + 3 * 84));
  act(() => eventBus.publish(new DataHoverEvent({ point: { time: NaN } })));
  expect(document.querySelector('[data-cursor]')).toBeNull();
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
        { text: 'Nor this, whose severity Grafana leaves out.' } as QueryResultMetaNotice,
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
  const where = [
    { dimension: 'api', op: 'in', values: ['orders'] },
    { dimension: 'service', op: 'notIn', values: ['dev'] },
  ];
  const target = { refId: 'A', datasource: { type: 'gatewaylens-apim-datasource', uid: 'u1' }, where };
  show([failing], {}, { request: { targets: [target] } });
  expect(screen.getByRole('link', { name: 'Untrusted backend certificate' })).toHaveAttribute(
    'href',
    `/a/gatewaylens-apim-app/runbook/backend-tls-trust?ds=u1&from=${range.from}&to=${range.to}&var-api=orders&not-service=dev`,
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

it('drills into a family in place: its scenarios alone, in colours of all hues, whether it is open or folded', async () => {
  const alone = ['#F2495C', '#B877D9'];
  const rows = [[3, 'backend-tls-trust', 20], [4, 'backend-tls-handshake', 5], [4, 'rate-limited', 2]] as const; // prettier-ignore
  show([frame(rows, { failed: 27, succeeded: 900 })], { families: 'folded' });
  const fills = () =>
    [...screen.getByRole('img', { name: /Failed requests over time/ }).querySelectorAll('path[fill^="#"]')].map((path) =>
      path.getAttribute('fill'),
    );
  const only = screen.getByRole('button', { name: 'Show only Backend connection' });
  await userEvent.click(only);
  expect(fills()).toHaveLength(1);
  await userEvent.click(screen.getByRole('button', { name: 'Backend connection' }));
  expect(fills()).toEqual(alone);
  const mark = screen.getByRole('button', { name: /^Untrusted backend certificate, / });
  expect(mark).toHaveStyle({ borderColor: alone[0] });
  expect(only).toHaveAttribute('aria-pressed', 'true');
  await userEvent.click(only);
  expect(fills()).toHaveLength(3);
}); // prettier-ignore

it('gives scenarios colours of all hues where one family alone was asked for', () => {
  const coloursOf = (families: readonly 'backend-connection'[]) =>
    frame(
      [
        [3, 'backend-tls-trust', 20],
        [4, 'backend-tls-handshake', 5],
      ],
      { failed: 25 },
      { families },
    )
      .fields // prettier-ignore
      .map(({ labels, config }) => [labels?.scenario, config.color?.fixedColor])
      .filter(([id]) => id === 'backend-tls-trust' || id === 'backend-tls-handshake');
  expect(coloursOf(['backend-connection'])).toEqual([['backend-tls-trust', 'red'], ['backend-tls-handshake', 'purple']]); // prettier-ignore
  expect(coloursOf([])).toEqual([['backend-tls-trust', 'dark-red'], ['backend-tls-handshake', 'red']]); // prettier-ignore
});
