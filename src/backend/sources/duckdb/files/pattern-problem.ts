/** As many may be in a pattern of what multiplies the ways to match a name with it. */
const MOST = { stars: 4, braces: 2, choices: 20 } as const;

/**
 * Why a pattern is refused: as a regular expression it could need longer than anybody waits.
 * @returns undefined for one that is not
 */
export function patternProblem(pattern: string): string | undefined {
  const bare = pattern.replace(/\\./g, '');
  const count = (mark: RegExp) => bare.match(mark)?.length ?? 0;
  // A star alone between slashes, or with other text, fits in one way only.
  const free = bare
    .split('/')
    .map((part) => (part.match(/\*+/g)?.length ?? 0) - (part.includes('**') ? 0 : 1))
    .reduce((sum, stars) => sum + Math.max(0, stars), 0);
  if (/[()]/.test(bare)) {
    return 'parentheses in a pattern need a backslash before them';
  }
  if (/\{[^}]*\{/.test(bare) || count(/\{/g) > MOST.braces || count(/,/g) > MOST.choices) {
    return `a pattern can have ${MOST.braces} lists in braces, not one in the other, with ${MOST.choices} commas at most`;
  }
  return free > MOST.stars
    ? `a pattern can have ${MOST.stars} of “**” and of second “*” in one name, not more`
    : undefined;
}
