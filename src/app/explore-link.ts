import type { TimeRange } from '@grafana/data';
import { queryTypes } from '../core/query';
import { appUrl } from '../ui/links';
import { rangeTexts } from './scope/address';
import { OUR_TYPE } from './scope/our-type';

/** Explore with the newest failed rows of a scenario, in the form of address that Grafana has used since 10.1. */
export function exploreUrl(uid: string, scenario: string, { raw }: TimeRange): string {
  const query = {
    ...queryTypes.failures.defaults,
    refId: 'A',
    datasource: { type: OUR_TYPE, uid },
    scenarios: [scenario],
    outcomes: ['failed', 'masked'],
  };
  const pane = { datasource: uid, queries: [query], range: rangeTexts(raw) };
  const search = new URLSearchParams({ schemaVersion: '1', panes: JSON.stringify({ failures: pane }) });
  return appUrl(`/explore?${search.toString()}`);
}
