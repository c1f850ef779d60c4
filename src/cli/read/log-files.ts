import { stat } from 'node:fs/promises';
import path from 'node:path';
import { glob } from 'tinyglobby';
import { GatewaylensError } from '../../core/errors';
import { unreadableFile } from './unreadable-file';

const LOG_FILES = '**/*.{json,jsonl,ndjson,log,txt,csv}{,.gz}';
const PARQUET = '**/*.parquet';

/**
 * The files that an argument stands for: a folder for all logs below it.
 * @param parquet whether files in that format can be read
 * @throws GatewaylensError when there is none
 */
export async function logFiles(argument: string, parquet: boolean): Promise<readonly string[]> {
  if (argument === '-') {
    return [argument];
  }
  const known = await stat(argument).catch((problem: unknown) => {
    throw unreadableFile(argument, problem);
  });
  if (!known.isDirectory()) {
    return [argument];
  }
  const patterns = parquet ? [LOG_FILES, PARQUET] : [LOG_FILES];
  const found = await glob(patterns, { cwd: argument, followSymbolicLinks: false, expandDirectories: false });
  if (found.length === 0) {
    throw new GatewaylensError('folder-without-logs', { path: argument });
  }
  return found.sort().map((file) => path.join(argument, file));
}
