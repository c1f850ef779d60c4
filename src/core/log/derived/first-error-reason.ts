import type { DerivedColumn } from './derived-column';

/** The first error may be more telling than the last: a time-out, say, before the failing expression in a retry. */
export const firstErrorReason = {
  name: 'FirstErrorReason',
  type: 'string',
  meaning: 'Reason of the first of several errors.',
  from: ['Errors'],
  read: ({ Errors }) => {
    const reason = firstOf(Errors)?.reason;
    return typeof reason === 'object' && reason !== null ? JSON.stringify(reason) : String(reason ?? '');
  },
  kql: 'tostring(Errors[0].reason)',
  sql: `CASE WHEN json_valid("Errors") THEN coalesce(json_extract_string("Errors", '$[0].reason'), '') ELSE '' END`,
} as const satisfies DerivedColumn;

function firstOf(errors: string): { readonly reason?: unknown } | undefined {
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
