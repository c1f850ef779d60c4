import { GatewaylensError } from '../../../../core/errors';

/** A file that cannot be read, and why. */
export interface Failed {
  readonly file: string;
  readonly problem: unknown;
}

/**
 * What is wrong with a file, in the words of the system or of the engine.
 * @throws the problem itself where it is none of the file: told as that of a file it would cost rows without a word
 */
export function problemOfFile(problem: unknown): unknown {
  if (!(problem instanceof GatewaylensError)) {
    return problem;
  }
  if (problem.code !== 'files-failed') {
    throw problem;
  }
  return problem.cause ?? problem;
}
