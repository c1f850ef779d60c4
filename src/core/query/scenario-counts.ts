import { BUCKET, reader, type Answer } from '../plan';

/** Counts per bucket, zeros included, by scenario. */
export function scenarioCounts(
  { table }: Answer,
  starts: readonly number[],
): ReadonlyMap<string, readonly number[]> {
  const read = reader(table);
  const slots = new Map(starts.map((start, slot) => [start, slot]));
  const counts = new Map<string, number[]>();
  for (const row of table.rows) {
    const scenario = String(read(row, 'Scenario'));
    const line = counts.get(scenario) ?? starts.map(() => 0);
    counts.set(scenario, line);
    const slot = slots.get(Number(read(row, BUCKET)));
    if (slot !== undefined) {
      line[slot] = Number(read(row, 'Count'));
    }
  }
  return counts;
}
