/**
 * Tables on the Basic plan: one table, no rows put aside, the range beside the query; each query costs by what it scans.
 * https://learn.microsoft.com/azure/azure-monitor/logs/basic-logs-query
 */
import { GatewaylensError } from '../../../core/errors';
import type { Notice } from '../../../core/frames';
import type { Plan } from '../../../core/plan';
import { settingInvalid, type LogAnalyticsSettings } from '../../../core/settings';
import { allOf } from '../../../core/together';

/** Where the range is said beside the query. */
const ANY_TIME = { from: -Infinity, to: Infinity };

/** @throws GatewaylensError for a plan that reads its rows twice */
export function basicPlan(plan: Plan): Plan {
  if (plan.gives === 'groups' && plan.measures.some(({ among }) => among !== undefined)) {
    const problem = 'the slowest requests are found by reading the rows twice';
    throw new GatewaylensError('azure-basic-unsupported', { problem });
  }
  return { ...plan, range: ANY_TIME };
}

/** @throws GatewaylensError for settings that the Basic plan does not go with */
export function checkBasicSettings({ basicLogsEnabled, tables, workspaces }: LogAnalyticsSettings): void {
  if (basicLogsEnabled) {
    allOf({ tables: () => checkTables(tables), workspaces: () => checkWorkspaces(workspaces) });
  }
}

function checkTables({ length }: LogAnalyticsSettings['tables']): void {
  if (length > 1) {
    throw settingInvalid('tables', 'a table on the Basic plan is not read together with another');
  }
}

function checkWorkspaces(workspaces: LogAnalyticsSettings['workspaces']): void {
  if (workspaces.length !== 1) {
    throw settingInvalid('workspaces', 'a table on the Basic plan is read in one workspace');
  }
  if (workspaces.some((workspace) => workspace.includes('/'))) {
    throw settingInvalid('workspaces', 'a table on the Basic plan is read by the id of its workspace, not by its resource id');
  }
} // prettier-ignore

export const basicNotice: Notice = {
  severity: 'info',
  text: 'The table is on the Basic plan: Azure charges each query by the data that it scans. Refresh seldom, and choose short ranges.',
};
