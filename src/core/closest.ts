/** The known name that a wrong one most likely means; undefined when none is near. */
export function closest(wrong: string, known: readonly string[]): string | undefined {
  const text = wrong.slice(0, LONGEST).toLowerCase();
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of known) {
    const distance = distanceOf(text, name.toLowerCase());
    if (distance <= Math.max(1, Math.floor(name.length / 3)) && (!best || distance < best.distance)) {
      best = { name, distance };
    }
  }
  return best?.name;
}

/** To go behind a sentence: nothing where no name is near. */
export const probablyMeant = (name: string | undefined): string =>
  name === undefined ? '' : `; “${name}” is probably meant`;

/** Names are short; a longer text is no misspelt name. */
const LONGEST = 100;

/** Letters to add, drop or replace to make one of the other. */
function distanceOf(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
