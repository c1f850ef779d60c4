import {
  tableColumns,
  type Answer,
  type Plan,
  type TableCell,
  type TableColumn,
  type TimeRange,
  type WrittenPlan,
} from '../../src/core/plan';

/** Some hour of some day: what frames look like does not depend on it. */
export const inventedRange: TimeRange = { from: Date.UTC(2026, 0, 1, 12), to: Date.UTC(2026, 0, 1, 13) };

/** An answer of one plausible row, so that frames have all their fields. */
export function inventedAnswer(plan: Plan): Answer {
  const columns = tableColumns(plan);
  return { plan, range: plan.range, table: { columns, rows: [columns.map(cell)] } };
}

/** An answer to a query that was written by hand: with these columns it may have any format. */
export function inventedWritten(plan: WrittenPlan, types: readonly TableColumn[]): Answer<WrittenPlan> {
  return { plan, range: plan.range, table: { columns: types, rows: [types.map(cell)] } };
}

const texts: Readonly<Record<string, string>> = {
  Scenario: 'backend-connect-timeout',
  Family: 'backend-connection',
  Outcome: 'failed',
};

function cell({ name, type }: TableColumn): TableCell {
  switch (type) {
    case 'datetime':
      return inventedRange.from;
    case 'number':
      return 100;
    case 'boolean':
      return true;
    case 'string':
      return texts[name] ?? name.toLowerCase();
  }
}
