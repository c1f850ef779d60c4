/** What Grafana makes of `$` in provisioned values: `$NAME` and `${NAME}` are environment variables, `$$` is a dollar. */
import { GatewaylensError } from '../../core/errors';
import { asWarning, found, isObject, type Finding } from './finding';
import type { Path } from './source-text';

const VARIABLE = /\$(?:__(?:env|file|vault)\{[^}]*\}|\w+|\{\w+\})/g;

/** Stands for what is not known: most settings that come from the environment are ids. */
const ANY_ID = '00000000-0000-0000-0000-000000000000';

export interface Expanded {
  readonly value: unknown;
  /** Values that only the machine knows on which Grafana runs. */
  readonly unknown: readonly Path[];
}

/**
 * All texts of a value as Grafana reads them. What comes from its environment stays unknown: this machine’s would make the
 * outcome depend on where it is checked, and could be told to whoever reads the issues.
 */
export function expanded(value: unknown, path: Path = []): Expanded {
  if (typeof value === 'string') {
    return expandedText(value, path);
  }
  const parts = Array.isArray(value)
    ? [...value.entries()]
    : isObject(value)
      ? Object.entries(value)
      : undefined;
  if (!parts) {
    return { value, unknown: [] };
  }
  const inner = parts.map(([key, one]) => [key, expanded(one, [...path, key])] as const);
  const values = inner.map(([key, { value: one }]) => [key, one] as const);
  return {
    value: Array.isArray(value) ? values.map(([, one]) => one) : Object.fromEntries(values),
    unknown: inner.flatMap(([, { unknown }]) => unknown),
  };
}

function expandedText(text: string, path: Path): Expanded {
  const parts = text.split('$$');
  const isKnown = parts.every((part) => part.search(VARIABLE) < 0);
  const isVariable = text.replace(VARIABLE, '') === '' && text !== '';
  return { value: isVariable ? ANY_ID : parts.join('$'), unknown: isKnown ? [] : [path] };
}

/** Texts for people in which a dollar is hardly meant to be a variable. */
export function dollarsIn(value: unknown, path: Path): readonly Finding[] {
  if (typeof value === 'string') {
    const [variable] = value.replaceAll('$$', '').match(VARIABLE) ?? [];
    const error = new GatewaylensError('dollar-expanded', { variable: variable ?? '' });
    return variable === undefined ? [] : [asWarning(found(path, error))];
  }
  const parts = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return parts.flatMap(([key, one]) => dollarsIn(one, [...path, key]));
}
