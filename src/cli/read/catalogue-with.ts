import { readFile } from 'node:fs/promises';
import { listIn, mergedCatalogue, valueIn } from '../../core/custom-scenarios';
import { GatewaylensError } from '../../core/errors';
import type { Catalogue } from '../../core/scenarios';
import { unreadableFile } from './unreadable-file';

/** What a team says of scenarios, as a data source of the plugin has it in its settings. */
export interface OwnScenarios {
  /** A file with scenarios of its own. */
  readonly scenarios?: string;
  /** A file with an object by the ids of scenarios. */
  readonly overrides?: string;
  readonly disabled: readonly string[];
}

/** The scenarios in force, of which nothing may be wrong: what is made of them is used elsewhere. */
export async function catalogueWith({ scenarios, overrides, disabled }: OwnScenarios): Promise<Catalogue> {
  const merged = mergedCatalogue({
    customScenarios: [],
    fileScenarios: scenarios === undefined ? [] : await scenariosIn(scenarios),
    overrides: overrides === undefined ? {} : await overridesIn(overrides),
    disabledScenarios: disabled,
  });
  const [issue] = merged.issues;
  if (issue) {
    const places = { customScenariosFile: scenarios, overrides, disabledScenarios: '--disabled' };
    const [setting] = issue.path.split('.') as [keyof typeof places];
    throw wrong(places[setting] ?? setting, issue.message);
  }
  return merged;
}

const wrong = (path: string, problem: string) =>
  new GatewaylensError('own-scenarios-wrong', { path, problem });

async function scenariosIn(path: string): Promise<readonly unknown[]> {
  const read = listIn(await textOf(path));
  if ('problem' in read) {
    throw wrong(path, read.problem);
  }
  return read.list;
}

async function overridesIn(path: string): Promise<Readonly<Record<string, unknown>>> {
  const read = valueIn(await textOf(path));
  if ('problem' in read) {
    throw wrong(path, read.problem);
  }
  const value = read.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    throw wrong(
      path,
      'An object by the ids of scenarios is expected, each with owner, remediation or links.',
    );
  }
  return value as Readonly<Record<string, unknown>>;
}

async function textOf(path: string): Promise<string> {
  return readFile(path, 'utf8').catch((problem: unknown) => {
    throw unreadableFile(path, problem, 'lint-file-unreadable');
  });
}
