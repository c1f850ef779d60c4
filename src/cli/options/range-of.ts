import { GatewaylensError } from '../../core/errors';
import { conversions } from '../../core/log';
import type { TimeRange } from '../../core/plan';

const RELATIVE = /^now(?:-(\d{1,6})([smhdw]))?$/;
const UNITS = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000, w: 604_800_000 } as const;
/** A day, or a day with a time whose seconds may be left out. */
const ABSOLUTE = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d(?:\.\d+)?)?(Z|[+-]\d\d:\d\d)?)?$/i;

/** @throws GatewaylensError for what is no time, and for a range without any */
export function rangeOf(from: string, to: string, now: number): TimeRange {
  const range = { from: timeOf(from, now), to: timeOf(to, now) };
  if (range.from >= range.to) {
    throw new GatewaylensError('range-invalid');
  }
  return range;
}

/** Milliseconds since 1970. A time without an offset is in UTC, as everything that is printed. */
export function timeOf(text: string, now: number): number {
  const relative = RELATIVE.exec(text);
  if (relative) {
    const [, number = '0', unit = 's'] = relative;
    return now - Number(number) * UNITS[unit as keyof typeof UNITS];
  }
  const [, day, clock = '00:00', seconds = ':00', zone = 'Z'] = ABSOLUTE.exec(text) ?? [];
  const ms = day === undefined ? null : conversions.datetime.read(`${day}T${clock}${seconds}${zone}`);
  if (typeof ms !== 'number') {
    throw new GatewaylensError('time-invalid', { text });
  }
  return ms;
}
