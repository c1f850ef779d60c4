/** Every field that takes a variable offers the dashboard’s. */
import React, { useState } from 'react';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { act, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { queryTypes, type Query, type QueryKind } from '../../core/query';
import { AnnotationEditor } from '../annotations/AnnotationEditor';
import { GatewaylensDataSource } from '../datasource';
import type { GatewaylensQuery } from '../query';
import { QueryEditor } from '../QueryEditor';
import { VariableEditor } from '../variables/VariableEditor';

setTemplateSrv({
  replace: (text: string) => text,
  getVariables: () => [{ name: 'chosen', type: 'query' }],
} as unknown as TemplateSrv);

jest.mock('@grafana/ui', () => ({ ...jest.requireActual<object>('@grafana/ui'), CodeEditor: () => null }));

const datasource = new GatewaylensDataSource({ uid: 'x', jsonData: { source: 'log-analytics', expertKql: true } } as never); // prettier-ignore
jest.spyOn(datasource, 'getResource').mockResolvedValue({ order: [], scenarios: {} });
jest.spyOn(datasource, 'values').mockResolvedValue([]);

type Editor = (props: never) => React.ReactNode;

/** @returns what the editor stores */
async function edit(EditorOf: Editor, stored: object) {
  const result = { query: { refId: 'A', ...stored } };
  const Whole = EditorOf as unknown as React.ComponentType<object>;
  const Held = () => {
    const [query, setQuery] = useState(result.query);
    const onChange = (changed: typeof result.query) => {
      result.query = changed;
      setQuery(changed);
    };
    return <Whole {...{ datasource, query, onChange, onRunQuery: jest.fn() }} />;
  };
  await act(async () => void render(<Held />));
  return result;
}

/** Chooses the variable in every list that is there, one after the other. */
async function chooseEverywhere(but: readonly string[]) {
  const lists = () =>
    screen.getAllByRole('combobox').filter(({ id }) => !but.some((end) => id.endsWith(end)));
  for (let i = 0; i < lists().length; i++) {
    await userEvent.type(lists()[i]!, '$chosen');
    await userEvent.click((await screen.findAllByText('$chosen')).at(-1)!);
    await userEvent.keyboard('{Escape}');
  }
}

const where = [{ dimension: 'api', op: 'in', values: [] }];
const everyFilter = [{ dimension: '$chosen', op: '$chosen', values: ['$chosen'] }];

/** The query with a variable in each field that takes one. */
function withVariables(kind: QueryKind): object {
  const { defaults }: { defaults: Query } = queryTypes[kind];
  const fields = Object.entries(defaults).flatMap(([name, value]) => {
    const isFixed = typeof value === 'boolean' || ['kind', 'version', 'where', 'families', 'text', 'variables'].includes(name);
    return isFixed ? [] : [[name, Array.isArray(value) ? ['$chosen'] : '$chosen'] as const];
  });
  return { ...Object.fromEntries(fields), where: everyFilter };
} // prettier-ignore

it.each(Object.keys(queryTypes) as QueryKind[])('of a query of the kind %s', async (kind) => {
  const edited = await edit(QueryEditor as Editor, { kind, where, ...(kind === 'scenario-series' ? { outcomes: ['masked'] } : {}) }); // prettier-ignore
  await chooseEverywhere(['-kind']);
  for (const box of screen.queryAllByRole('textbox').filter(({ inputMode }) => inputMode === 'numeric')) {
    await userEvent.clear(box);
    await userEvent.type(box, '$chosen{Tab}');
  }
  await waitFor(() => expect(edited.query).toMatchObject(withVariables(kind)));
});

it('of an annotation', async () => {
  const edited = await edit(AnnotationEditor as Editor, { kind: 'episodes', where });
  await chooseEverywhere([]);
  expect(edited.query).toMatchObject(withVariables('episodes'));
});

it('of a variable, which may follow others', async () => {
  const edited = await edit(VariableEditor as Editor, { values: 'api', where });
  await chooseEverywhere([]);
  expect(edited.query as unknown as GatewaylensQuery).toMatchObject({
    values: '$chosen',
    where: everyFilter,
  });
});
