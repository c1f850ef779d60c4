/** Nothing but filters to choose, which every kind has. */
export function FreshnessFields() {
  return null;
}
