/** Words for the conditions that most scenarios are made of. They return plain data. */
import type { Predicate } from '../predicate';

export const reasonIs = (...names: readonly string[]): Predicate => oneOf('LastErrorReason', names);
export const sourceIs = (...names: readonly string[]): Predicate => oneOf('LastErrorSource', names);
export const reasonIsEmpty: Predicate = reasonIs('');
export const messageIsEmpty: Predicate = oneOf('LastErrorMessage', ['']);

/** The error happened while the gateway waited for the backend. */
export const whileForwarding: Predicate = {
  column: 'LastErrorSource',
  op: 'containsIgnoreCase',
  value: 'forward-request',
};

/** The error happened while the answer was on its way to the client. */
export const whileTransferring: Predicate = {
  column: 'LastErrorSource',
  op: 'containsIgnoreCase',
  value: 'transfer-response',
};

/** Any of these texts occurs in the message, however it is cased and whatever host or address follows. */
export const messageSays = (...texts: readonly string[]): Predicate => ({
  any: texts.map((value) => ({ column: 'LastErrorMessage', op: 'containsIgnoreCase', value })),
});

function oneOf(
  column: 'LastErrorReason' | 'LastErrorSource' | 'LastErrorMessage',
  names: readonly string[],
): Predicate {
  const [only, ...others] = names;
  return only !== undefined && others.length === 0
    ? { column, op: 'equals', value: only }
    : { column, op: 'oneOf', value: names };
}
