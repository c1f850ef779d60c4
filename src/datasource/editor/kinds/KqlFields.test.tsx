import React, { useState } from 'react';
import { setTemplateSrv, type TemplateSrv } from '@grafana/runtime';
import { act, fireEvent, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { GatewaylensDataSource } from '../../datasource';
import type { GatewaylensQuery } from '../../query';
import { QueryEditor } from '../../QueryEditor';

interface CodeEditorProps {
  readonly value: string;
  readonly onBlur: (value: string) => void;
  readonly onEditorDidMount: (editor: object, monaco: object) => void;
  readonly getSuggestions: () => readonly { label: string }[];
}

/** The keys that the editor listens for, and what it was made of: Grafana's own loads Monaco, which wants a browser. */
const made: { props?: CodeEditorProps; press?: (event: object) => void; typed: string } = { typed: '' };

jest.mock('@grafana/ui', () => ({
  ...jest.requireActual<object>('@grafana/ui'),
  CodeEditor: (props: CodeEditorProps) => {
    made.props = props;
    const editor = {
      getValue: () => made.typed,
      onKeyDown: (press: (event: object) => void) => void (made.press = press),
    };
    return (
      <textarea
        aria-label="Text"
        defaultValue={props.value}
        onFocus={() => props.onEditorDidMount(editor, { KeyCode: { Enter: 3 } })}
        onBlur={({ currentTarget }) => props.onBlur(currentTarget.value)}
      />
    );
  },
}));

setTemplateSrv({
  replace: (text: string) => text,
  getVariables: () => [{ name: 'api', type: 'query' }],
} as unknown as TemplateSrv);

const allowing = { source: 'log-analytics', expertKql: true };

async function edit(jsonData: object, stored: object = { kind: 'kql' }) {
  const datasource = new GatewaylensDataSource({ uid: 'x', jsonData } as never);
  const result = { query: { refId: 'A', ...stored } as GatewaylensQuery, onRunQuery: jest.fn() };
  const Editor = () => {
    const [query, setQuery] = useState(result.query);
    const onChange = (changed: GatewaylensQuery) => {
      result.query = changed;
      setQuery(changed);
    };
    return (
      <QueryEditor datasource={datasource} query={query} onChange={onChange} onRunQuery={result.onRunQuery} />
    );
  };
  await act(async () => void render(<Editor />));
  return result;
}

it('runs the text when the editor is left after a change, and not without one', async () => {
  const edited = await edit(allowing);
  const text = screen.getByLabelText('Text');
  fireEvent.blur(text);
  expect(edited.onRunQuery).not.toHaveBeenCalled();
  fireEvent.change(text, { target: { value: 'T | take 1' } });
  fireEvent.blur(text);
  expect(edited.query).toMatchObject({ kind: 'kql', text: 'T | take 1', format: 'series' });
  expect(edited.onRunQuery).toHaveBeenCalledTimes(1);
});

it('runs the text by Shift+Enter, changed or not, and leaves other keys to the editor', async () => {
  const edited = await edit(allowing);
  fireEvent.focus(screen.getByLabelText('Text'));
  const event = { keyCode: 3, preventDefault: jest.fn(), stopPropagation: jest.fn() };
  made.typed = 'T | count';
  await act(async () => made.press!({ ...event, shiftKey: false }));
  expect(edited.onRunQuery).not.toHaveBeenCalled();
  await act(async () => made.press!({ ...event, shiftKey: true }));
  expect([edited.query, event.preventDefault.mock.calls.length]).toEqual([
    expect.objectContaining({ text: 'T | count' }),
    1,
  ]);
  expect(edited.onRunQuery).toHaveBeenCalledTimes(1);
});

it('offers macros, variables and columns, and explains them', async () => {
  await edit(allowing);
  const offered = made.props!.getSuggestions().map(({ label }) => label);
  expect(offered).toEqual(expect.arrayContaining(['$__classify', '$api', 'LastErrorReason']));
  await userEvent.click(screen.getByRole('button', { name: 'Macros and variables' }));
  expect(screen.getByText('$__timeFilter(TimeGenerated)')).toBeInTheDocument();
});

it('limits rows where there are some', async () => {
  const edited = await edit(allowing);
  expect(screen.queryByLabelText('Rows at most')).toBeNull();
  await userEvent.click(screen.getByLabelText('As'));
  await userEvent.click(await screen.findByText('table'));
  expect(edited.query).toMatchObject({ format: 'table' });
  expect(screen.getByLabelText('Rows at most')).toHaveValue('1000');
});

it.each([
  [{ source: 'log-analytics' }, /switches on “Queries in KQL”/],
  [{ source: 'demo', expertKql: true }, /For data sources that read Azure Log Analytics/],
])('is not offered with %j, and says why', async (jsonData, why) => {
  const edited = await edit(jsonData, {});
  await userEvent.click(screen.getByLabelText('Show'));
  await userEvent.click(await screen.findByText(why));
  expect(edited.query.kind).toBeUndefined();
});

it('warns where a stored query will not run', async () => {
  await edit({ source: 'log-analytics' });
  expect(screen.getByText('This query will not run')).toBeInTheDocument();
});
