/** Hand-written KQL with its macros and variables replaced. */
import { closest } from '../../closest';
import { GatewaylensError } from '../../errors';
import { lexemesOf, type Lexeme } from './lexemes';
import { isKnownMacro, macroKql, macros, takesArguments, type Argument, type MacroContext } from './macros';
import { filledText, isMacro, literalsOf, variableOf, type Variables } from './variables';

type Reference = Extract<Lexeme, { kind: 'reference' }>;

/** How references are replaced. */
interface Replacing {
  readonly variables: Variables;
  /** @throws GatewaylensError for a macro that there is not */
  readonly macro: (reference: Reference, args: readonly Argument[]) => string;
}

export interface Expanded {
  readonly kql: string;
  /** Names of the macros that it uses. */
  readonly used: ReadonlySet<string>;
}

/** @throws GatewaylensError for a text, a macro or a variable that cannot be read */
export function expanded(text: string, variables: Variables, context: MacroContext): Expanded {
  const used = new Set<string>();
  const macro: Replacing['macro'] = ({ name, format }, args) => {
    if (!isKnownMacro(name)) {
      throw unknownMacro(name);
    }
    if (format !== '') {
      throw new GatewaylensError('kql-macro-arguments', { macro: `$${name}`, usage: macros[name].usage });
    }
    used.add(name);
    return macroKql(name, context, args);
  };
  return { kql: replaced(lexemesOf(text), { variables, macro }), used };
}

/** Whether a text that can be read uses this macro. */
export const usesMacro = (text: string, macro: keyof typeof macros) =>
  lexemesOf(text).some((lexeme) => lexeme.kind === 'reference' && lexeme.name === macro);

/**
 * The text with the values of its variables written into it, and its macros as they are: for an editor that knows no
 * variables, such as Explore’s.
 */
export function withVariables(text: string, variables: Variables): string {
  const macro: Replacing['macro'] = ({ text: written, name }, args) =>
    isKnownMacro(name) && takesArguments(name) && args.length > 0
      ? `${written}(${args.map(({ kql }) => kql).join(', ')})`
      : written;
  return replaced(lexemesOf(text), { variables, macro });
}

function unknownMacro(name: string): GatewaylensError {
  const known = Object.keys(macros);
  const meant = closest(name, known);
  return new GatewaylensError('kql-macro-unknown', {
    macro: `$${name}`,
    closest: meant === undefined ? '' : `; “$${meant}” is probably meant`,
    macros: known.map((one) => `$${one}`).join(', '),
  });
}

function replaced(lexemes: readonly Lexeme[], replacing: Replacing): string {
  let kql = '';
  for (let at = 0; at < lexemes.length;) {
    const [piece, next] = replacedAt(lexemes, at, replacing);
    kql += piece;
    at = next;
  }
  return kql;
}

/** @returns what stands for the lexeme, and where the next one is */
function replacedAt(lexemes: readonly Lexeme[], at: number, replacing: Replacing): readonly [string, number] {
  const lexeme = lexemes[at]!;
  switch (lexeme.kind) {
    case 'quoted':
    case 'verbatim':
      return [filledText(lexeme, replacing.variables), at + 1];
    case 'reference':
      return isMacro(lexeme.name) && !Object.hasOwn(replacing.variables, lexeme.name)
        ? macroAt(lexemes, at, lexeme, replacing)
        : [literalsOf(lexeme, replacing.variables), at + 1];
    default:
      return [lexeme.text, at + 1];
  }
}

function macroAt(
  lexemes: readonly Lexeme[],
  at: number,
  reference: Reference,
  replacing: Replacing,
): readonly [string, number] {
  const open = lexemes[at + 1]?.text === '(' ? at + 1 : undefined;
  const close = open === undefined ? undefined : closing(lexemes, open);
  if (open === undefined || close === undefined) {
    return [replacing.macro(reference, []), at + 1];
  }
  const args = argumentsIn(lexemes.slice(open + 1, close), replacing);
  return [replacing.macro(reference, args), close + 1];
}

/** The parenthesis that closes this one. */
function closing(lexemes: readonly Lexeme[], open: number): number | undefined {
  let depth = 0;
  for (let at = open; at < lexemes.length; at++) {
    const { kind, text } = lexemes[at]!;
    depth += kind === 'mark' ? Number(text === '(') - Number(text === ')') : 0;
    if (depth === 0) {
      return at;
    }
  }
  return undefined;
}

function argumentsIn(lexemes: readonly Lexeme[], replacing: Replacing): readonly Argument[] {
  const parts: Lexeme[][] = [[]];
  let depth = 0;
  for (const lexeme of lexemes) {
    const isMark = lexeme.kind === 'mark';
    depth += isMark ? Number(lexeme.text === '(') - Number(lexeme.text === ')') : 0;
    if (isMark && lexeme.text === ',' && depth === 0) {
      parts.push([]);
    } else {
      parts.at(-1)!.push(lexeme);
    }
  }
  const args = parts.map((part) => ({
    kql: replaced(part, replacing).trim(),
    isAll: part.some((one) => isAll(one, replacing)),
  }));
  return args.length === 1 && args[0]!.kql === '' ? [] : args;
}

const isAll = (lexeme: Lexeme, { variables }: Replacing) =>
  lexeme.kind === 'reference' && !isMacro(lexeme.name) && variableOf(lexeme, variables).all === true;
