export { holds } from './holds';
export {
  operator,
  operators,
  type Cell,
  type OperandKind,
  type OperandOf,
  type OperatorName,
} from './operators';
export { columnsOf, type Leaf, type Predicate } from './predicate';
export { toKql, toSql, type Marked } from './print';
