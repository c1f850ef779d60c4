import { useCallback, useState } from 'react';

/** The series after a click on one: it alone, or all again; or with the others that were chosen before. */
export function isolatedAfter(before: ReadonlySet<string>, key: string, adds: boolean): ReadonlySet<string> {
  if (!adds) {
    return before.size === 1 && before.has(key) ? new Set() : new Set([key]);
  }
  const after = new Set(before);
  if (!after.delete(key)) {
    after.add(key);
  }
  return after;
}

/** Which series are shown alone; none of them means all. */
export function useIsolation() {
  const [isolated, setIsolated] = useState<ReadonlySet<string>>(new Set());
  const isolate = useCallback(
    (key: string, adds: boolean) => setIsolated((before) => isolatedAfter(before, key, adds)),
    [],
  );
  return { isolated, isolate };
}

/** The chosen ones; all of them where none of the chosen is there any more. */
export function shownOf<L extends { readonly key: string }>(
  layers: readonly L[],
  isolated: ReadonlySet<string>,
): readonly L[] {
  const chosen = layers.filter(({ key }) => isolated.has(key));
  return chosen.length === 0 ? layers : chosen;
}
