/** Ad-hoc filters of dashboards, in the form in which Grafana’s links carry them: `key|operator|value` in a variable of any name. */
import type { Filter } from '../../core/query';
import { rowDimensions } from '../../core/plan';
import { dimensionNamed } from '../../ui/dimension-named';
import { filterOperator } from '../../ui/filter-operator';

interface Found {
  readonly where: readonly Filter[];
  /** What no page of ours can filter by, as it is written. */
  readonly ignored: readonly string[];
}

/** The variable of our own dashboards. */
export const FILTERS = 'var-filters';

const WRITTEN = /^([^|]+)\|(=|!=|=~|!~|<|>|=__gfp__|!=__gfp__)\|(.*)$/s;
const ofVariables = new Set(rowDimensions.map(({ id }) => `var-${id}`));

export const isOfFilters = (name: string, value: string) =>
  name.startsWith('var-') && !ofVariables.has(name) && WRITTEN.test(value);

export function filtersOfDashboards(params: URLSearchParams): Found {
  const found = [...params].flatMap(([name, value]) => (isOfFilters(name, value) ? [readFilter(value)] : []));
  return {
    where: found.filter((one) => typeof one !== 'string'),
    ignored: found.filter((one) => typeof one === 'string'),
  };
}

function readFilter(text: string): Filter | string {
  const [, key = '', written = '', values = ''] = WRITTEN.exec(text) ?? [];
  const operator = unescaped(written);
  const op = filterOperator(operator);
  // Later Grafanas write the title behind the key.
  const dimension = dimensionNamed(unescaped(key)) ?? dimensionNamed(key.split(',')[0] ?? '');
  return dimension && (op === 'in' || op === 'notIn')
    ? { dimension, op, values: values.split('|').map(unescaped) }
    : `${unescaped(key)} ${operator} ${unescaped(values)}`;
}

const unescaped = (text: string) =>
  text.replaceAll('__gfp__', '|').replaceAll('__gfc__', ',').replaceAll('__gfh__', '#');

/** Conditions that an ad-hoc filter of any Grafana can say, each in a text of its own; undefined where it takes more. */
export function filterTexts({ dimension, op, values }: Filter): readonly string[] | undefined {
  const sign = op === 'in' ? '=' : '!=';
  return op === 'in' && values.length > 1
    ? undefined
    : values.map((value) => `${dimension}|${sign}|${value.replaceAll('|', '__gfp__')}`);
}
