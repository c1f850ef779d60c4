import React, { useState } from 'react';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { firstValueFrom } from 'rxjs';
import type { AskingDataSource } from '../asking-data-source';
import { VariableEditor } from './VariableEditor';
import type { VariableQuery } from './variable-query';
import { GatewaylensVariables } from './variable-support';

setTemplateSrv({
  replace: (text: string, _: unknown, format = String as (value: unknown) => string) =>
    ({ $service: format(['east']), $what: 'region', $many: '{api,region}' })[text] ?? text,
  getVariables: () => [],
} as unknown as TemplateSrv);

const asked = jest.fn().mockResolvedValue(['orders', '', 'stock']);
const datasource = {
  values: asked,
  catalogue: () =>
    Promise.resolve({ order: ['b', 'a'], scenarios: { a: { title: 'First' }, b: { title: 'Second' } } }),
} as unknown as AskingDataSource;

async function values(change: Partial<VariableQuery>) {
  // As Grafana calls it.
  const { query } = new GatewaylensVariables(datasource);
  const request = { targets: [{ refId: 'A', ...change }], range: 'range', scopedVars: {} };
  return (await firstValueFrom(query(request as never))).data;
}

it('gives the values of a dimension that have a name, for requests that fit', async () => {
  const where = [{ dimension: 'service' as const, op: 'in' as const, values: ['$service'] }];
  expect(await values({ values: 'api', where })).toEqual([
    { text: 'orders', value: 'orders' },
    { text: 'stock', value: 'stock' },
  ]);
  expect(asked).toHaveBeenLastCalledWith('api', 'range', [
    { dimension: 'service', op: 'in', values: ['east'] },
  ]);
});

it('takes what its values are from another variable', async () => {
  await values({ values: '$what' as 'api' });
  expect(asked).toHaveBeenLastCalledWith('region', 'range', []);
});

it('gives services where nothing was chosen yet', async () => {
  await values({});
  expect(asked).toHaveBeenLastCalledWith('service', 'range', []);
});

it.each([
  [
    { status: 400, data: { message: 'No such dimension.', hint: 'Choose one.' } },
    'No such dimension. Choose one.',
  ],
  [{ status: 502, statusText: 'Bad Gateway', data: undefined }, 'Bad Gateway'],
  [new Error('gone'), 'gone'],
])('fails with an error whose message says why: %j', async (thrown, message) => {
  asked.mockRejectedValueOnce(thrown);
  await expect(values({})).rejects.toEqual(new Error(message)); // of a plain object Grafana tells nothing
});

it('says what stands where a dimension is expected', async () => {
  await expect(values({ values: '$many' as 'api' })).rejects.toThrow(
    'The query’s field “values” is wrong: expected is a dimension, “scenario” or “family”; it is “{api,region}”.',
  );
  expect(asked).not.toHaveBeenCalledWith('{api,region}', 'range', []);
});

it('gives scenarios in order of precedence, and families', async () => {
  expect(await values({ values: 'scenario' })).toEqual([
    { text: 'Second', value: 'b' },
    { text: 'First', value: 'a' },
  ]);
  expect((await values({ values: 'family' }))[0]).toEqual({ text: 'Client', value: 'client' });
});

it('is edited by choosing what and of which requests', async () => {
  let stored: VariableQuery = { refId: 'A' } as VariableQuery;
  const Editor = () => {
    const [query, setQuery] = useState(stored);
    const onChange = (changed: VariableQuery) => {
      stored = changed;
      setQuery(changed);
    };
    return (
      <VariableEditor datasource={datasource} query={query} onChange={onChange} onRunQuery={jest.fn()} />
    );
  };
  render(<Editor />);
  await userEvent.type(screen.getByLabelText('Values of'), 'API{Enter}');
  await userEvent.click(screen.getByRole('button', { name: 'Filter' }));
  expect(stored).toEqual({ refId: 'A', values: 'api', where: [{ dimension: 'api', op: 'in', values: [] }] });
  await userEvent.click(screen.getByLabelText('Values of'));
  await userEvent.click(await screen.findByText('Family'));
  expect(screen.queryByRole('button', { name: 'Filter' })).not.toBeInTheDocument();
});
