/** Objects and choices that say of a wrong name which one is probably meant. */
import * as z from 'zod';
import { closest } from './closest';

/** An object of exactly these fields. */
export function exactly<S extends z.core.$ZodLooseShape>(shape: S) {
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys' ? unknownFields(issue.keys as readonly string[], Object.keys(shape)) : undefined,
  });
} // prettier-ignore

/** One of these words. */
export function oneWordOf<T extends string>(words: readonly [T, ...T[]]) {
  return z.enum(words, {
    error: ({ input }) => {
      const meant = typeof input === 'string' ? closest(input, words) : undefined;
      return meant === undefined
        ? `expected is one of ${words.join(', ')}`
        : `there is no “${String(input).slice(0, 100)}”; “${meant}” is probably meant`;
    },
  });
} // prettier-ignore

/** In the words of an issue: which field is unknown, and what may be meant. */
function unknownFields(wrong: readonly string[], known: readonly string[]): string {
  const [first = ''] = wrong;
  const meant = closest(first, known);
  return `there is no field “${first.slice(0, 100)}”; ${meant === undefined ? `known are ${known.join(', ')}` : `“${meant}” is probably meant`}`;
}

export type SchemaIssue = z.core.$ZodIssue;

/** Where in the data something is wrong: of an unknown field the field itself. */
export function pathOf(issue: SchemaIssue): readonly (string | number)[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
  return issue.code === 'unrecognized_keys' ? [...path, ...issue.keys.slice(0, 1)] : path;
}
