import type { TimeRange } from '@grafana/data';
import { config } from '@grafana/runtime';
import { queryTypes, type Filter, type Query } from '../core/query';
import { appUrl } from '../ui/links';
import { rangeTexts } from './scope/address';
import { OUR_TYPE } from '../core/our-type';

/** Viewers may not open Explore, unless the administrator lets them; then no page leads there. */
export function canExplore(): boolean {
  const { exploreEnabled, bootData } = config as Partial<typeof config>;
  const { permissions, orgRole } = (bootData?.user ?? {}) as {
    permissions?: Readonly<Record<string, boolean>>;
    orgRole?: string;
  };
  return (
    exploreEnabled !== false &&
    (permissions ? permissions['datasources:explore'] === true : orgRole !== 'Viewer')
  );
}

/** Explore with a query, in the form of address that Grafana has used since 10.1. */
export function exploreUrl(uid: string, query: Query, { raw }: TimeRange): string {
  const target = { ...query, refId: 'A', datasource: { type: OUR_TYPE, uid } };
  const pane = { datasource: uid, queries: [target], range: rangeTexts(raw) };
  const search = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ gatewaylens: pane }) });
  return appUrl(`/explore?${search.toString()}`);
}

/** The newest failed and masked rows of a scenario. */
export function rowsQuery(scenario: string, where: readonly Filter[] = []): Query {
  return { ...queryTypes.failures.defaults, scenarios: [scenario], outcomes: ['failed', 'masked'], where };
}
