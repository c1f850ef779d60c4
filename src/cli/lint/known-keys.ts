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
  deletedDataSource: ['orgId', 'name'],
  deletedRule: ['orgId', 'uid'],
  contactPoint: ['orgId', 'name', 'receivers'],
  receiver: ['uid', 'type', 'settings', 'disableResolveMessage'],
  policy: [
    'orgId', 'receiver', 'group_by', 'match', 'match_re', 'matchers', 'object_matchers', 'mute_time_intervals',
    'active_time_intervals', 'continue', 'routes', 'group_wait', 'group_interval', 'repeat_interval',
  ],
  relativeTimeRange: ['from', 'to'],
  data: ['refId', 'queryType', 'relativeTimeRange', 'datasourceUid', 'model'],
} as const satisfies Record<string, readonly string[]>; // prettier-ignore

/** Names that Grafana would pass over, and resemble one that it knows: the rest is left to it. */
export const misspeltKeys: typeof unknownKeys = (value, of, path) =>
  unknownKeys(value, of, path).filter(
    ({ path: at }) => closest(String(at.at(-1)), knownKeys[of]) !== undefined,
  );

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
