/** What to look at first, as a sentence, and with a query that shows it where the log can. */
import type { RowColumn } from '../log';

export type Check = string | { readonly text: string; readonly query: CheckQuery };

/** A question about the requests of the scenario. */
export interface CheckQuery {
  readonly show: keyof typeof checkViews;
  /** What to group by; without it `breakdown` goes by service, and the others are not grouped. */
  readonly by?: CheckColumn;
}

export const checkViews = {
  rows: 'the newest failed rows',
  series: 'failures over time, a line for each value of `by`',
  breakdown: 'the values of `by` that have more than their share of the failures',
  timing: 'where the time of all requests went, whatever their scenario, over time or for each value of `by`',
} as const;

/** Columns that requests can be grouped by. */
export const checkColumns = [
  'Service', 'Region', 'WorkspaceId', 'ApiId', 'ApiRevision', 'OperationId', 'Method', 'ProductId', 'ApimSubscriptionId',
  'BackendId', 'BackendHost', 'StatusPair', 'LastErrorSource', 'LastErrorSection', 'LastErrorReason', 'FirstErrorReason',
  'DisconnectPhase',
] as const satisfies readonly RowColumn[]; // prettier-ignore
export type CheckColumn = (typeof checkColumns)[number];

export const checkText = (check: Check): string => (typeof check === 'string' ? check : check.text);
