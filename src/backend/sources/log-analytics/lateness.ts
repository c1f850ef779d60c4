/** How late rows may come, and how that is told. */
const MINUTE = 60_000;
/** Rows are usually in the log within some minutes. */
export const LATE_MS = 15 * MINUTE;
export const STALE_MS = 60 * MINUTE;

/** In seconds, minutes, hours or days, whichever fits. */
export function span(ms: number): string {
  const units = [
    ['d', 48 * 60 * MINUTE, 24 * 60 * MINUTE],
    ['h', 2 * 60 * MINUTE, 60 * MINUTE],
    ['min', 2 * MINUTE, MINUTE],
  ] as const;
  const [unit, , length] = units.find(([, least]) => ms >= least) ?? ['s', 0, 1000];
  return `${Math.round(ms / length)} ${unit}`;
}
