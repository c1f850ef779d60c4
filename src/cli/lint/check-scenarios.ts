import { mergedCatalogue } from '../../core/custom-scenarios';
import { GatewaylensError } from '../../core/errors';
import { found, type Finding } from './finding';

/** A file of scenarios, as `customScenariosFile` names it. */
export function checkScenarios(list: readonly unknown[]): readonly Finding[] {
  const settings = { customScenarios: [], disabledScenarios: [], overrides: {} };
  const { issues } = mergedCatalogue({ ...settings, fileScenarios: list });
  return issues.map((issue) => found(issue.path.split('.').slice(1), issue));
}

/** What somebody wrote who forgot that several may stand in a file. */
export function checkSingleScenario(): readonly Finding[] {
  return [found([], new GatewaylensError('scenarios-no-list'))];
}
