import { asGatewaylensError } from '../core/errors';
import { printable } from './print/printable';

/** 1 is a fault of ours; 2 is wrong input, or input that could not be read. */
export type ExitStatus = 0 | 1 | 2;

/** Says what went wrong, in a sentence and a hint. */
export function report(problem: unknown, errors: NodeJS.WritableStream): ExitStatus {
  const { message, hint, fault, code, cause } = asGatewaylensError(problem);
  const help = fault === 'plugin' ? 'This is a fault of gatewaylens; please report it.' : hint;
  errors.write(`gatewaylens: ${printable(message)}\n${printable(help)}\n`);
  if (code === 'internal' && cause instanceof Error) {
    errors.write(`${cause.stack ?? ''}\n`);
  }
  return fault === 'plugin' ? 1 : 2;
}
