import type { Filter } from '../core/query';

const OPERATORS: Readonly<Record<string, Filter['op']>> = {
  '=': 'in',
  '=|': 'in',
  '!=': 'notIn',
  '!=|': 'notIn',
  '≠': 'notIn',
};

/**
 * An operator as Grafana or the editor writes it, in our words. What we have none for, such as a regular expression,
 * goes to the backend as it is, which refuses it by name: a filter that does nothing would mislead.
 */
export function filterOperator(written: string): Filter['op'] {
  return OPERATORS[written] ?? (written as Filter['op']);
}
