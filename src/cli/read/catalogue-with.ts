import { readFile } from 'node:fs/promises';
import { listIn, mergedCatalogue } from '../../core/custom-scenarios';
import { GatewaylensError } from '../../core/errors';
import type { Catalogue } from '../../core/scenarios';
import { unreadableFile } from './unreadable-file';

/** The built-in scenarios with those of a file, of which nothing may be wrong: what is made of them is used elsewhere. */
export async function catalogueWith(path: string): Promise<Catalogue> {
  const text = await readFile(path, 'utf8').catch((problem: unknown) => {
    throw unreadableFile(path, problem, 'lint-file-unreadable');
  });
  const read = listIn(text);
  if ('problem' in read) {
    throw new GatewaylensError('own-scenarios-wrong', { path, problem: read.problem });
  }
  const merged = mergedCatalogue({
    customScenarios: [],
    disabledScenarios: [],
    overrides: {},
    fileScenarios: read.list,
  });
  const [issue] = merged.issues;
  if (issue) {
    throw new GatewaylensError('own-scenarios-wrong', { path, problem: issue.message });
  }
  return merged;
}
