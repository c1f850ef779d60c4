/** Where failures were, for the texts of alert rules. */
import { dimension, reader, type Answer, type DimensionId } from '../../../plan';
import type { Catalogue } from '../../../scenarios';
import { placeDimensions, splitDimensions } from './plans';
import type { ScenarioSeriesQuery } from './query';
import type { Group } from './series';
import type { Split } from './tally';

/** More of them nobody reads in a message. */
const MOST_NAMED = 5;

/** Labels of each line: `title`, `remedy` and `places`; none where the query does not ask for them. */
export function placesIn(
  query: ScenarioSeriesQuery,
  { scenarios: all }: Pick<Catalogue, 'scenarios'>,
  failed: Answer,
): (group: Group, split: Split) => Readonly<Record<string, string>> {
  if (query.places === null) {
    return () => ({});
  }
  const counts = countsByPlace(query, failed);
  return ({ name, scenarios }, { values }) => {
    const [only, ...others] = scenarios;
    const remedy = others.length > 0 ? '' : (all.find(({ id }) => id === only)?.remediation[0] ?? '');
    const found = scenarios.flatMap((scenario) => [...(counts.get(keyOf(scenario, values)) ?? [])]);
    return { title: name, remedy, places: inWords(added(found)) };
  };
}

const keyOf = (scenario: string, split: readonly string[]) => JSON.stringify([scenario, ...split]);

function countsByPlace(
  query: ScenarioSeriesQuery,
  { table }: Answer,
): ReadonlyMap<string, Map<string, number>> {
  const read = reader(table);
  const columnsOf = (ids: readonly DimensionId[]) => ids.map((id) => dimension(id).column);
  const split = columnsOf(splitDimensions(query));
  const place = columnsOf(placeDimensions(query));
  const counts = new Map<string, Map<string, number>>();
  for (const row of table.rows) {
    const cells = (columns: readonly string[]) => columns.map((column) => String(read(row, column)));
    const key = keyOf(String(read(row, 'Scenario')), cells(split));
    const places = counts.get(key) ?? new Map<string, number>();
    counts.set(key, places);
    const name = cells(place)
      .map((part) => part || '(none)')
      .join('/');
    places.set(name, (places.get(name) ?? 0) + Number(read(row, 'Count')));
  }
  return counts;
}

function added(found: readonly (readonly [string, number])[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  found.forEach(([name, count]) => sums.set(name, (sums.get(name) ?? 0) + count));
  return sums;
}

/** `orders (12), payments (3), 2 more` */
function inWords(places: ReadonlyMap<string, number>): string {
  const sorted = [...places].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1));
  const named = sorted.slice(0, MOST_NAMED).map(([name, count]) => `${name} (${count})`);
  const more = sorted.length - named.length;
  return [...named, ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
