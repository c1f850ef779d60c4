import type { SelectableValue } from '@grafana/data';

/** The options with the one that was typed in full first, then those that begin with it, the shortest first. */
export function byMatch<T>(typed: string, options: readonly SelectableValue<T>[]): SelectableValue<T>[] {
  const sought = typed.trim().toLowerCase();
  if (sought === '') {
    return [...options];
  }
  const rank = ({ label = '' }: SelectableValue<T>) =>
    label.toLowerCase().startsWith(sought) ? label.length : Infinity;
  return [...options].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)));
}
