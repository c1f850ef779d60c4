import { GatewaylensError } from '../../core/errors';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
  Z_BUF_ERROR: 'it ends in the middle of its compressed data',
  Z_DATA_ERROR: 'its compressed data is damaged',
};

/** What the system says about a file, as one of our errors. */
export function unreadableFile(file: string, problem: unknown): GatewaylensError {
  if (problem instanceof GatewaylensError) {
    return problem;
  }
  const { code = '', message } = problem as NodeJS.ErrnoException;
  const path = file === '-' ? 'standard input' : file;
  return new GatewaylensError(
    'file-unreadable',
    { path, problem: WORDS[code] ?? message },
    { cause: problem },
  );
}
