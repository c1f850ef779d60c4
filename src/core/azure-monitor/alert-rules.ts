/** Alert rules over Grafana's own Azure Monitor data source, in the form that Grafana provisions. */
import {
  countWindow,
  criticalScenarios,
  shareWindow,
  staleAfter,
  type AlertRuleOptions,
} from '../alert-rules';
import { kqlString } from '../dialects/kql';
import { builtinCatalogue, families, type Catalogue, type Family } from '../scenarios';
import { azureQuery, REQUESTS } from './azure-query';

export type AzureAlertOptions = Omit<AlertRuleOptions, 'name' | 'orgId' | 'where' | 'labels'> & {
  /** Resource id of the workspace. */
  readonly workspace: string;
};

const EXPRESSIONS = '__expr__';

/** Numbers come as series of one point, which every Grafana takes for an alert rule. */
const AT_END = '| extend TimeGenerated = $__timeTo';

/** Seconds before the evaluation. */
type Window = ReturnType<typeof countWindow>;

interface Rule {
  readonly kind: string;
  readonly title: string;
  readonly query: string;
  readonly window: Window;
  /** Fires above, or below. */
  readonly fires: { readonly type: 'gt' | 'lt'; readonly params: readonly [number] };
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
  readonly noDataState: 'OK' | 'Alerting';
}

/** @param catalogue the scenarios that the functions of the workspace know */
export function azureAlertRules(
  options: AzureAlertOptions,
  catalogue: Pick<Catalogue, 'scenarios'> = builtinCatalogue,
): object {
  const { folder, interval } = options;
  const rules = [...familyRules(options, catalogue), unclassifiedRule(options), freshnessRule(options)];
  return {
    apiVersion: 1,
    groups: [
      {
        orgId: 1,
        name: 'API Management failures (Azure Monitor)',
        folder: folder.replaceAll('$', '$$$$'),
        interval: `${interval}s`,
        rules: rules.map((rule) => ruleOf(rule, options)),
      },
    ],
  };
}

function familyRules(options: AzureAlertOptions, catalogue: Pick<Catalogue, 'scenarios'>): readonly Rule[] {
  const { families: wanted } = options;
  const window = countWindow(options);
  return (Object.entries(wanted) as [Family, number][]).map(([family, threshold]) => {
    const critical = criticalScenarios(family, catalogue);
    return {
      kind: family,
      title: `${families[family]}: failed requests`,
      query: `${REQUESTS}
| where Outcome == "failed" and ${critical.length > 0 ? `Scenario in (${critical.map(kqlString).join(', ')})` : `Family == ${kqlString(family)}`}
| summarize Failures = count() by Scenario, Title, Owner, Service
${AT_END}
| project TimeGenerated, Failures, Scenario, Title, Owner, Service`,
      window,
      fires: { type: 'gt', params: [threshold] },
      severity: critical.length > 0 ? 'critical' : 'warning',
      summary: `{{ $labels.Title }} at {{ $labels.Service }}: {{ $values.B.Value }} failed requests in ${minutes(window.from)}. Owner: {{ $labels.Owner }}.`,
      // Without a failure there is no row.
      noDataState: 'OK',
    };
  });
}

function unclassifiedRule(options: AzureAlertOptions): Rule {
  const { count, share } = options.unclassified;
  const window = shareWindow(options);
  return {
    kind: 'unclassified',
    title: 'Unclassified failures',
    query: `${REQUESTS}
| summarize Requests = count(), Unclassified = countif(Outcome == "failed" and Scenario == "unclassified") by Service
| where Unclassified >= ${count}
| extend Share = todouble(Unclassified) / Requests
${AT_END}
| project TimeGenerated, Share, Service`,
    window,
    fires: { type: 'gt', params: [share] },
    severity: 'warning',
    summary: `At {{ $labels.Service }} {{ humanizePercentage $values.B.Value }} of the requests in ${minutes(window.from - window.to)} failed for reasons that no scenario explains.`,
    noDataState: 'OK',
  };
}

/** Counting without groups gives a row even of nothing. */
function freshnessRule(options: AzureAlertOptions): Rule {
  const seconds = staleAfter(options);
  return {
    kind: 'freshness',
    title: 'Gateway log stopped arriving',
    query: `${REQUESTS}
| summarize Requests = count()
${AT_END}
| project TimeGenerated, Requests`,
    window: { from: seconds, to: 0 },
    fires: { type: 'lt', params: [1] },
    severity: 'warning',
    summary: `No request was logged in ${minutes(seconds)}: there were none, or the log does not arrive. As long as it is so, no other rule can tell whether requests fail.`,
    noDataState: 'Alerting',
  };
}

const minutes = (seconds: number) => `${Math.round(seconds / 60)} min`;

function ruleOf(rule: Rule, { datasource, workspace }: AzureAlertOptions): object {
  const { kind, title, query, window, fires, severity, summary, noDataState } = rule;
  return {
    uid: `apim-azure-${kind}`,
    title,
    condition: 'C',
    for: '0s',
    noDataState,
    execErrState: 'Error',
    labels: { severity },
    annotations: { summary },
    data: [
      {
        refId: 'A',
        datasourceUid: datasource,
        queryType: 'Azure Log Analytics',
        relativeTimeRange: window,
        model: azureQuery('A', workspace, query, 'time_series'),
      },
      expression('B', { type: 'reduce', expression: 'A', reducer: 'last' }),
      expression('C', { type: 'threshold', expression: 'B', conditions: [{ evaluator: fires }] }),
    ],
  };
}

function expression(refId: string, model: object): object {
  return {
    refId,
    datasourceUid: EXPRESSIONS,
    relativeTimeRange: { from: 0, to: 0 },
    model: { refId, ...model },
  };
}
