import { builtinCatalogue, families, type Family, type Severity } from '../scenarios';
import { criticalScenarios } from './critical-scenarios';
import { dashboardUrl, runbookUrl } from './links';
import type { AlertRuleOptions } from './options';
import { above, asked, titleOf, uidOf, type AlertRule } from './rule';
import { countWindow } from './windows';

/** One instance for each scenario and service, whose number stays what it is by its labels. */
export function failureRule(family: Family, threshold: number, options: AlertRuleOptions): AlertRule {
  const window = countWindow(options);
  const critical = criticalScenarios(family, builtinCatalogue).length > 0;
  const severities: readonly Severity[] = critical ? ['critical'] : [];
  const query = {
    kind: 'scenario-series',
    families: [family],
    severities,
    splitBy: 'service',
    result: 'window',
  } as const;
  return {
    uid: uidOf(family, options),
    title: titleOf(`${families[family]}: failed requests`, options),
    condition: 'C',
    for: '0s',
    // That data stopped arriving is told once, by the rule for that, and not by every other rule as well.
    noDataState: 'OK',
    // Not knowing is neither good nor bad news: it is told as DatasourceError, with the cause.
    execErrState: 'Error',
    labels: { severity: critical ? 'critical' : 'warning', ...options.labels },
    annotations: {
      summary: summary(window.from),
      description: '{{ with $labels.scenario }}{{ $values.B.Labels.remedy }}{{ end }}',
      runbook_url: runbookUrl(options),
      dashboard_url: dashboardUrl(options),
    },
    data: [
      asked('A', query, window, options),
      // Its labels say where, and change: nothing decides by it.
      asked('B', { ...query, places: 'api' }, window, options),
      above('C', 'A', threshold),
    ],
  };
}

function summary(seconds: number): string {
  const failed =
    '{{ $values.B.Labels.title }} at {{ $labels.service }}: {{ $values.A.Value }} failed requests' +
    ` in ${inWords(seconds)}. APIs: {{ $values.B.Labels.places }}.`;
  return `{{ with $labels.scenario }}${failed}{{ else }}Nobody knows whether requests fail: the rule could not be evaluated.{{ end }}`;
}

const inWords = (seconds: number) => (seconds % 60 === 0 ? `${seconds / 60} min` : `${seconds} s`);
