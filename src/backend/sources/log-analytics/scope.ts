/** Whose logs a query reads. */
import { GatewaylensError } from '../../../core/errors';
import type { Notice } from '../../../core/frames';
import type { PlanPredicate } from '../../../core/plan';
import { settingInvalid, type LogAnalyticsSettings } from '../../../core/settings';

export interface Scope {
  readonly kind: 'workspace' | 'resource';
  readonly id: string;
  /** More workspaces that are read together with it. */
  readonly others: readonly string[];
  /** Conditions that keep to the chosen instances. */
  readonly where: readonly PlanPredicate[];
}

const isId = (workspace: string) => !workspace.includes('/');

/** @throws GatewaylensError for settings that no request of the service can mean */
export function scopeOf({
  workspaces,
  resources,
}: Pick<LogAnalyticsSettings, 'workspaces' | 'resources'>): Scope {
  const [resource, ...more] = resources;
  if (workspaces.length === 0) {
    if (resource === undefined) {
      throw new GatewaylensError('azure-scope-missing');
    }
    if (more.length > 0) {
      const problem = 'Azure reads one instance at a time; name the workspaces that they write to as well';
      throw settingInvalid('resources', problem);
    }
    return { kind: 'resource', id: resource, others: [], where: [] };
  }
  const where: PlanPredicate[] =
    resource === undefined ? [] : [{ column: '_ResourceId', op: 'oneOfIgnoreCase', value: resources }];
  const first = workspaces.find(isId) ?? workspaces[0]!;
  const others = workspaces.filter((workspace) => workspace !== first);
  return { kind: isId(first) ? 'workspace' : 'resource', id: first, others, where };
}

/** Asked for one instance, Azure gives what the identity may see and says nothing of the rest. */
export function leavesOutSilently(scope: Scope, { workspaces }: Pick<LogAnalyticsSettings, 'workspaces'>): boolean {
  return scope.kind === 'resource' && workspaces.length === 0;
} // prettier-ignore

export const silentRights: Notice = {
  severity: 'info',
  text: 'Of an instance, Azure leaves out rows that the identity may not see, without a word: “none” may mean that a right is missing.',
};
