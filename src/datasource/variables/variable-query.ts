import type { DataQuery } from '@grafana/schema';
import type { RowDimensionId } from '../../core/plan';
import type { Filter } from '../../core/query';

/** What a variable’s values are: those of a dimension in the range, or the scenarios or families of the catalogue. */
export interface VariableQuery extends DataQuery {
  readonly values: RowDimensionId | 'scenario' | 'family';
  /** Only values of requests for which all of these hold, such as a variable’s service. */
  readonly where?: readonly Filter[];
}

export const DEFAULT_VALUES: VariableQuery['values'] = 'service';
