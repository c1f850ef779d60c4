export { asciiLower } from './ascii-lower';
export {
  canonicalKql,
  canonicalRow,
  canonicalSelect,
  derivedSelect,
  rowWith,
  type CanonicalRow,
  type RowColumn,
} from './canonical-row';
export { columns, type Column, type ColumnName, type ColumnType, type ColumnValues } from './columns';
export { derivedColumns, type DerivedName } from './derived';
export { keyPaths, shapeOf, shapes, type Shape } from './shape';
