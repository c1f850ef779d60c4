import { dashboardUrl, dataSourcesUrl } from './links';
import type { AlertRuleOptions } from './options';
import { above, asked, titleOf, uidOf, type AlertRule } from './rule';
import { freshnessWindow, staleAfter } from './windows';

/** Data that stopped arriving, of one service or of all. */
export function freshnessRule(options: AlertRuleOptions): AlertRule {
  const seconds = staleAfter(options);
  const stale =
    'No request of {{ . }} was logged for {{ humanizeDuration $values.A.Value }}: it has no requests, or its log does not arrive.';
  const nothing = 'No request at all was logged for a day, or the rule could not be evaluated.';
  return {
    uid: uidOf('freshness', options),
    title: titleOf('Gateway log stopped arriving', options),
    condition: 'B',
    for: '0s',
    // Of all rules this one says that there is no data.
    noDataState: 'Alerting',
    execErrState: 'Error',
    labels: { severity: 'warning', ...options.labels },
    annotations: {
      summary: `{{ with $labels.service }}${stale}{{ else }}${nothing}{{ end }}`,
      description: 'As long as it is so, no other rule can tell whether requests fail.',
      runbook_url: dataSourcesUrl,
      dashboard_url: dashboardUrl(options),
    },
    data: [asked('A', { kind: 'freshness' }, freshnessWindow, options), above('B', 'A', seconds)],
  };
}
