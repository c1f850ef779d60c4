/** Conditions in words, as Markdown. */
import { columns, derivedColumns } from '../../src/core/log';
import type { Leaf, OperatorName, Predicate } from '../../src/core/predicate';
import { code, list } from './markdown';

type Words = string | { readonly how: 'all' | 'any' | 'none' | 'notAll'; readonly parts: readonly Words[] };

/** In one line, for short conditions. */
export function inLine(predicate: Predicate): string {
  return line(wordsOf(predicate));
}

/** As nested lists, for conditions that are read step by step. */
export function asList(predicate: Predicate): string {
  return steps(wordsOf(predicate));
}

function line(words: Words): string {
  if (typeof words === 'string') {
    return words;
  }
  const inner = words.parts.map((part) =>
    typeof part === 'string' || !['all', 'any'].includes(part.how) ? line(part) : `(${line(part)})`,
  );
  switch (words.how) {
    case 'all':
      return inner.join(' and ');
    case 'any':
      return inner.join(' or ');
    case 'none':
      return `not (${inner.join(' or ')})`;
    case 'notAll':
      return `not (${inner.join(' and ')})`;
  }
}

const heads = {
  all: 'all of these hold:',
  any: 'at least one of these holds:',
  none: 'none of these holds:',
  notAll: 'not all of these hold:',
} as const;

function steps(words: Words): string {
  return typeof words === 'string' ? words : `${heads[words.how]}\n\n${list(words.parts.map(steps))}`;
}

function wordsOf(predicate: Predicate): Words {
  if ('all' in predicate) {
    return joined('all', predicate.all.map(wordsOf));
  }
  if ('any' in predicate) {
    return joined('any', anyOf(predicate.any));
  }
  if (!('not' in predicate)) {
    return leafWords(predicate);
  }
  const { not } = predicate;
  if ('not' in not) {
    return wordsOf(not.not);
  }
  if ('any' in not) {
    const [only, ...others] = not.any;
    return only && others.length === 0 ? wordsOf({ not: only }) : { how: 'none', parts: anyOf(not.any) };
  }
  return 'all' in not ? { how: 'notAll', parts: not.all.map(wordsOf) } : negatedWords(not);
}

function joined(how: 'all' | 'any', parts: readonly Words[]): Words {
  const [only, ...others] = parts;
  return only !== undefined && others.length === 0 ? only : { how, parts };
}

/** Values that one column is compared with in the same way read better as one list of them. */
function anyOf(predicates: readonly Predicate[]): readonly Words[] {
  const flat = predicates.flatMap((part) => ('any' in part ? part.any : [part]));
  const values = new Map<string, (string | number)[]>();
  for (const part of flat.filter(isListable)) {
    values.set(keyOf(part), [...(values.get(keyOf(part)) ?? []), part.value]);
  }
  const first = (part: Predicate, i: number) =>
    !isListable(part) || flat.findIndex((one) => isListable(one) && keyOf(one) === keyOf(part)) === i;
  return flat
    .filter(first)
    .map((part) =>
      isListable(part)
        ? `${code(part.column)} ${part.op === 'equals' ? 'is' : searchWords[part.op]} ${listed(values.get(keyOf(part)) ?? [])}`
        : wordsOf(part),
    );
}

const searchWords = {
  equalsIgnoreCase: 'is, in any case,',
  contains: 'contains exactly',
  containsIgnoreCase: 'contains, in any case,',
  startsWith: 'begins with exactly',
  startsWithIgnoreCase: 'begins, in any case, with',
  endsWith: 'ends with exactly',
  endsWithIgnoreCase: 'ends, in any case, with',
} as const satisfies Partial<Record<OperatorName, string>>;

const negatedSearchWords: Readonly<Record<keyof typeof searchWords, string>> = {
  equalsIgnoreCase: 'is not, in any case,',
  contains: 'does not contain exactly',
  containsIgnoreCase: 'does not contain, in any case,',
  startsWith: 'does not begin with exactly',
  startsWithIgnoreCase: 'does not begin, in any case, with',
  endsWith: 'does not end with exactly',
  endsWithIgnoreCase: 'does not end, in any case, with',
};

type Search = Extract<Leaf, { op: keyof typeof searchWords }>;
const isSearch = (predicate: Predicate): predicate is Search =>
  'op' in predicate && Object.hasOwn(searchWords, predicate.op);

type Listable = Search | Extract<Leaf, { op: 'equals'; value: string | number }>;
const isListable = (predicate: Predicate): predicate is Listable =>
  isSearch(predicate) ||
  ('op' in predicate && predicate.op === 'equals' && typeof predicate.value !== 'boolean');
const keyOf = ({ column, op }: Listable) => `${column} ${op}`;

/** `a`, `b` or `c`. */
function listed(values: readonly (string | number)[]): string {
  const named = values.map((value) =>
    typeof value === 'number' ? String(value) : value === '' ? 'empty' : code(value),
  );
  return [named.slice(0, -1).join(', '), ...named.slice(-1)].filter((part) => part !== '').join(' or ');
}

function leafWords(leaf: Leaf): string {
  return `${code(leaf.column)} ${said(leaf, 'is', '')}`;
}

/** A comparison that does not hold: for numbers also where there is none to compare. */
function negatedWords(leaf: Leaf): string {
  const isNumber = numeric.has(leaf.column) && leaf.op !== 'isPresent';
  return `${code(leaf.column)} ${said(leaf, 'is not', isNumber ? ', or is missing' : '')}`;
}

const typed = [...columns, ...derivedColumns];
const numeric = new Set<string>(
  typed.filter(({ type }) => ['int', 'long'].includes(type)).map(({ name }) => name),
);
const inMilliseconds = new Set<string>(columns.filter((column) => 'unit' in column).map(({ name }) => name));

function said(leaf: Leaf, is: 'is' | 'is not', also: string): string {
  if (isSearch(leaf)) {
    return `${(is === 'is' ? searchWords : negatedSearchWords)[leaf.op]} ${code(leaf.value)}`;
  }
  const unit = inMilliseconds.has(leaf.column) ? ' ms' : '';
  const amount = (value: number) => (unit === '' ? String(value) : `${value.toLocaleString('en')}${unit}`);
  switch (leaf.op) {
    case 'equals':
      return `${is} ${typeof leaf.value === 'string' ? listed([leaf.value]) : String(leaf.value)}${also}`;
    case 'oneOf':
      return `${is} ${listed(leaf.value)}`;
    case 'oneOfIgnoreCase':
      return `${is}, in any case, ${listed(leaf.value)}`;
    case 'isPresent':
      return leaf.value === (is === 'is') ? 'has a value' : 'has no value';
    case 'atLeast':
      return `${is} ${amount(leaf.value)} or more${also}`;
    case 'atMost':
      return `${is} ${amount(leaf.value)} or less${also}`;
    case 'between': {
      const [low, high] = leaf.value;
      const from = low.toLocaleString('en', { useGrouping: unit !== '' });
      return `${is} ${from} to ${amount(high)}${also}`;
    }
    case 'sameAs':
      return `${is} the same as ${code(leaf.value)}${also}`;
  }
}
