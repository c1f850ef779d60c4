import { columns, type CanonicalRow, withoutQueries } from '../log';
import { holds, operator, type Cell, type Leaf, type OperandKind, type Predicate } from '../predicate';

/** A condition of a rule with whether it held for a row. */
export type Condition = Group | Comparison;

interface Group {
  readonly kind: 'all' | 'any' | 'not';
  readonly holds: boolean;
  readonly parts: readonly Condition[];
}

export interface Comparison {
  readonly kind: 'comparison';
  readonly holds: boolean;
  readonly column: string;
  /** The value that the row has, as text; empty when it is missing. */
  readonly seen: string;
  readonly says: string;
}

/** @param queryStrings whether texts may show the query strings of addresses, which may carry keys */
export function conditionOf(predicate: Predicate, row: CanonicalRow, queryStrings: boolean): Condition {
  const parts = (of: readonly Predicate[]) => of.map((part) => conditionOf(part, row, queryStrings));
  if ('all' in predicate) {
    return { kind: 'all', holds: holds(predicate, row), parts: parts(predicate.all) };
  }
  if ('any' in predicate) {
    return { kind: 'any', holds: holds(predicate, row), parts: parts(predicate.any) };
  }
  if ('not' in predicate) {
    return { kind: 'not', holds: holds(predicate, row), parts: parts([predicate.not]) };
  }
  return {
    kind: 'comparison',
    holds: holds(predicate, row),
    column: predicate.column,
    seen: seenText(predicate.column, row[predicate.column], queryStrings),
    says: saysOf(predicate),
  };
}

const addresses: ReadonlySet<string> = new Set(
  columns.filter(({ sensitivity }) => sensitivity === 'url').map(({ name }) => name),
);

/** A value as it may be shown. */
export function seenText(column: string, cell: Cell, queryStrings: boolean): string {
  const text = cell === null ? '' : String(cell);
  if (queryStrings) {
    return text;
  }
  return withoutQueries(addresses.has(column) ? text.replace(/\?.*$/s, '?…') : text);
}

/** A comparison in words, to follow the column’s name: “is at least 500”. */
export function saysOf({ op, value }: Leaf): string {
  const { says, operand } = operator(op);
  return `${says} ${operandText(operand, value)}`;
}

function operandText(kind: OperandKind, operand: unknown): string {
  switch (kind) {
    case 'texts':
      return listed((operand as readonly string[]).map(quoted));
    case 'range':
      return (operand as readonly number[]).join(' and ');
    case 'boolean':
      return operand === true ? 'yes' : 'no';
    case 'column':
    case 'number':
      return String(operand);
    case 'text':
    case 'scalar':
      return typeof operand === 'string' ? quoted(operand) : String(operand);
  }
}

const quoted = (text: string) => (text === '' ? 'empty' : `“${text}”`);

function listed(texts: readonly string[]): string {
  const [last = 'nothing', ...others] = [...texts].reverse();
  return others.length === 0 ? last : `${others.reverse().join(', ')} or ${last}`;
}
