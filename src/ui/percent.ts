/** @param query which query’s failures these are, where there are several */
export const ofAllFailures = (share: number, query: string | undefined): string =>
  `${percent(share)} of all failures${query === undefined ? '' : ` of query ${query}`}`;

/** A share, 0 to 1, in words: a small one is not none, and a large one not all. */
export function percent(share: number): string {
  const rounded = Math.round(share * 100);
  if (rounded === 0 && share > 0) {
    return 'less than 1 %';
  }
  return rounded === 100 && share < 1 ? 'more than 99 %' : `${rounded} %`;
}
