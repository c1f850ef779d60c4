import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import type { AskingDataSource } from './asking-data-source';
import { isAlert } from './default-query';
import { KindEditor } from './editor/KindEditor';
import { KqlPreview } from './editor/KqlPreview';
import { ProblemAlert } from './editor/ProblemAlert';
import { readableQuery } from './editor/readable-query';
import { StatusLine } from './editor/StatusLine';
import type { GatewaylensQuery, GatewaylensSettings } from './query';

type Props = QueryEditorProps<AskingDataSource, GatewaylensQuery, GatewaylensSettings>;

/** The editor of panels, alert rules and Explore. */
export function QueryEditor({ datasource, query: stored, onChange, onRunQuery, range, data, app }: Props) {
  const forAlert = isAlert(app);
  const query = readableQuery(stored, forAlert);
  if ('problem' in query) {
    return <ProblemAlert {...query} />;
  }
  return (
    <>
      <KindEditor
        name={stored.refId}
        datasource={datasource}
        query={query}
        range={range}
        forAlert={forAlert}
        onChange={(changed, isWhole) => {
          onChange({ ...grafanasOwn(stored), ...changed });
          if (isWhole) {
            onRunQuery();
          }
        }}
      />
      <StatusLine refId={stored.refId} data={data} />
      <KqlPreview
        datasource={datasource}
        query={{ ...stored, ...query }}
        range={range}
        maxDataPoints={data?.request?.maxDataPoints}
      />
    </>
  );
}

/** The fields that Grafana keeps in every query: those of another kind of ours must not stay behind. */
function grafanasOwn({ refId, hide, key, queryType, datasource }: GatewaylensQuery): GatewaylensQuery {
  return Object.fromEntries(
    Object.entries({ refId, hide, key, queryType, datasource }).filter(([, value]) => value !== undefined),
  ) as unknown as GatewaylensQuery;
}
