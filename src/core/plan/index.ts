export { dimension, dimensions, type Dimension, type DimensionId, type PlanColumn } from './dimensions';
export { measures, type MeasureId } from './measures';
export { BUCKET, type Plan, type TimeRange } from './plan';
export { measureColumn, tableColumns, type Table, type TableColumn } from './table';
export { toKql } from './to-kql';
export { toSql } from './to-sql';
