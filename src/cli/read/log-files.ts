import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { jsonFiles, parquetFiles } from '../../backend/sources/duckdb/files/log-names';
import { GatewaylensError } from '../../core/errors';
import { unreadableFile } from './unreadable-file';

/** Below a folder, logs that are no JSON. */
const TEXT_FILES = '**/*.{txt,csv}{,.gz}';

/**
 * The files that arguments stand for, each once however it is given: a folder stands for all logs below it.
 * @param parquet whether files in that format can be read
 * @param failed is told of each argument without any
 */
export async function logFiles(
  given: readonly string[],
  parquet: boolean,
  failed: (problem: unknown) => void,
): Promise<readonly string[]> {
  const files = new Map<string, string>();
  for (const argument of given) {
    const found = await filesOf(argument, parquet).catch((problem: unknown) => {
      failed(problem);
      return [];
    });
    for (const file of found) {
      // Pipes have no real path.
      const real = file === '-' ? file : await realpath(file).catch(() => file);
      files.set(real, files.get(real) ?? file);
    }
  }
  return [...files.values()];
}

/** @throws GatewaylensError when there is none */
async function filesOf(argument: string, parquet: boolean): Promise<readonly string[]> {
  if (argument === '-') {
    return [argument];
  }
  const known = await stat(argument).catch((problem: unknown) => {
    throw unreadableFile(argument, problem);
  });
  if (!known.isDirectory()) {
    return [argument];
  }
  const patterns = [...jsonFiles, TEXT_FILES, ...(parquet ? [parquetFiles] : [])];
  // Below `/var/log/containers` of a node there are links alone.
  const found = await glob(patterns, { cwd: argument, expandDirectories: false });
  if (found.length === 0) {
    throw new GatewaylensError('folder-without-logs', { path: argument });
  }
  return found.sort().map((file) => path.join(argument, file));
}
