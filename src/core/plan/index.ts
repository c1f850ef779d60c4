export {
  dimension,
  dimensions,
  groupedBy,
  rowDimensions,
  type Dimension,
  type DimensionId,
  type PlanColumn,
  type RowDimensionId,
} from './dimensions';
export type { MeasureUse } from './measures';
export {
  BUCKET,
  type GroupPlan,
  type Plan,
  type PlanPredicate,
  type RowPlan,
  type TimeRange,
  type WrittenPlan,
} from './plan';
export { isCut, MOST_SHOWN, shownText } from './shown-text';
export {
  inKeyOrder,
  reader,
  tableColumns,
  type Answer,
  type Table,
  type TableCell,
  type TableColumn,
  type TableColumnType,
} from './table';
export { toKql } from './to-kql';
export { apart, toKqlTogether } from './to-kql-together';
export { isShared, toSql, toSqlTogether } from './to-sql';
export {
  classifiedColumns,
  classifiedRelation,
  formats,
  macros,
  usesMacro,
  variablesIn,
  withVariables,
  writtenKql,
  type Variables,
  type WrittenKql,
} from './written';
