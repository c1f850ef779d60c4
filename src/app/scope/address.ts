/** What the address of a page says: the data source by its uid, the range as Grafana writes it, and which requests. */
import { dateTime, isDateTime, rangeUtil, type RawTimeRange, type TimeRange } from '@grafana/data';
import { rowDimensions } from '../../core/plan';
import type { Filter } from '../../core/query';
import { addConditions, conditionParameter } from '../../ui/condition-parameter';
import { appUrl } from '../../ui/links';
import { isAll } from '../../ui/shown-conditions';
import { filtersOfDashboards, isOfFilters } from './filters-of-dashboards';

export interface Address {
  readonly ds?: string;
  readonly from?: string;
  readonly to?: string;
  /** Choices are in the address as the variables of our dashboards, so that links of dashboards carry them over. */
  readonly where?: readonly Filter[];
  /** Filters of a dashboard that are not applied here, as they are written. */
  readonly ignored?: readonly string[];
}

const USUAL = { from: 'now-6h', to: 'now' };

export function addressIn(search: string): Address {
  const params = new URLSearchParams(search);
  const carried = filtersOfDashboards(params);
  const where = [...filtersIn(params), ...carried.where];
  return {
    ...Object.fromEntries(
      ['ds', 'from', 'to'].flatMap((name) => {
        const value = params.get(name);
        return value ? [[name, value]] : [];
      }),
    ),
    ...(where.length > 0 ? { where } : {}),
    ...(carried.ignored.length > 0 ? { ignored: carried.ignored } : {}),
  };
}

function filtersIn(params: URLSearchParams): readonly Filter[] {
  return rowDimensions.flatMap(({ id: dimension }) =>
    (['in', 'notIn'] as const).flatMap((op): Filter[] => {
      const values = params.getAll(conditionParameter({ dimension, op }));
      const isNone = values.length === 0 || (op === 'in' && values.some(isAll));
      return isNone ? [] : [{ dimension, op, values: [...new Set(values)] }];
    }),
  );
}

/** What an address changes to without one of its conditions: the others are written anew, in one form. */
export function withoutCondition(search: string, condition: Filter): Record<string, string[] | null> {
  const params = new URLSearchParams(search);
  const { where = [] } = addressIn(search);
  const names = [...params].flatMap(([name, value]) => (isOfFilters(name, value) ? [name] : []));
  const kept = new URLSearchParams();
  const isSame = (one: Filter) => JSON.stringify(one) === JSON.stringify(condition);
  addConditions(
    kept,
    where.filter((one) => !isSame(one)),
  );
  return Object.fromEntries([
    ...[...names, ...where.map(conditionParameter)].map((name) => [name, null] as const),
    ...[...kept.keys()].map((name) => [name, kept.getAll(name)] as const),
  ]);
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
  const { where = [], ignored: _, ...texts } = address;
  const params = new URLSearchParams({ ...texts, ...more });
  addConditions(params, where);
  const search = params.toString();
  return search === '' ? path : `${path}?${search}`;
}

/** The same as a link of a page. */
export const pageUrl = (path: string, address: Address, more: Readonly<Record<string, string>> = {}) =>
  appUrl(pagePath(path, address, more));
