import { useCallback, useState } from 'react';

/** The series after a click on one, or on several as a whole: they alone, or all again; or with those chosen before. */
export function isolatedAfter(
  before: ReadonlySet<string>,
  keys: readonly string[],
  adds: boolean,
): ReadonlySet<string> {
  const areChosen = keys.every((key) => before.has(key));
  if (!adds) {
    return areChosen && before.size === keys.length ? new Set() : new Set(keys);
  }
  return new Set(areChosen ? [...before].filter((key) => !keys.includes(key)) : [...before, ...keys]);
}

export type Isolate = (keys: readonly string[], adds: boolean) => void;

/** Which series are shown alone; none of them means all. */
export function useIsolation() {
  const [isolated, setIsolated] = useState<ReadonlySet<string>>(new Set());
  const isolate = useCallback<Isolate>(
    (keys, adds) => setIsolated((before) => isolatedAfter(before, keys, adds)),
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
