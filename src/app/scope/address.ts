/** What the address of a page says: the data source by its uid, and the range as Grafana writes it. */
import { dateTime, isDateTime, rangeUtil, type RawTimeRange, type TimeRange } from '@grafana/data';
import { appUrl } from '../../ui/links';

export interface Address {
  readonly ds?: string;
  readonly from?: string;
  readonly to?: string;
}

const USUAL = { from: 'now-6h', to: 'now' };

export function addressIn(search: string): Address {
  const params = new URLSearchParams(search);
  return Object.fromEntries(
    ['ds', 'from', 'to'].flatMap((name) => {
      const value = params.get(name);
      return value ? [[name, value]] : [];
    }),
  );
}

/** The range; the last six hours where there is none, or one that cannot be read. */
export function rangeOf({ from = '', to = '' }: Address, timeZone: string): TimeRange {
  const range = rangeUtil.convertRawToRange({ from: instantIn(from), to: instantIn(to) }, timeZone);
  const isRange = range.from.isValid() && range.to.isValid() && range.from.isBefore(range.to);
  return isRange ? range : rangeUtil.convertRawToRange(USUAL, timeZone);
}

const instantIn = (text: string) => (/^\d+$/.test(text) ? dateTime(Number(text)) : text);

/** Relative ends stay relative; others are milliseconds since 1970. */
export function rangeTexts({ from, to }: RawTimeRange): { readonly from: string; readonly to: string } {
  const text = (end: RawTimeRange['from']) => (isDateTime(end) ? String(end.valueOf()) : end);
  return { from: text(from), to: text(to) };
}

/** An in-app page for the same data source and range, from Grafana’s root. */
export function pagePath(
  path: string,
  address: Address,
  more: Readonly<Record<string, string>> = {},
): string {
  const search = new URLSearchParams({ ...address, ...more }).toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The same as a link of a page. */
export const pageUrl = (path: string, address: Address) => appUrl(pagePath(path, address));
