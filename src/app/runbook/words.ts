/** How numbers and times of a runbook are written. */
import { dateTimeFormat, formattedValueToString, getValueFormat } from '@grafana/data';
import { amount } from '../../core/amount';

const percentFormat = getValueFormat('percentunit');

/** A part of one: “61 %”, and of little more digits; “unknown” for null. */
export function percentOrUnknown(part: number | null): string {
  if (part === null) {
    return 'unknown';
  }
  const decimals = part !== 0 && Math.abs(part) < 0.1 ? 1 : 0;
  return part > 0 && part < 0.0005 ? 'less than 0.1%' : formattedValueToString(percentFormat(part, decimals));
}

const UNITS = [
  [86_400_000, 'd'],
  [3_600_000, 'h'],
  [60_000, 'min'],
] as const;

/** “5 min”, of milliseconds. */
export function lengthOf(ms: number): string {
  const [length, unit] = UNITS.find(([one]) => ms >= one && ms % one === 0) ?? [1000, 's'];
  return `${ms / length} ${unit}`;
}

/** Without seconds, and without the day if that is the day of the other. */
export function timeText(ms: number, timeZone: string, other?: number): string {
  const at = (time: number, format: string) => dateTimeFormat(time, { timeZone, format });
  const day = 'YYYY-MM-DD';
  const isSameDay = other !== undefined && at(ms, day) === at(other, day);
  return at(ms, isSameDay ? 'HH:mm' : `${day} HH:mm`);
}

/** Against the range before. */
export function trendWords(failures: number, previous: number | null, trend: number | null): string {
  if (previous === null) {
    return 'range before unknown';
  }
  if (previous === 0 || trend === null) {
    return failures > 0 ? 'none in the range before' : 'none in the range before either';
  }
  const change = Math.round(trend * 100);
  return change === 0
    ? 'as many as in the range before'
    : `${amount(Math.abs(change))}% ${change > 0 ? 'more' : 'fewer'} than in the range before`;
}
