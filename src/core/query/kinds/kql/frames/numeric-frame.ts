import { GatewaylensError } from '../../../../errors';
import type { Frame } from '../../../../frames';
import type { Table } from '../../../../plan';
import { labelsOf, numberField, placesOf, unfit } from './columns';

/** Each is an alert instance, or a number on the screen. */
const MOST_NUMBERS = 10_000;

/**
 * One value of each number of each row, with the row’s texts as labels.
 * @throws GatewaylensError for a table without numbers, and for two rows with the same texts
 */
export function numericFrame(table: Table): Frame {
  const { times, numbers, texts } = placesOf(table);
  if (numbers.length === 0 || times.length > 0) {
    const problem = numbers.length === 0 ? 'it has no numbers' : 'it has a column of times';
    throw unfit('numeric', table, problem, 'Wanted are numbers, and texts that tell the rows apart, such as summarize count() by Scenario; for numbers over time choose “series”.');
  }
  const keys = table.rows.map((row) => JSON.stringify(texts.map(({ at }) => row[at])));
  if (new Set(keys).size < keys.length) {
    throw unfit('numeric', table, 'two rows have the same texts', 'Let summarize make one row of them.');
  }
  if (keys.length * numbers.length > MOST_NUMBERS) {
    throw new GatewaylensError('kql-values-too-many', { lines: keys.length * numbers.length, times: 1, allowed: MOST_NUMBERS });
  }
  return {
    name: 'kql',
    meta: { type: 'numeric-wide', typeVersion: [0, 1] },
    fields: table.rows.flatMap((row) =>
      numbers.map((place) => {
        const cell = row[place.at];
        return numberField(place, labelsOf(row, texts), [typeof cell === 'number' ? cell : null], numbers.length === 1);
      }),
    ),
  };
} // prettier-ignore
