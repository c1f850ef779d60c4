/** The records of a JSON value: those of a list or of an envelope with `records`, or the value itself. */
export function recordsOf(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) {
    return value as readonly unknown[];
  }
  const records: unknown =
    typeof value === 'object' && value !== null && 'records' in value ? value.records : undefined;
  return Array.isArray(records) ? (records as readonly unknown[]) : [value];
}
