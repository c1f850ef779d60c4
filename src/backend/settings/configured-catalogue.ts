import { mergedCatalogue, type MergedCatalogue } from '../../core/custom-scenarios';
import type { DataSourceSettings } from '../../core/settings';
import { scenariosFile } from './scenarios-file';

/** The scenarios in force for a data source. @param folder the folder that Grafana's administrator allows */
export async function configuredCatalogue(
  settings: DataSourceSettings,
  folder: string | undefined,
): Promise<MergedCatalogue> {
  const { scenarios, issues } = await scenariosFile(folder, settings.customScenariosFile);
  const catalogue = mergedCatalogue({ ...settings, fileScenarios: scenarios });
  return { ...catalogue, issues: [...issues, ...catalogue.issues] };
}
