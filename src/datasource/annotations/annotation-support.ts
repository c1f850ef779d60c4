import type { AnnotationQuery, AnnotationSupport } from '@grafana/data';
import { of } from 'rxjs';
import { queryTypes } from '../../core/query';
import type { GatewaylensQuery } from '../query';
import { AnnotationEditor } from './AnnotationEditor';
import { eventsOf } from './annotation-events';

/** Episodes of failure as regions on any graph, each with a link to its runbook. */
export const annotations: AnnotationSupport<GatewaylensQuery> = {
  QueryEditor: AnnotationEditor,
  getDefaultQuery: () => queryTypes.episodes.defaults as Partial<GatewaylensQuery>,
  prepareQuery: ({ name, target }: AnnotationQuery<GatewaylensQuery>) => ({
    ...queryTypes.episodes.defaults,
    ...target,
    kind: 'episodes',
    refId: target?.refId ?? name,
  }),
  processEvents: (_, frames) => of(frames.flatMap(eventsOf)),
};
