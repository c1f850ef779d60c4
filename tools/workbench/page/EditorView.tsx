import React, { useMemo, useState } from 'react';
import { CoreApp, EventBusSrv, type QueryEditorProps, type TimeRange } from '@grafana/data';
import { Alert } from '@grafana/ui';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensQuery, GatewaylensSettings } from '../../../src/datasource/query';
import { useQuery } from './use-query';
import { WorkbenchPanel } from './WorkbenchPanel';

interface Props {
  readonly datasource: GatewaylensDataSource;
  readonly Editor: React.ComponentType<
    QueryEditorProps<GatewaylensDataSource, GatewaylensQuery, GatewaylensSettings>
  >;
  readonly range: TimeRange;
  readonly onRange: (range: { from: number; to: number }) => void;
}

/** The query editor with its result below. */
export function EditorView({ datasource, Editor, range, onRange }: Props) {
  const [query, setQuery] = useState({
    ...datasource.getDefaultQuery(CoreApp.Explore),
    refId: 'A',
  } as GatewaylensQuery);
  const eventBus = useMemo(() => new EventBusSrv(), []);
  const { series, error, state } = useQuery(datasource, [query], range);
  return (
    <>
      <Editor
        datasource={datasource}
        query={query}
        onChange={setQuery}
        onRunQuery={() => undefined}
        range={range}
        data={{ series: [...series], state, timeRange: range }}
      />
      {error && <Alert title={error} />}
      {!error && (
        <WorkbenchPanel
          panel={{
            type: drawsSeries(query) ? 'gatewaylens-apimerrors-panel' : 'table',
            title: 'Result',
          }}
          series={series}
          state={state}
          range={range}
          width={window.innerWidth - 40}
          height={380}
          eventBus={eventBus}
          onRange={onRange}
        />
      )}
      <details>
        <summary>Query as it is stored</summary>
        <pre aria-label="Stored query">{JSON.stringify(query, undefined, 2)}</pre>
      </details>
    </>
  );
}

/** A new query has no kind yet, and is one over time. */
function drawsSeries(query: { kind?: string; result?: string }): boolean {
  return (query.kind ?? 'scenario-series') === 'scenario-series' && query.result !== 'window';
}
