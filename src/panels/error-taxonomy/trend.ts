import type { Trend } from './scenario-table';

/** Less than this is no change. */
const SAME = 0.05;
/** From here on multiples are easier to read. */
const MANY = 3;

/** The change since the range before, in few letters and in words. */
export function trendText(trend: Trend): { readonly short: string; readonly long: string } {
  switch (trend.is) {
    case 'unknown':
      return { short: '–', long: 'Change not known' };
    case 'new':
      return { short: '▲ new', long: 'None in the range before' };
    case 'change': {
      const { by } = trend;
      const percent = `${Math.abs(100 * by).toFixed(0)} %`;
      if (Math.abs(by) < SAME) {
        return { short: '= same', long: 'About as many as in the range before' };
      }
      if (by < 0) {
        return { short: `▼ ${percent}`, long: `${percent} fewer than in the range before` };
      }
      const times = `×${(by + 1).toFixed(by < 99 ? 1 : 0)}`;
      return by >= MANY
        ? { short: `▲ ${times}`, long: `${times} of the range before` }
        : { short: `▲ ${percent}`, long: `${percent} more than in the range before` };
    }
  }
}
