/** Conditions of a stored query with the values that its variables stand for, for links to where those are not known. */
import { variableName } from './variable-name';

export interface Condition {
  readonly dimension: string;
  readonly op: 'in' | 'notIn';
  readonly values: readonly string[];
}

/** Puts the values of variables into a text, as Grafana does. */
type Fill = (text: string) => string;

/** With “All” there is no condition. */
export function shownConditions(where: unknown, fill: Fill): readonly Condition[] {
  return (Array.isArray(where) ? where : []).filter(isCondition).flatMap(({ dimension, op, values }) => {
    const shown = values.flatMap((value) => valuesOf(value, fill));
    return shown.length === 0 || (op === 'in' && shown.some(isAll))
      ? []
      : [{ dimension: fill(dimension), op, values: [...new Set(shown)] }];
  });
}

/** How addresses say that a variable stands for everything. */
export const isAll = (value: string) => value === 'All' || value === '$__all';

function isCondition(condition: unknown): condition is Condition {
  const { dimension, op, values } = (condition ?? {}) as Partial<Record<keyof Condition, unknown>>;
  return (
    typeof dimension === 'string' &&
    (op === 'in' || op === 'notIn') &&
    Array.isArray(values) &&
    values.every((value) => typeof value === 'string')
  );
}

/** A variable may stand for several values. Where there is none of that name, the text means itself, as in `get-$metadata`. */
function valuesOf(text: string, fill: Fill): readonly string[] {
  const name = variableName(text);
  if (name === undefined) {
    return [fill(text)];
  }
  const asParameters = `\${${name}:queryparam}`;
  const filled = fill(asParameters);
  return filled === asParameters ? [text] : new URLSearchParams(filled).getAll(`var-${name}`);
}
