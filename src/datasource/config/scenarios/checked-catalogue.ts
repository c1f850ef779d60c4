import { mergedCatalogue, type CatalogueIssue } from '../../../core/custom-scenarios';
import { UNCLASSIFIED, type Scenario } from '../../../core/scenarios';
import type { EditedSettings } from '../edited-settings';

export interface CheckedCatalogue {
  /** All scenarios that can be chosen, those that are disabled too. */
  readonly titles: ReadonlyMap<string, string>;
  /** By id, those in force. */
  readonly scenarios: ReadonlyMap<string, Scenario>;
  /** What of the settings could not be followed, by the setting. */
  readonly issues: (setting: keyof EditedSettings) => readonly CatalogueIssue[];
}

/**
 * What the backend makes of these settings once they are saved. Scenarios of a file are known to the backend only: where
 * one is named, ids that are unknown here are left to “Save & test”.
 */
export function checkedCatalogue(settings: EditedSettings): CheckedCatalogue {
  const { scenarios, disabled, issues } = mergedCatalogue({ ...settings, fileScenarios: [] });
  const titles = new Map([...scenarios, ...disabled].map(({ id, title }) => [id, title]));
  const named = ({ path }: CatalogueIssue) => {
    const [setting, place = ''] = path.split(/\.(.*)/s);
    return setting === 'disabledScenarios' ? settings.disabledScenarios[Number(place)] : place;
  };
  return {
    titles,
    scenarios: new Map(scenarios.map((scenario) => [scenario.id, scenario])),
    issues: (setting) =>
      issues.filter(
        (issue) =>
          issue.path.split('.')[0] === setting &&
          (setting === 'customScenarios' ||
            settings.customScenariosFile === '' ||
            titles.has(named(issue) ?? '')),
      ),
  };
}

export const isChoosable = (id: string) => id !== UNCLASSIFIED.scenario;
