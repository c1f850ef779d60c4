import type { DataLink } from '../frames';
import type { Scenario } from '../scenarios';

const APP_PATH = '/a/gatewaylens-apim-app';
/** Where the app lists all scenarios. */
export const CATALOGUE_PATH = `${APP_PATH}/catalogue`;

/** Where the app explains a scenario, absolute from Grafana's root. */
export function runbookPath(scenario: string): string {
  return `${APP_PATH}/runbook/${scenario}`;
}

/** What a series of this scenario leads to: our runbook with the range carried over, and the vendor's page. */
export function scenarioLinks({
  id,
  title,
  links: [page],
}: Pick<Scenario, 'id' | 'title' | 'links'>): readonly DataLink[] {
  return [
    { title: `Runbook: ${title}`, url: `${runbookPath(id)}?from=\${__from}&to=\${__to}` },
    ...(page ? [{ title: page.title, url: page.url, targetBlank: true }] : []),
  ];
}
