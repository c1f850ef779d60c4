import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { convertPathToPattern, glob } from 'tinyglobby';
import { GatewaylensError } from '../../../../core/errors';
import { settingInvalid } from '../../../../core/settings';
import { jsonFiles, parquetFiles } from './log-names';
import { patternProblem } from './pattern-problem';

/**
 * The log files that a path stands for: a file, a folder with everything below it, or a pattern.
 * @param folder the folder that Grafana's administrator allows
 * @param wanted relative to it
 * @throws GatewaylensError `settings-invalid` for a pattern that could take for ever
 * @returns real paths, all below the folder: a link that leads out is no log file
 */
export async function findFiles(folder: string, wanted: string): Promise<readonly string[]> {
  const root = await realpath(folder).catch(() => {
    throw new GatewaylensError('files-folder-missing');
  });
  const target = path.resolve(root, wanted);
  if (!isBelow(root, target)) {
    throw new GatewaylensError('files-outside', { path: wanted });
  }
  const found = await matches(root, target, wanted);
  const real = await Promise.all(found.map((file) => realpath(path.join(root, file)).catch(() => '')));
  const files = [...new Set(real.filter((file) => isBelow(root, file)))].sort();
  if (files.length === 0) {
    throw new GatewaylensError('files-missing', { path: quoted(wanted) });
  }
  return files;
}

async function matches(root: string, target: string, wanted: string): Promise<string[]> {
  const known = await stat(target).catch(() => undefined);
  const relative = path.relative(root, target);
  if (known?.isFile()) {
    return [relative];
  }
  const problem = known?.isDirectory() ? undefined : patternProblem(wanted);
  if (problem !== undefined) {
    throw settingInvalid('path', problem);
  }
  const patterns = known?.isDirectory()
    ? [...jsonFiles, parquetFiles].map((names) => path.posix.join(convertPathToPattern(relative), names))
    : [wanted];
  return glob(patterns, {
    cwd: root,
    dot: false,
    followSymbolicLinks: false,
    onlyFiles: true,
    expandDirectories: false,
  });
}

function isBelow(root: string, target: string): boolean {
  return target === root || target.startsWith(root.endsWith(path.sep) ? root : root + path.sep);
}

/** A path as users gave it, or the folder itself. */
export function quoted(wanted: string): string {
  return wanted === '' ? 'the allowed folder' : `“${wanted}”`;
}
