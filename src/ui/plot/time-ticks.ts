import { dateTimeForTimeZone, type TimeZone } from '@grafana/data';
import { scaleUtc } from 'd3-scale';

/** Round times of the dashboard's time zone within a range, milliseconds since 1970. */
export function timeTicks(from: number, to: number, timeZone: TimeZone, number: number): number[] {
  const offset = dateTimeForTimeZone(timeZone, from).utcOffset() * 60_000;
  return scaleUtc()
    .domain([from + offset, to + offset])
    .ticks(number)
    .map((tick) => tick.valueOf() - offset);
}

/** How a tick is written: the day where the range has several, else the time. */
export function tickFormat(from: number, to: number): string {
  const hours = (to - from) / 3_600_000;
  return hours > 24 * 14 ? 'MM-DD' : hours > 20 ? 'MM-DD HH:mm' : hours * 3600 < 600 ? 'HH:mm:ss' : 'HH:mm';
}
