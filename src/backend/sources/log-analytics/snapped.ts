import type { Plan, TimeRange, WrittenPlan } from '../../../core/plan';

const GRIDS = [60_000, 30_000, 10_000, 5000, 1000];
/** The part of a range that may be left out at its end. */
const PART = 360;

/**
 * The plan over a range whose ends are whole steps, a little earlier than they were asked for, so that panels and viewers
 * who ask a moment apart ask the same. The newest rows reach the log minutes later anyway. Ranges of equal length are moved
 * alike, so that one which ends where another begins still does.
 */
export function snapped<P extends Plan | WrittenPlan>(plan: P): P {
  const { from, to } = plan.range;
  const grid = GRIDS.find((one) => one * PART <= to - from) ?? 1000;
  const down = (time: number) => Math.floor(time / grid) * grid;
  const range: TimeRange = { from: down(from), to: down(to) };
  return range.from < range.to ? { ...plan, range } : plan;
}
