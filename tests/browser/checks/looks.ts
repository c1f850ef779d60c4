/** How everything is looked at: in both themes, wide and narrow. */
export const looks = [
  ['dark', 1300],
  ['dark', 620],
  ['light', 1300],
  ['light', 620],
] as const;
