import { amount } from '../../core/amount';
import type { Comparison, Condition } from '../../core/explain';
import { printable } from '../print/printable';
import { labelled } from '../print/wrapped';

/** Of many alternatives none of which holds, as many are told. */
const TOLD = 4;
const STEP = 2;
/** What a row’s value may take in a line. */
const LONGEST_SEEN = 60;

const words = {
  all: { true: 'all of these hold', false: 'not all of these hold' },
  any: { true: 'one of these holds', false: 'none of these holds' },
} as const;

/** A condition as an indented tree. Each line says by a mark and in words whether it held. */
export function conditionLines(condition: Condition, width: number, indent: number): readonly string[] {
  if (condition.kind === 'comparison') {
    return lines(comparisonText(condition), condition.holds, width, indent);
  }
  const [only, ...others] = condition.parts;
  if (condition.kind === 'not') {
    return only?.kind === 'comparison'
      ? lines(`it is not so that ${comparisonText(only)}`, condition.holds, width, indent)
      : [
          ...lines('the following does not hold', condition.holds, width, indent),
          ...(only ? conditionLines(only, width, indent + STEP) : []),
        ];
  }
  if (only && others.length === 0) {
    return conditionLines(only, width, indent);
  }
  const { told, left } = chosen(condition.kind, condition.holds, condition.parts);
  return [
    ...lines(words[condition.kind][`${condition.holds}`], condition.holds, width, indent),
    ...told.flatMap((part) => conditionLines(part, width, indent + STEP)),
    ...(left > 0 ? [`${' '.repeat(indent + STEP)}… ${amount(left, 'other')} that did not hold`] : []),
  ];
}

/** Of alternatives those that hold; of conditions all. */
function chosen(kind: 'all' | 'any', held: boolean, parts: readonly Condition[]) {
  const told = kind === 'all' ? parts : held ? parts.filter((part) => part.holds) : parts.slice(0, TOLD);
  return { told, left: parts.length - told.length };
}

function comparisonText({ column, says, seen }: Comparison): string {
  const value = /^(-?\d+|true|false)$/.test(seen) ? seen : `“${shortened(seen)}”`;
  return `${column} ${says} (it is ${seen === '' ? 'missing' : value})`;
}

const shortened = (text: string) => (text.length > LONGEST_SEEN ? `${text.slice(0, LONGEST_SEEN)}…` : text);

function lines(text: string, held: boolean, width: number, indent: number): readonly string[] {
  const mark = `${' '.repeat(indent)}${held ? '✓ yes' : '✗ no'}`;
  return labelled(mark, printable(text), indent + 7, width).split('\n');
}
