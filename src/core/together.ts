import { GatewaylensError } from './errors';

/** Several mistakes as one error, in their order; its code is the first’s. */
export function together(errors: readonly GatewaylensError[]): GatewaylensError {
  const [first = new GatewaylensError('internal', { problem: 'an error without a mistake' }), ...others] =
    errors.flatMap(each);
  return others.length === 0 ? first : new GatewaylensError(first.code, {}, { several: [first, ...others] });
}

/** What an error tells, one by one. */
export function each(error: GatewaylensError): readonly GatewaylensError[] {
  return error.several.length > 0 ? error.several : [error];
}

/**
 * What each of these gives.
 * @throws GatewaylensError that tells the mistakes of all; what is none of a user’s as it is
 */
export function allOf<T extends Readonly<Record<string, unknown>>>(parts: {
  readonly [K in keyof T]: () => T[K];
}): T {
  const errors: GatewaylensError[] = [];
  const given = Object.entries(parts as Readonly<Record<string, () => unknown>>).map(([name, part]) => {
    try {
      return [name, part()] as const;
    } catch (problem) {
      if (!(problem instanceof GatewaylensError)) {
        throw problem;
      }
      errors.push(problem);
      return [name, undefined] as const;
    }
  });
  if (errors.length > 0) {
    throw together(errors);
  }
  return Object.fromEntries(given) as T;
}
