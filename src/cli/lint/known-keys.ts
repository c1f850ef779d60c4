/** The names that Grafana 10.1 and later know in provisioned files. What else stands there it passes over in silence. */
import { closest } from '../../core/closest';
import { GatewaylensError } from '../../core/errors';
import { found, isObject, type Finding } from './finding';
import type { Path } from './source-text';

export const knownKeys = {
  dataSourceFile: ['apiVersion', 'datasources', 'deleteDatasources', 'prune'],
  dataSource: [
    'orgId', 'version', 'name', 'type', 'access', 'url', 'user', 'database', 'basicAuth', 'basicAuthUser',
    'withCredentials', 'isDefault', 'correlations', 'jsonData', 'secureJsonData', 'editable', 'uid', 'apiVersion',
  ],
  appFile: ['apiVersion', 'apps'],
  app: ['org_id', 'org_name', 'type', 'disabled', 'jsonData', 'secureJsonData', 'name'],
  alertingFile: [
    'apiVersion', 'groups', 'deleteRules', 'contactPoints', 'deleteContactPoints', 'policies', 'resetPolicies',
    'muteTimes', 'deleteMuteTimes', 'templates', 'deleteTemplates',
  ],
  group: ['orgId', 'name', 'folder', 'interval', 'rules', 'limit'],
  rule: [
    'uid', 'title', 'condition', 'data', 'dashboardUid', 'panelId', 'noDataState', 'execErrState', 'for', 'annotations',
    'labels', 'isPaused', 'notification_settings', 'record', 'keep_firing_for', 'keepFiringFor',
    'missing_series_evals_to_resolve',
  ],
  data: ['refId', 'queryType', 'relativeTimeRange', 'datasourceUid', 'model'],
} as const satisfies Record<string, readonly string[]>; // prettier-ignore

/** Names that Grafana would pass over. */
export function unknownKeys(value: unknown, of: keyof typeof knownKeys, path: Path): readonly Finding[] {
  const known: readonly string[] = knownKeys[of];
  const wrong = isObject(value) ? Object.keys(value).filter((key) => !known.includes(key)) : [];
  return wrong.map((key) => {
    const meant = closest(key, known);
    const hint = meant === undefined ? `known are ${known.join(', ')}` : `“${meant}” is probably meant`;
    return found([...path, key], new GatewaylensError('provisioned-key-unknown', { key: key.slice(0, 100), meant: hint }));
  });
} // prettier-ignore
