import { between } from './between';
import { containsIgnoreCase } from './contains-ignore-case';
import { equals } from './equals';
import { oneOf } from './one-of';
import type { Operator } from './operator';
import { sameAs } from './same-as';
import { startsWithIgnoreCase } from './starts-with-ignore-case';

export const operators = {
  equals,
  oneOf,
  containsIgnoreCase,
  startsWithIgnoreCase,
  between,
  sameAs,
} as const satisfies Record<string, Operator>;

export type OperatorName = keyof typeof operators;
export type { Cell, Operand, OperandKind, Operator } from './operator';
