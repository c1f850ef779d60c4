import { atLeast } from './at-least';
import { atMost } from './at-most';
import { between } from './between';
import { contains } from './contains';
import { containsIgnoreCase } from './contains-ignore-case';
import { endsWith } from './ends-with';
import { endsWithIgnoreCase } from './ends-with-ignore-case';
import { equals } from './equals';
import { equalsIgnoreCase } from './equals-ignore-case';
import { isPresent } from './is-present';
import { oneOf } from './one-of';
import { oneOfIgnoreCase } from './one-of-ignore-case';
import type { Cell, Operator, OperandKind, OperandOf } from './operator';
import { sameAs } from './same-as';
import { startsWith } from './starts-with';
import { startsWithIgnoreCase } from './starts-with-ignore-case';

export const operators = {
  equals,
  equalsIgnoreCase,
  oneOf,
  oneOfIgnoreCase,
  contains,
  containsIgnoreCase,
  startsWith,
  startsWithIgnoreCase,
  endsWith,
  endsWithIgnoreCase,
  isPresent,
  atLeast,
  atMost,
  between,
  sameAs,
} as const;

export type OperatorName = keyof typeof operators;
export type { Cell, OperandKind, OperandOf } from './operator';

type Operand = OperandOf[OperandKind];

/** An operator whose operand is known to fit only by the type of the leaf that names it. */
interface AnyOperator extends Omit<Operator<OperandKind>, 'test' | 'toKql' | 'toSql' | 'truthTable'> {
  readonly test: (cell: Cell, value: Cell | Operand) => boolean;
  readonly toKql: (column: string, value: Operand) => string;
  readonly toSql: (column: string, value: Operand) => string;
  readonly truthTable: readonly (readonly [Cell, Cell | Operand, boolean])[];
}

export function operator(name: OperatorName): AnyOperator {
  return operators[name] as unknown as AnyOperator;
}
