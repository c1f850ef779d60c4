/** Variables of a dashboard in KQL: each is written as a literal, and none leaves it. */
import { closest, probablyMeant } from '../../closest';
import { kqlString, kqlTextWithin } from '../../dialects/kql';
import { GatewaylensError } from '../../errors';
import { IN_TEXT, lexemesOf, type Lexeme } from './lexemes';

/** What a variable stands for. */
export interface Variable {
  readonly values: readonly string[];
  /** Whether “All” is chosen. */
  readonly all?: boolean | undefined;
}

/** Variables by name. */
export type Variables = Readonly<Record<string, Variable>>;

type Reference = Extract<Lexeme, { kind: 'reference' }>;

/** How a value is written, by the format after a variable’s name. */
export const formats = {
  number: { form: /^-?\d{1,15}(\.\d{1,15})?$/, write: (value: string) => (value.includes('.') ? `real(${value})` : value.startsWith('-') ? `long(${value})` : value) },
  timespan: { form: /^\d{1,9}(\.\d{1,9})?(d|h|m|s|ms)$/, write: (value: string) => value },
  column: { form: /^[^\r\n]{1,200}$/, write: (value: string) => `[${kqlString(value)}]` },
} as const; // prettier-ignore

/** What other data sources need for quotes, which is what is done anyway. */
const QUOTED = new Set(['', 'singlequote', 'doublequote']);

export const isMacro = (name: string) => name.startsWith('__');

/**
 * Names of the variables that a query uses, within texts too.
 * @returns none for a text that cannot be read, of which the backend says what is wrong
 */
export function variablesIn(text: string): readonly string[] {
  try {
    const names = lexemesOf(text).flatMap((lexeme) =>
      lexeme.kind === 'reference'
        ? [lexeme.name]
        : lexeme.kind === 'quoted' || lexeme.kind === 'verbatim'
          ? [...lexeme.text.matchAll(IN_TEXT)].map(([, plain, braced]) => plain ?? braced ?? '')
          : [],
    );
    return [...new Set(names)].filter((name) => !isMacro(name) || name.includes('.'));
  } catch {
    return [];
  }
}

/** @throws GatewaylensError for one that has no value */
export function variableOf({ name }: Pick<Reference, 'name'>, variables: Variables): Variable {
  if (!Object.hasOwn(variables, name)) {
    const meant = closest(name, Object.keys(variables));
    throw new GatewaylensError('kql-variable-unknown', {
      name,
      closest: probablyMeant(meant),
    });
  }
  return variables[name]!;
}

/**
 * A variable outside of texts: a literal, or several with commas between them.
 * @throws GatewaylensError for a value that its format does not allow
 */
export function literalsOf(reference: Reference, variables: Variables): string {
  const { values } = variableOf(reference, variables);
  const { name, format } = reference;
  // A variable that stands for nothing must not widen the query to everything.
  const given = values.length > 0 ? values : [''];
  if (QUOTED.has(format)) {
    return given.map(kqlString).join(', ');
  }
  if (!Object.hasOwn(formats, format)) {
    const problem = `there is no such format; known are ${Object.keys(formats).join(', ')}`;
    throw new GatewaylensError('kql-variable-format', { name, format, problem });
  }
  const { form, write } = formats[format as keyof typeof formats];
  const wrong = given.find((value) => !form.test(value));
  if (wrong !== undefined) {
    const problem = `its value “${wrong.slice(0, 60)}” is none`;
    throw new GatewaylensError('kql-variable-format', { name, format, problem });
  }
  return given.map(write).join(', ');
}

/**
 * A text with its variables filled in. Unknown names stay as they are: texts may hold patterns with a dollar.
 * @throws GatewaylensError where a variable cannot be escaped
 */
export function filledText({ kind, text }: Lexeme, variables: Variables): string {
  return text.replaceAll(IN_TEXT, (reference: string, plain?: string, braced?: string) => {
    const name = plain ?? braced ?? '';
    if (!Object.hasOwn(variables, name)) {
      return reference;
    }
    const { values } = variables[name]!;
    if (kind !== 'quoted' || values.length > 1) {
      const problem =
        kind === 'quoted' ? 'it has several values' : 'nothing can be escaped in a text of this form';
      throw new GatewaylensError('kql-variable-in-text', { name, problem });
    }
    return kqlTextWithin(values[0] ?? '');
  });
}
