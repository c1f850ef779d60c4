import type { DerivedColumn } from './derived-column';

/** The first error may be more telling than the last: a time-out, say, before the failing expression in a retry. */
function firstError<N extends string>(name: N, key: 'reason' | 'message', meaning: string) {
  return {
    name,
    type: 'string',
    meaning,
    from: ['Errors'],
    read: ({ Errors }) => {
      const value = firstOf(Errors)?.[key];
      return typeof value === 'object' && value !== null ? JSON.stringify(value) : String(value ?? '');
    },
    kql: `tostring(Errors[0].${key})`,
    sql: `CASE WHEN json_valid("Errors") THEN coalesce(json_extract_string("Errors", '$[0].${key}'), '') ELSE '' END`,
  } as const satisfies DerivedColumn;
}

export const firstErrorReason = firstError(
  'FirstErrorReason',
  'reason',
  'Reason of the first of several errors.',
);
export const firstErrorMessage = firstError(
  'FirstErrorMessage',
  'message',
  'Message of the first of several errors.',
);

function firstOf(errors: string): { readonly reason?: unknown; readonly message?: unknown } | undefined {
  if (errors === '') {
    return undefined;
  }
  try {
    const parsed: unknown = JSON.parse(errors);
    const first: unknown = Array.isArray(parsed) ? parsed[0] : undefined;
    return typeof first === 'object' && first !== null ? first : undefined;
  } catch {
    return undefined;
  }
}
