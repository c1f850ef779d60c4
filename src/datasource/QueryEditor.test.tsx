import React, { useState } from 'react';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryTypes } from '../core/query';
import { GatewaylensDataSource } from './datasource';
import type { GatewaylensQuery } from './query';
import { QueryEditor } from './QueryEditor';

setTemplateSrv({ replace: (text: string) => text } as unknown as TemplateSrv);
const { defaults } = queryTypes['scenario-series'];

/** The editor with what it stores and how often it ran the query. */
function edit(stored: object) {
  const datasource = new GatewaylensDataSource({ uid: 'x', jsonData: {} } as never);
  const scenarios = { 'backend-timeout': { title: 'Timed out at the backend', familyTitle: 'Backend' } };
  jest.spyOn(datasource, 'getResource').mockResolvedValue({ order: Object.keys(scenarios), scenarios });
  const kql = jest.spyOn(datasource, 'kql').mockResolvedValue('ApiManagementGatewayLogs');
  const onRunQuery = jest.fn();
  const result = { query: { refId: 'A', ...stored } as GatewaylensQuery, onRunQuery, kql };
  const Editor = () => {
    const [query, setQuery] = useState(result.query);
    const onChange = (changed: GatewaylensQuery) => {
      result.query = changed;
      setQuery(changed);
    };
    return <QueryEditor datasource={datasource} query={query} onChange={onChange} onRunQuery={onRunQuery} />;
  };
  render(<Editor />);
  return result;
}

it('stores the whole query with what was chosen, and runs it', async () => {
  const edited = edit({});
  await userEvent.click(screen.getByLabelText('As'));
  await userEvent.click(await screen.findByText('rate'));
  await userEvent.click(screen.getByLabelText('Scenarios'));
  await userEvent.click(await screen.findByText('Timed out at the backend'));
  expect(edited.query).toEqual({ refId: 'A', ...defaults, as: 'rate', scenarios: ['backend-timeout'] });
  expect(edited.onRunQuery).toHaveBeenCalledTimes(2);
});

it('takes filters, each with several values, and removes them', async () => {
  const edited = edit({});
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
  const edited = edit({});
  await userEvent.click(screen.getByText('Options'));
  const input = screen.getByLabelText('Series at most');
  await userEvent.clear(input);
  await userEvent.type(input, `${typed || '{Backspace}'}{Tab}`);
  expect(screen.getByLabelText('Series at most')).toHaveValue(top);
  expect([edited.query, edited.onRunQuery.mock.calls.length]).toEqual([
    runs === 0 ? { refId: 'A' } : { refId: 'A', ...defaults, top },
    runs,
  ]);
});

it('counts masked errors too when asked', async () => {
  const edited = edit({});
  await userEvent.click(screen.getByText('Options'));
  await userEvent.click(screen.getByRole('switch', { name: 'Masked too' }));
  expect(edited.query).toEqual({ refId: 'A', ...defaults, outcomes: ['failed', 'masked'] });
});

it('shows the query as KQL when it is asked for', async () => {
  const edited = edit({ as: 'share' });
  expect(edited.kql).not.toHaveBeenCalled();
  await userEvent.click(screen.getByText('KQL'));
  expect(await screen.findByText('ApiManagementGatewayLogs')).toBeInTheDocument();
  expect(edited.kql).toHaveBeenCalledWith(
    { refId: 'A', ...defaults, as: 'share' },
    expect.anything(),
    undefined,
  );
});

it('says why a query has no KQL', async () => {
  const edited = edit({});
  edited.kql.mockRejectedValue({
    data: { message: 'There is no scenario “x”.', hint: 'See the catalogue.' },
  });
  await userEvent.click(screen.getByText('KQL'));
  expect(await screen.findByText('There is no scenario “x”. See the catalogue.')).toBeInTheDocument();
});

it('leaves a kind without fields of its own as it is, and shows its KQL', async () => {
  const edited = edit({ kind: 'timing', per: 'api' });
  expect(screen.getByText('Timing attribution: written by hand')).toBeInTheDocument();
  await userEvent.click(screen.getByText('KQL'));
  expect(await screen.findByText('ApiManagementGatewayLogs')).toBeInTheDocument();
  expect(edited.query).toEqual({ refId: 'A', kind: 'timing', per: 'api' });
});

it.each([
  [{ version: 99 }, /^The query was saved by a newer version/, /^Update the plugin/],
  [{ kind: 'oracle' }, /^There is no kind of query “oracle”\.$/, /^Use one of: scenario-series, /],
])('says what to do with %j, and changes nothing', (stored, sentence, hint) => {
  const edited = edit(stored);
  expect(screen.getByText(sentence)).toBeInTheDocument();
  expect(screen.getByText(hint)).toBeInTheDocument();
  expect(edited.query).toEqual({ refId: 'A', ...stored });
});
