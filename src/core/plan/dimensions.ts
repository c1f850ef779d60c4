/** What failures can be grouped and filtered by. Each is a column of the classified row, so all engines have it. */
import type { RowColumn } from '../log';

/** Columns that the classification adds to the canonical row. */
export type ClassifiedColumn = 'Outcome' | 'Scenario' | 'Family' | 'Confidence' | 'Basis';
export type PlanColumn = RowColumn | ClassifiedColumn;

interface DimensionRow {
  readonly id: string;
  readonly title: string;
  readonly column: PlanColumn;
  /** Ids of this kind are unique within a service only: grouping by them groups by service too. */
  readonly withinService?: true;
}

export const dimensions = [
  { id: 'service', title: 'Service', column: 'Service' },
  { id: 'region', title: 'Gateway region', column: 'Region' },
  { id: 'api', withinService: true, title: 'API', column: 'ApiId' },
  { id: 'operation', withinService: true, title: 'Operation', column: 'OperationId' },
  { id: 'product', withinService: true, title: 'Product', column: 'ProductId' },
  { id: 'subscription', withinService: true, title: 'Subscription', column: 'ApimSubscriptionId' },
  { id: 'backendHost', title: 'Backend host', column: 'BackendHost' },
  { id: 'outcome', title: 'Outcome', column: 'Outcome' },
  { id: 'scenario', title: 'Scenario', column: 'Scenario' },
  { id: 'family', title: 'Family', column: 'Family' },
] as const satisfies readonly DimensionRow[];

export type DimensionId = (typeof dimensions)[number]['id'];
export type Dimension = DimensionRow;

const byId: ReadonlyMap<DimensionId, Dimension> = new Map(dimensions.map((one) => [one.id, one]));

export function dimension(id: DimensionId): Dimension {
  const found = byId.get(id);
  if (!found) {
    throw new RangeError(`no dimension ${id}`);
  }
  return found;
}
