import { columns, type CanonicalRow } from '../log';
import type { Scenario } from '../scenarios';
import { seenText } from './condition';
import type { Fact } from './explanation';

/** Named elsewhere in an explanation, or nothing that a person reads. */
const LEFT_OUT: readonly string[] = ['_ResourceId', 'Category', 'Errors'];

/** What the row says, column by column, in their usual order. */
export function factsOf(
  row: CanonicalRow,
  scenario: Scenario | undefined,
  queryStrings: boolean,
): readonly Fact[] {
  return columns.flatMap((column) => {
    const { name, type, meaning } = column;
    const cell = row[name];
    if (LEFT_OUT.includes(name) || cell === null || cell === '') {
      return [];
    }
    const value =
      type === 'datetime' ? new Date(Number(cell)).toISOString() : seenText(name, cell, queryStrings);
    const evidence = scenario?.evidence.includes(name) ?? false;
    return [{ column: name, value, meaning, evidence, ...('unit' in column ? { unit: column.unit } : {}) }];
  });
}
