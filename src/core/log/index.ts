export { lowerCase } from './lower-case';
export { withoutQueries } from './without-queries';
export { canonicalKql, type GatewayTable, type KqlRows, type Span } from './canonical-kql';
export { canonicalRow, rowWith, type CanonicalRow, type RowColumn } from './canonical-row';
export {
  canonicalSelect,
  canonicalValue,
  derivedSelect,
  hasNullTextSql,
  hasReadableStatus,
  isGatewayRecord,
  sqlTypes,
  type Places,
} from './canonical-sql';
export { columns, type Column, type ColumnName, type ColumnType, type ColumnValues } from './columns';
export {
  beginsContainerEntry,
  containerRecord,
  isContainerLog,
  isRequestEntry,
  objectEntry,
  unwrapped,
  withoutShown,
} from './container-log';
export { conversions } from './conversion';
export { csvDelimiter, csvRecord, isCsvHeader } from './csv-record';
export { derivedColumns, hostOf, type DerivedColumn, type DerivedName } from './derived';
export { isLeftOut, isOpenSql, leftOut, leftOutWarning, openColumns } from './left-out';
export { readJson } from './read-json';
export { answered, MISSING, recordsOf, TABLE_NAME } from './records-of';
export { misleadingTimes } from './table-record';
export { BAGS, bagNames, keyPaths, shapeOf, shapes, withOpenBags, type Shape } from './shape';
