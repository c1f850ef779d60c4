import { UNCLASSIFIED } from '../scenarios';
import { dashboardUrl, runbookUrl } from './links';
import type { AlertRuleOptions } from './options';
import { asked, math, titleOf, uidOf, type AlertRule } from './rule';
import { shareWindow } from './windows';

/** Failures that no scenario explains: enough of them, and more than a share of all requests. */
export function unclassifiedRule(options: AlertRuleOptions): AlertRule {
  const window = shareWindow(options);
  const { count, share } = options.unclassified;
  const query = {
    kind: 'scenario-series',
    scenarios: [UNCLASSIFIED.scenario],
    splitBy: 'service',
    result: 'window',
  } as const;
  const failed =
    '{{ $values.A.Value }} requests at {{ $labels.service }} failed for reasons that no scenario explains,' +
    ' {{ humanizePercentage $values.B.Value }} of all. APIs: {{ $values.C.Labels.places }}.';
  return {
    uid: uidOf('unclassified', options),
    title: titleOf('Unclassified failures', options),
    condition: 'D',
    for: '0s',
    // A service without requests has no share, and is none that fails.
    noDataState: 'OK',
    execErrState: 'Error',
    labels: { severity: 'warning', ...options.labels },
    annotations: {
      summary: `{{ with $labels.scenario }}${failed}{{ else }}Nobody knows whether requests fail: the rule could not be evaluated.{{ end }}`,
      description: '{{ with $labels.scenario }}{{ $values.C.Labels.remedy }}{{ end }}',
      runbook_url: runbookUrl(options),
      dashboard_url: dashboardUrl(options),
    },
    data: [
      asked('A', query, window, options),
      asked('B', { ...query, as: 'share' }, window, options),
      asked('C', { ...query, places: 'api' }, window, options),
      math('D', `$A >= ${count} && $B > ${share}`),
    ],
  };
}
