import React, { useState } from 'react';
import { CoreApp, dateTime, getDefaultTimeRange, LoadingState } from '@grafana/data';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { act, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryTypes } from '../core/query';
import { GatewaylensDataSource } from './datasource';
import type { GatewaylensQuery } from './query';
import { QueryEditor } from './QueryEditor';

setTemplateSrv({
  replace: (text: string) => text,
  getVariables: () => [{ name: 'step', type: 'custom' }, { name: 'filters', type: 'adhoc' }],
} as unknown as TemplateSrv); // prettier-ignore
const { defaults } = queryTypes['scenario-series'];

/** The editor with what it stores and how often it ran the query. */
async function edit(stored: object, app = CoreApp.Dashboard) {
  const datasource = new GatewaylensDataSource({ uid: 'x', jsonData: {} } as never);
  const scenarios = { 'backend-timeout': { title: 'Timed out at the backend', familyTitle: 'Backend' } };
  jest.spyOn(datasource, 'getResource').mockResolvedValue({ order: Object.keys(scenarios), scenarios });
  const kql = jest.spyOn(datasource, 'kql').mockResolvedValue('ApiManagementGatewayLogs');
  const values = jest.spyOn(datasource, 'values').mockResolvedValue(['orders', '']);
  const onRunQuery = jest.fn();
  const result = { query: { refId: 'A', ...stored } as GatewaylensQuery, onRunQuery, kql, values };
  const Editor = () => {
    const [query, setQuery] = useState(result.query);
    const onChange = (changed: GatewaylensQuery) => {
      result.query = changed;
      setQuery(changed);
    };
    return <QueryEditor {...{ app, datasource, query, onChange, onRunQuery }} />;
  };
  await act(async () => void render(<Editor />));
  return result;
}

it('stores the whole query with what was chosen, and runs it', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByLabelText('As'));
  await userEvent.click(await screen.findByText('rate'));
  await userEvent.click(screen.getByLabelText('Scenarios'));
  await userEvent.click(await screen.findByText('Timed out at the backend'));
  expect(edited.query).toEqual({ refId: 'A', ...defaults, as: 'rate', scenarios: ['backend-timeout'] });
  expect(edited.onRunQuery).toHaveBeenCalledTimes(2);
});

it('keeps the place in an open list while answers come in', async () => {
  const datasource = new GatewaylensDataSource({ uid: 'x', jsonData: {} } as never);
  jest.spyOn(datasource, 'getResource').mockResolvedValue({ order: [], scenarios: {} });
  const onChange = jest.fn();
  const editor = (series: never[]) => (
    <QueryEditor
      datasource={datasource}
      query={{ refId: 'A', where: [{ dimension: 'api', op: 'in', values: [] }] } as never}
      data={{ series, state: LoadingState.Done, timeRange: getDefaultTimeRange() }}
      onChange={onChange}
      onRunQuery={jest.fn()}
    />
  );
  const { rerender } = render(editor([]));
  const chosen = async (list: string, keys: string) => {
    await act(async () => screen.getByLabelText(list).focus());
    await userEvent.keyboard(`{ArrowDown}${keys}`);
    rerender(editor([]));
    await userEvent.keyboard('{Enter}');
    return onChange.mock.lastCall as [GatewaylensQuery];
  };
  expect(await chosen('Show', '{Home}{ArrowDown}')).toEqual([expect.objectContaining({ kind: 'taxonomy' })]);
  expect(await chosen('Step', '{End}')).toEqual([expect.objectContaining({ step: '$step' })]);
  expect(await chosen('Scenarios', '{End}')).toEqual([expect.objectContaining({ scenarios: ['$step'] })]);
});

it('takes filters, each with several values, and removes them', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  expect(edited.onRunQuery).not.toHaveBeenCalled();
  await userEvent.type(screen.getByLabelText('Values'), 'orders{Enter}');
  await userEvent.type(screen.getByLabelText('Values'), '$api{Enter}');
  expect(edited.query).toEqual({
    refId: 'A',
    ...defaults,
    where: [{ dimension: 'api', op: 'in', values: ['orders', '$api'] }],
  });
  await userEvent.click(screen.getByRole('button', { name: 'Remove this filter' }));
  expect(edited.query).toEqual({ refId: 'A', ...defaults });
});

it.each([
  ['7', 7, 1],
  ['500', 100, 1],
  ['-3', 20, 0],
  ['20', 20, 0],
  ['', 20, 0],
])('takes %j as a number of series that the backend takes', async (typed, top, runs) => {
  const edited = await edit({});
  const input = screen.getByLabelText('Series at most');
  await userEvent.clear(input);
  await userEvent.type(input, `${typed || '{Backspace}'}{Tab}`);
  expect(screen.getByLabelText('Series at most')).toHaveValue(String(top));
  expect([edited.query, edited.onRunQuery.mock.calls.length]).toEqual([
    runs === 0 ? { refId: 'A' } : { refId: 'A', ...defaults, top },
    runs,
  ]);
});

it('counts masked errors too when asked', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByLabelText('Requests'));
  await userEvent.click(await screen.findByText('failed and masked'));
  expect(edited.query).toEqual({ refId: 'A', ...defaults, outcomes: ['failed', 'masked'] });
});

it('chooses by severity, and tells places where a rule is given a window', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByLabelText('Severity'));
  await userEvent.click(await screen.findByText('critical'));
  expect(screen.queryByLabelText('Tell where')).not.toBeInTheDocument();
  await userEvent.click(screen.getByLabelText('Result'));
  await userEvent.click(await screen.findByText('One value for the range (alert rules)'));
  await userEvent.click(screen.getByLabelText('Tell where'));
  await userEvent.click(await screen.findByText('Backend host'));
  expect(edited.query).toEqual({
    refId: 'A',
    ...defaults,
    severities: ['critical'],
    result: 'window',
    places: 'backendHost',
  });
});

it('counts what a variable says', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByLabelText('Requests'));
  await userEvent.click(await screen.findByText('$step'));
  expect(edited.query).toEqual({ refId: 'A', ...defaults, outcomes: ['$step'] });
  expect(screen.getByText('$step')).toBeInTheDocument();
});

it('takes whole families beside scenarios', async () => {
  const edited = await edit({ scenarios: ['backend-timeout'] });
  await userEvent.click(screen.getByLabelText('Scenarios'));
  await userEvent.click(await screen.findByText('All of Access'));
  expect(edited.query).toEqual({
    refId: 'A',
    ...defaults,
    scenarios: ['backend-timeout'],
    families: ['access'],
  });
});

it('offers the dashboard’s variables where a value is chosen, and keeps one that was typed as a number', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByLabelText('Step'));
  expect(screen.queryByText('$filters')).not.toBeInTheDocument();
  await userEvent.click(await screen.findByText('$step'));
  await userEvent.clear(screen.getByLabelText('Series at most'));
  await userEvent.type(screen.getByLabelText('Series at most'), '$top{Tab}');
  expect(edited.query).toEqual({ refId: 'A', ...defaults, step: '$step', top: '$top' });
});

it('filters by the dimension that a variable names', async () => {
  const edited = await edit({ where: [{ dimension: 'api', op: 'in', values: ['a'] }] });
  await userEvent.click(screen.getByLabelText('Where'));
  await userEvent.click(await screen.findByText('$step'));
  expect(edited.query.where).toEqual([{ dimension: '$step', op: 'in', values: ['a'] }]);
});

it('offers the values that occur in the range when somebody looks', async () => {
  const edited = await edit({ where: [{ dimension: 'api', op: 'in', values: [] }] });
  expect(edited.values).not.toHaveBeenCalled();
  await userEvent.click(screen.getByLabelText('Values'));
  expect(await screen.findByText('(empty)')).toBeInTheDocument();
  await userEvent.click(screen.getByText('orders'));
  expect(edited.query.where).toEqual([{ dimension: 'api', op: 'in', values: ['orders'] }]);
  expect(edited.values.mock.calls).toEqual([['api', undefined, []]]);
});

it.each<[string, object, string[]]>([
  ['taxonomy', { previous: true }, ['Scenarios', 'Requests', 'Trend']],
  ['timing', { per: 'time' }, ['Per', 'Step']],
  ['timing', { per: 'api' }, ['Per', 'Rows at most']],
  ['connection-failures', {}, ['Step', 'Hosts at most']],
  ['breakdown', {}, ['Scenarios', 'By', 'Requests', 'Rows at most']],
  ['failures', {}, ['Scenarios', 'As', 'Requests', 'Rows at most', 'Query strings']],
  ['episodes', {}, ['Scenarios', 'Step', 'Requests']],
])('has the fields of %s %j', async (kind, change, labels) => {
  await edit({ kind, ...change });
  labels.forEach((label) => expect(screen.getByLabelText(label)).toBeInTheDocument());
});

it('keeps what another kind has too, and leaves the rest behind', async () => {
  const where = [{ dimension: 'api', op: 'in', values: ['orders'] }];
  const edited = await edit({ where, scenarios: ['backend-timeout'], as: 'rate', step: '1h', hide: false });
  await userEvent.click(screen.getByLabelText('Show'));
  await userEvent.click(await screen.findByText(queryTypes.episodes.title));
  expect(edited.query).toEqual({
    refId: 'A',
    hide: false,
    ...queryTypes.episodes.defaults,
    where,
    scenarios: ['backend-timeout'],
    step: '1h',
  });
});

it('gives an alert rule the defaults of alert rules, also when it comes back to a kind', async () => {
  const edited = await edit({ kind: 'freshness' }, CoreApp.UnifiedAlerting);
  await userEvent.click(screen.getByLabelText('Show'));
  await userEvent.click(await screen.findByText(queryTypes['scenario-series'].title));
  expect(edited.query).toEqual({ refId: 'A', ...defaults, result: 'window', splitBy: 'service' });
});

it('shows the query as KQL when it is asked for', async () => {
  const edited = await edit({ as: 'share' });
  expect(edited.kql).not.toHaveBeenCalled();
  await userEvent.click(screen.getByText('Compiled KQL'));
  expect(await screen.findByText('ApiManagementGatewayLogs')).toBeInTheDocument();
  expect(edited.kql).toHaveBeenCalledWith(
    { refId: 'A', ...defaults, as: 'share' },
    expect.anything(),
    undefined,
  );
});

it('says why a query has no KQL', async () => {
  const edited = await edit({});
  const problem = { status: 400, data: { message: 'There is no scenario “x”.', hint: 'See the catalogue.' } };
  edited.kql.mockRejectedValue(problem);
  await userEvent.click(screen.getByText('Compiled KQL'));
  expect(await screen.findByText('There is no scenario “x”. See the catalogue.')).toBeInTheDocument();
  expect(problem).toHaveProperty('isHandled', true); // else Grafana shows it, too
});

it.each([
  [{ version: 99 }, /^The query was saved by a newer version/, /^Update the plugin/],
  [{ kind: 'oracle' }, /^There is no kind of query “oracle”\.$/, /^Use one of: scenario-series, /],
])('says what to do with %j, and changes nothing', async (stored, sentence, hint) => {
  const edited = await edit(stored);
  expect(screen.getByText(sentence)).toBeInTheDocument();
  expect(screen.getByText(hint)).toBeInTheDocument();
  expect(edited.query).toEqual({ refId: 'A', ...stored });
});

it('goes on offering the values while the range moves, as it does with every answer', async () => {
  const datasource = new GatewaylensDataSource({ uid: 'x', jsonData: {} } as never);
  jest.spyOn(datasource, 'getResource').mockResolvedValue({ order: [], scenarios: {} });
  const values = jest.spyOn(datasource, 'values').mockResolvedValue(['orders', 'stock']);
  const where = [{ dimension: 'api', op: 'in', values: [] }];
  const editor = (to: number, change: object = {}) => (
    <QueryEditor
      datasource={datasource}
      query={{ refId: 'A', where, ...change } as never}
      range={{ from: dateTime(0), to: dateTime(to), raw: { from: 'now-6h', to: 'now' } }}
      onChange={jest.fn()}
      onRunQuery={jest.fn()}
    />
  );
  const { rerender } = render(editor(1000));
  await userEvent.click(screen.getByLabelText('Values'));
  rerender(editor(2000)); // before the values are there
  await screen.findByText('orders');
  rerender(editor(3000)); // and after
  await userEvent.keyboard('sto');
  expect(await screen.findByText('stock')).toBeInTheDocument();
  expect(values).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  rerender(editor(3000, { where: [{ ...where[0], dimension: 'service' }] }));
  values.mockReturnValue(new Promise(() => undefined));
  await userEvent.click(screen.getByLabelText('Values'));
  expect(values).toHaveBeenLastCalledWith('service', expect.objectContaining({ to: dateTime(3000) }), []);
  expect(screen.queryByText('orders')).not.toBeInTheDocument();
});

it('keeps a value that is typed while the values are still loading, also when the field is left', async () => {
  const edited = await edit({ where: [{ dimension: 'api', op: 'in', values: [] }] });
  edited.values.mockReturnValue(new Promise(() => undefined));
  await userEvent.type(screen.getByLabelText('Values'), 'orders{Enter}');
  await userEvent.type(screen.getByLabelText('Values'), 'stock');
  await userEvent.click(document.body);
  expect(edited.query.where).toEqual([{ dimension: 'api', op: 'in', values: ['orders', 'stock'] }]);
});

it('is left with Tab without choosing what only has the focus', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByLabelText('Scenarios'));
  await screen.findByText('All of Access');
  await userEvent.keyboard('{ArrowDown}{Tab}');
  expect([edited.query, screen.getByLabelText('By')]).toEqual([{ refId: 'A' }, document.activeElement]);
});

it('moves the focus to a filter that was added, and back when it is removed', async () => {
  await edit({});
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  expect(screen.getByLabelText('Where')).toHaveFocus();
  await userEvent.click(screen.getByRole('button', { name: 'Remove this filter' }));
  expect(screen.getByRole('button', { name: 'Filter' })).toHaveFocus();
});
