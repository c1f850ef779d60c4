import { readFile, realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { amount } from '../../core/amount';
import { issueOf, listIn, type CatalogueIssue } from '../../core/custom-scenarios';
import { asGatewaylensError, GatewaylensError } from '../../core/errors';

export interface ScenariosFile {
  readonly scenarios: readonly unknown[];
  readonly issues: readonly CatalogueIssue[];
}

/** Far more than a team ever writes. */
const MOST_BYTES = 4 * 2 ** 20;
const MOST_SCENARIOS = 500;

/**
 * The list of scenarios in a file; none, with the reason, where it cannot be read.
 * @param folder the folder that Grafana's administrator allows; undefined for none
 * @param wanted relative to it; empty for no file
 */
export async function scenariosFile(folder: string | undefined, wanted: string): Promise<ScenariosFile> {
  if (wanted === '') {
    return { scenarios: [], issues: [] };
  }
  try {
    return { scenarios: await scenariosIn(folder, wanted), issues: [] };
  } catch (problem) {
    return { scenarios: [], issues: [issueOf(asGatewaylensError(problem), 'customScenariosFile')] };
  }
}

/**
 * The list of scenarios in a file.
 * @param folder undefined for none that is allowed
 * @param wanted relative to it
 * @throws GatewaylensError where it cannot be read
 */
export const scenariosIn = async (folder: string | undefined, wanted: string): Promise<readonly unknown[]> =>
  listOf(await textOf(folder, wanted), wanted);

/**
 * Tells one state of the file from another, at the cost of one look at it.
 * @returns empty where there is no such file
 */
export async function scenariosFileState(folder: string | undefined, wanted: string): Promise<string> {
  if (!folder || wanted === '') {
    return '';
  }
  const found = await stat(path.resolve(folder, wanted)).catch(() => undefined);
  return found ? [found.mtimeMs, found.size, found.ino].join('/') : '';
}

const unreadable = (wanted: string, problem: string) =>
  new GatewaylensError('scenarios-file-unreadable', { path: wanted, problem });

async function textOf(folder: string | undefined, wanted: string): Promise<string> {
  if (!folder) {
    throw new GatewaylensError('files-not-allowed');
  }
  const root = await realpath(folder).catch(() => {
    throw new GatewaylensError('files-folder-missing');
  });
  const target = path.resolve(root, wanted);
  if (!isBelow(root, target)) {
    throw new GatewaylensError('files-outside', { path: wanted });
  }
  const real = await realpath(target).catch(() => {
    throw unreadable(wanted, 'there is no such file');
  });
  if (!isBelow(root, real)) {
    throw new GatewaylensError('files-outside', { path: wanted }); // a link that leads out
  }
  const { size, isFile } = await stat(real).then((found) => ({ size: found.size, isFile: found.isFile() }));
  if (!isFile || size > MOST_BYTES) {
    throw unreadable(wanted, isFile ? `it has more than ${amount(MOST_BYTES)} bytes` : 'it is no file');
  }
  return readFile(real, 'utf8').catch(() => {
    throw unreadable(wanted, 'the plugin may not read it');
  });
}

const isBelow = (root: string, target: string) =>
  target.startsWith(root.endsWith(path.sep) ? root : root + path.sep);

function listOf(text: string, wanted: string): readonly unknown[] {
  const read = listIn(text.replace(/^\uFEFF/, ''));
  if ('problem' in read) {
    throw unreadable(wanted, `it holds no list of scenarios (${read.problem.replace(/\.$/, '')})`);
  }
  const { list } = read;
  if (list.length > MOST_SCENARIOS) {
    throw unreadable(wanted, `it holds more than ${amount(MOST_SCENARIOS)} scenarios`);
  }
  return list;
}
