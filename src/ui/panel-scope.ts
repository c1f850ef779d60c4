/** What a panel is about, carried over to where its links lead: data source, conditions, range. */
import type { PanelData, PanelProps } from '@grafana/data';
import { askedOf } from './asked-conditions';
import { addConditions } from './condition-parameter';
import { appUrl, externalUrl } from './links';
import { OUR_TYPE } from '../core/our-type';
import { shownConditions, type Condition } from './shown-conditions';

export interface PanelScope {
  /** The data source by its uid; undefined where several or other ones were asked. */
  readonly ds: string | undefined;
  readonly type: string | undefined;
  /** Conditions of the query, with the values of variables and the dashboard’s filters. */
  readonly where: readonly Condition[];
  readonly from: number;
  readonly to: number;
  /** The same query in the log store's own portal, where its frames name it. */
  readonly portal: string | undefined;
}

interface Target {
  readonly refId?: string;
  readonly datasource?: { readonly uid?: unknown; readonly type?: unknown } | null;
  readonly where?: unknown;
}

export function panelScope({
  data: { request, series },
  timeRange,
  replaceVariables,
}: Pick<PanelProps, 'data' | 'timeRange' | 'replaceVariables'>): PanelScope {
  const [target] = (request?.targets ?? []) as readonly Target[];
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    ds: text(target?.datasource?.uid),
    type: text(target?.datasource?.type),
    where:
      askedOf(series.find(({ refId }) => refId === target?.refId))?.where ??
      shownConditions(target?.where, (text) => replaceVariables(text)),
    from: timeRange.from.valueOf(),
    to: timeRange.to.valueOf(),
    portal: portalOf(series),
  };
}

function portalOf(series: PanelData['series']): string | undefined {
  const told = series.map(({ meta }) => (meta?.custom as { portal?: unknown } | undefined)?.portal);
  const address = told.find((one) => typeof one === 'string');
  return address === undefined ? undefined : externalUrl(address);
}

/** The runbook page, for the same data source, range and conditions. */
export function runbookUrl(path: string, { ds, where, from, to }: PanelScope): string {
  const params = new URLSearchParams({
    ...(ds === undefined ? {} : { ds }),
    from: String(from),
    to: String(to),
  });
  addConditions(params, where);
  return appUrl(`${path}?${params.toString()}`);
}

/** Explore with the newest failed rows of a scenario; undefined where the panel asked no data source of ours. */
export function failedRowsUrl(
  scenario: string,
  { ds, type, where, from, to }: PanelScope,
): string | undefined {
  if (ds === undefined || type !== OUR_TYPE) {
    return undefined;
  }
  const query = {
    refId: 'A',
    datasource: { type, uid: ds },
    kind: 'failures',
    scenarios: [scenario],
    outcomes: ['failed', 'masked'],
    where,
  };
  const range = { from: String(from), to: String(to) };
  const pane = { datasource: ds, queries: [query], range };
  const search = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ failures: pane }) });
  return appUrl(`/explore?${search.toString()}`);
}
