import React from 'react';
import type { QueryEditorProps } from '@grafana/data';
import type { AskingDataSource } from '../asking-data-source';
import { KindEditor } from '../editor/KindEditor';
import { ProblemAlert } from '../editor/ProblemAlert';
import { readableQuery } from '../editor/readable-query';
import type { GatewaylensQuery, GatewaylensSettings } from '../query';

type Props = QueryEditorProps<AskingDataSource, GatewaylensQuery, GatewaylensSettings>;

const only = ['episodes'] as const;

/** Which episodes are marked: the only kind of query that gives regions. */
export function AnnotationEditor({ datasource, query: stored, range, onChange, onRunQuery }: Props) {
  const query = readableQuery({ ...stored, kind: 'episodes' });
  if ('problem' in query) {
    return <ProblemAlert {...query} />;
  }
  return (
    <KindEditor
      name="annotation"
      datasource={datasource}
      query={query}
      range={range}
      kinds={only}
      onChange={(changed, isWhole) => {
        onChange({ ...stored, ...changed });
        if (isWhole) {
          onRunQuery();
        }
      }}
    />
  );
}
