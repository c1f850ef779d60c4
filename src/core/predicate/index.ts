export { holds } from './holds';
export { operators, type Cell, type Operand, type Operator, type OperatorName } from './operators';
export { columnsOf, type Leaf, type Predicate } from './predicate';
export { toKql, toSql } from './print';
