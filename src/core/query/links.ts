import type { DataLink } from '../frames';
import type { Scenario } from '../scenarios';

export const APP_PATH = '/a/gatewaylens-apim-app';
/** Where the app lists all scenarios. */
export const CATALOGUE_PATH = `${APP_PATH}/catalogue`;

/** Where the app explains a scenario, absolute from Grafana's root. */
export function runbookPath(scenario: string): string {
  return `${APP_PATH}/runbook/${scenario}`;
}

/** Range and variables of the dashboard: our pages read those that our dashboards have. */
const CARRIED = 'from=${__from}&to=${__to}&${__all_variables}';

/** Why a request failed. @param id macro that gives its correlation id, as in `__value.raw` */
export function explainLinks(id: string): readonly DataLink[] {
  const correlationId = `\${${id}:percentencode}`;
  return [
    {
      title: 'Explain this request',
      url: `${APP_PATH}/explain?correlationId=${correlationId}&${CARRIED}`,
    },
  ];
}

/** The runbook of a row’s scenario. @param id macro that gives the scenario’s id */
export function runbookLinks(id: string): readonly DataLink[] {
  return [{ title: 'Open runbook', url: runbookUrl(id) }];
}

/** What a series of this scenario leads to: our runbook with the range carried over, and the vendor's page. */
export function scenarioLinks({
  id,
  title,
  links: [page],
}: Pick<Scenario, 'id' | 'title' | 'links'>): readonly DataLink[] {
  return [
    { title: `Runbook: ${title}`, url: runbookUrl(id) },
    ...(page ? [{ title: page.title, url: page.url, targetBlank: true }] : []),
  ];
}

function runbookUrl(id: string): string {
  return `${runbookPath(id)}?${CARRIED}`;
}
