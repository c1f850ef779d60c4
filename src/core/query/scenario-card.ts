import type { ScenarioCard } from '../frames';
import { checkText, families, owners, type Catalogue } from '../scenarios';
import { colourInFamily, scenarioColour } from './colours';
import { runbookPath } from './links';

/**
 * The texts of these scenarios, for panels and pages.
 * @param colour how they are coloured where they are shown
 */
export function scenarioCards(
  ids: readonly string[],
  { scenarios }: Pick<Catalogue, 'scenarios'>,
  colour = scenarioColour,
): Record<string, ScenarioCard> {
  const wanted = scenarios.filter(({ id }) => ids.includes(id));
  return Object.fromEntries(
    wanted.map((scenario) => {
      const { id, title, family, owner, severity, summary, causes, checks, remediation, links } = scenario;
      const card: ScenarioCard = {
        title,
        family,
        familyTitle: families[family],
        owner,
        ownerTitle: owners[owner],
        severity,
        summary,
        causes,
        checks: checks.map(checkText),
        remediation,
        links,
        runbook: runbookPath(id),
        color: colour(id, scenarios),
        colorInFamily: colourInFamily(id, scenarios),
      };
      return [id, card];
    }),
  );
}
