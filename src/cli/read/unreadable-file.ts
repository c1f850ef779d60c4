import { GatewaylensError } from '../../core/errors';

const WORDS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder',
  EACCES: 'it may not be read',
  EPERM: 'it may not be read',
  EISDIR: 'it is a folder',
  ENOTDIR: 'a part of its path is no folder',
  ELOOP: 'its links lead in a circle',
  ENAMETOOLONG: 'its name is too long',
  EMFILE: 'too many files are open',
  Z_DATA_ERROR: 'its compressed data is damaged',
};

/** What users call a file that they gave. */
export const nameOf = (file: string) => (file === '-' ? 'standard input' : file);

/** What the system says about a file, as one of our errors. */
export function unreadableFile(
  file: string,
  problem: unknown,
  code: 'file-unreadable' | 'query-file-unreadable' | 'lint-file-unreadable' = 'file-unreadable',
): GatewaylensError {
  if (problem instanceof GatewaylensError) {
    return problem;
  }
  const { code: known = '', message } = problem as NodeJS.ErrnoException;
  const path = nameOf(file);
  if (known === 'Z_BUF_ERROR') {
    return new GatewaylensError('file-cut', { path }, { cause: problem });
  }
  return new GatewaylensError(code, { path, problem: WORDS[known] ?? message }, { cause: problem });
}
