/** What requests can be grouped and filtered by. Each is a column of the classified row, so all engines have it. */
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
  /** Said by the classification, not by the log: chosen by scenario, family and outcome, not by filters. */
  readonly classified?: true;
}

export const dimensions = [
  { id: 'service', title: 'Service', column: 'Service' },
  { id: 'region', title: 'Gateway region', column: 'Region' },
  { id: 'workspace', withinService: true, title: 'API workspace', column: 'WorkspaceId' },
  { id: 'api', withinService: true, title: 'API', column: 'ApiId' },
  { id: 'revision', withinService: true, title: 'API revision', column: 'ApiRevision' },
  { id: 'operation', withinService: true, title: 'Operation', column: 'OperationId' },
  { id: 'method', title: 'Method', column: 'Method' },
  { id: 'product', withinService: true, title: 'Product', column: 'ProductId' },
  { id: 'subscription', withinService: true, title: 'Subscription', column: 'ApimSubscriptionId' },
  { id: 'backend', withinService: true, title: 'Backend entity', column: 'BackendId' },
  { id: 'backendHost', title: 'Backend host', column: 'BackendHost' },
  { id: 'status', title: 'Status, backend status', column: 'StatusPair' },
  { id: 'errorSource', title: 'Error source', column: 'LastErrorSource' },
  { id: 'errorSection', title: 'Error section', column: 'LastErrorSection' },
  { id: 'errorReason', title: 'Error reason', column: 'LastErrorReason' },
  { id: 'firstErrorReason', title: 'First error’s reason', column: 'FirstErrorReason' },
  { id: 'disconnectPhase', title: 'Disconnect phase', column: 'DisconnectPhase' },
  { id: 'outcome', classified: true, title: 'Outcome', column: 'Outcome' },
  { id: 'scenario', classified: true, title: 'Scenario', column: 'Scenario' },
  { id: 'family', classified: true, title: 'Family', column: 'Family' },
  { id: 'confidence', classified: true, title: 'Confidence', column: 'Confidence' },
  { id: 'basis', classified: true, title: 'Basis', column: 'Basis' },
] as const satisfies readonly DimensionRow[];

type Row = (typeof dimensions)[number];
export type DimensionId = Row['id'];
/** Dimensions of the request itself. */
export type RowDimensionId = Exclude<DimensionId, Extract<Row, { classified: true }>['id']>;
/** Its column holds text. */
export type Dimension = DimensionRow & { readonly column: Row['column'] };

export const rowDimensions = dimensions.filter(
  (row): row is Extract<Row, { id: RowDimensionId }> => !('classified' in row),
);

const byId: ReadonlyMap<DimensionId, Dimension> = new Map(dimensions.map((one) => [one.id, one]));

export function dimension(id: DimensionId): Dimension {
  const found = byId.get(id);
  if (!found) {
    throw new RangeError(`no dimension ${id}`);
  }
  return found;
}

/** What groups of this dimension are told apart by: equal ids of different services must not merge. */
export function groupedBy(id: DimensionId): readonly DimensionId[] {
  return dimension(id).withinService ? ['service', id] : [id];
}
