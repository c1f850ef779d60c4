import React, { useState } from 'react';
import type { TimeRange } from '@grafana/data';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';

interface Props {
  readonly datasource: GatewaylensDataSource;
  readonly range: TimeRange;
}

/** Any of the plugin’s editors, as Grafana’s pages draw them. */
type Editor = React.ComponentType<
  Props & {
    readonly query: object;
    readonly onChange: (query: object) => void;
    readonly onRunQuery: () => void;
  }
>;

/** Where Grafana finds the editors, whose types are wider there. */
interface WithEditors {
  readonly annotations: { readonly QueryEditor: Editor; readonly getDefaultQuery: () => object };
  readonly variables: { readonly editor: Editor };
}

/** The editors of annotations and of variables, each with what it stores. */
export function QueriesView(props: Props) {
  const { annotations, variables } = props.datasource as unknown as WithEditors;
  const annotation = { refId: 'Anno', ...annotations.getDefaultQuery() };
  return (
    <>
      <EditedQuery {...props} title="Annotation" Editor={annotations.QueryEditor} first={annotation} />
      <EditedQuery {...props} title="Variable" Editor={variables.editor} first={{ refId: 'variable' }} />
    </>
  );
}

interface EditedQueryProps extends Props {
  readonly title: string;
  readonly Editor: Editor;
  readonly first: object;
}

function EditedQuery({ title, Editor, first, ...view }: EditedQueryProps) {
  const [query, setQuery] = useState(first);
  return (
    <section aria-label={title}>
      <h2>{title}</h2>
      <Editor {...view} query={query} onChange={setQuery} onRunQuery={() => undefined} />
      <pre aria-label={`Stored ${title.toLowerCase()}`}>{JSON.stringify(query, undefined, 2)}</pre>
    </section>
  );
}
