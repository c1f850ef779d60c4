/** What Grafana makes of `$` in provisioned values: `$NAME` and `${NAME}` are environment variables, `$$` is a dollar. */
import { GatewaylensError } from '../../core/errors';
import { asWarning, found, isObject, type Finding } from './finding';
import type { Path } from './source-text';

const VARIABLE = /\$(?:(\w+)|\{(\w+)\}|__(?:env|file|vault)\{[^}]*\})/g;

/** Stands for what is not known: most settings that come from the environment are ids. */
const ANY_ID = '00000000-0000-0000-0000-000000000000';

export type Environment = Readonly<Record<string, string | undefined>>;

export interface Expanded {
  readonly value: unknown;
  /** Values that only the machine knows on which Grafana runs. */
  readonly unknown: readonly Path[];
}

/** All texts of a value as Grafana reads them. A variable that is not set here stays unknown. */
export function expanded(value: unknown, environment: Environment, path: Path = []): Expanded {
  if (typeof value === 'string') {
    return expandedText(value, environment, path);
  }
  const parts = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : undefined;
  if (!parts) {
    return { value, unknown: [] };
  }
  const inner = parts.map(([key, one]) => [key, expanded(one, environment, [...path, key])] as const);
  const values = inner.map(([key, { value: one }]) => [key, one] as const);
  return {
    value: Array.isArray(value) ? values.map(([, one]) => one) : Object.fromEntries(values),
    unknown: inner.flatMap(([, { unknown }]) => unknown),
  };
} // prettier-ignore

function expandedText(text: string, environment: Environment, path: Path): Expanded {
  let isKnown = true;
  const parts = text.split('$$').map((part) =>
    part.replace(VARIABLE, (whole, plain?: string, braced?: string) => {
      const set = environment[plain ?? braced ?? ''];
      isKnown &&= set !== undefined;
      return set ?? (whole === text ? ANY_ID : whole);
    }),
  );
  const joined = parts.join('$');
  return {
    value: parts.length === 1 && joined !== text ? typed(joined) : joined,
    unknown: isKnown ? [] : [path],
  };
}

/** A variable that looks like a number or a truth value becomes one. */
function typed(text: string): unknown {
  if (/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text)) {
    return Number(text);
  }
  return /^(true|false)$/i.test(text) ? text.toLowerCase() === 'true' : text;
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
