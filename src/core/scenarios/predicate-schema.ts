/** Conditions as teams write them, checked at the edge: which operator compares which columns with what. */
import * as z from 'zod';
import { closest } from '../closest';
import { exactly } from '../closest-schema';
import { columns, derivedColumns, type ColumnType } from '../log';
import { operators, type OperandKind, type OperatorName, type Predicate } from '../predicate';

const compared = [...columns, ...derivedColumns];

/** What operators take alike: texts, numbers or truth values. The others cannot be compared at all. */
const kinds = {
  TextColumn: { types: ['string'], words: 'texts' },
  NumberColumn: { types: ['int', 'long'], words: 'numbers' },
  TruthColumn: { types: ['bool'], words: 'truth values' },
} as const satisfies Record<string, { readonly types: readonly ColumnType[]; readonly words: string }>;
type Kind = keyof typeof kinds;
const allKinds = Object.keys(kinds) as readonly Kind[];

/** One definition for each kind, and one for those operators that take any. */
const columnSchemas = {
  TextColumn: columnsOfKinds('TextColumn', ['TextColumn']),
  NumberColumn: columnsOfKinds('NumberColumn', ['NumberColumn']),
  TruthColumn: columnsOfKinds('TruthColumn', ['TruthColumn']),
  AnyColumn: columnsOfKinds('AnyColumn', allKinds),
} as const;

function columnsOfKinds(id: string, some: readonly Kind[]) {
  const types: readonly string[] = some.flatMap((kind) => kinds[kind].types);
  const fitting = compared.filter(({ type }) => types.includes(type));
  const words = some.map((kind) => kinds[kind].words).join(' and ');
  return z
    .enum(
      fitting.map(({ name }) => name),
      { error: ({ input }) => columnProblem(input, words) },
    )
    .meta({
      id,
      description: `Column of the gateway log with ${words}.`,
      enumDescriptions: fitting.map(({ meaning }) => meaning),
    });
}

function columnProblem(input: unknown, words: string): string {
  const found = compared.find(({ name }) => name === input);
  if (input === undefined) {
    return 'the comparison names no column';
  }
  if (!found) {
    const meant =
      typeof input === 'string'
        ? closest(
            input,
            compared.map(({ name }) => name),
          )
        : undefined;
    const where = meant === undefined ? 'docs/columns.md lists them' : `“${meant}” is probably meant`;
    return `there is no column ${JSON.stringify(input)} here; ${where}`;
  }
  const kind = allKinds.find((one) => (kinds[one].types as readonly string[]).includes(found.type));
  return `${found.name} holds ${kind ? kinds[kind].words : 'what cannot be compared'}; here ${words} are compared`;
}

/** What an operator means, for editors and pages. */
export const operatorMeanings: Readonly<Record<OperatorName, string>> = {
  equals: 'The same text (case matters), number or truth value.',
  equalsIgnoreCase: 'The same text, whatever the case of A to Z.',
  oneOf: 'The same text as one of the list; case matters.',
  oneOfIgnoreCase: 'The same text as one of the list, whatever the case of A to Z.',
  contains: 'The text occurs anywhere; case matters.',
  containsIgnoreCase: 'The text occurs anywhere, whatever the case of A to Z.',
  startsWith: 'The text stands at the beginning; case matters.',
  startsWithIgnoreCase: 'The text stands at the beginning, whatever the case of A to Z.',
  endsWith: 'The text stands at the end; case matters.',
  endsWithIgnoreCase: 'The text stands at the end, whatever the case of A to Z.',
  isPresent: 'There is a value: true; there is none, or an empty text: false.',
  atLeast: 'This number or more; a missing number never is.',
  atMost: 'This number or less; a missing number never is.',
  between: 'From the first number to the second, both included; a missing number never is.',
  sameAs: 'The same number as another column; two missing ones are not the same.',
};

const text = z.string().max(1000, 'a text has at most 1,000 characters');
const number = z.int('a whole number is expected');
const truth = z.boolean();

const operands = {
  text: text.min(1, 'an empty text is found everywhere; isPresent tells whether there is one'),
  texts: z.array(text).min(1, 'of none, nothing is one').max(200),
  number,
  boolean: truth,
  range: z
    .tuple([number, number])
    .refine(([low, high]) => low <= high, 'the first number is larger than the second'),
  column: columnSchemas.NumberColumn,
} as const satisfies Record<Exclude<OperandKind, 'scalar'>, z.ZodType>;

const scalars = { TextColumn: text, NumberColumn: number, TruthColumn: truth } as const;

function comparison(op: OperatorName) {
  const { operand, columnTypes } = operators[op];
  const name = z.literal(op).describe(operatorMeanings[op]);
  const types: readonly ColumnType[] = columnTypes;
  const fitting = allKinds.filter((kind) => kinds[kind].types.some((type) => types.includes(type)));
  const leaf = (column: keyof typeof columnSchemas, value: z.ZodType) =>
    exactly({ column: columnSchemas[column], op: name, value });
  if (operand !== 'scalar') {
    const [only, ...others] = fitting;
    return leaf(only === undefined || others.length > 0 ? 'AnyColumn' : only, operands[operand]);
  }
  return z.discriminatedUnion(
    'column',
    [
      leaf('TextColumn', scalars.TextColumn),
      leaf('NumberColumn', scalars.NumberColumn),
      leaf('TruthColumn', scalars.TruthColumn),
    ],
    {
      error: (issue) =>
        unionProblem(issue, 'column', (given) => columnProblem(given, 'texts, numbers and truth values')),
    },
  );
}

/** What is wrong with the field that tells the members of a union apart; other problems keep their words. */
function unionProblem(
  { input, code }: { readonly input?: unknown; readonly code?: string },
  field: string,
  say: (given: unknown) => string,
): string | undefined {
  return code === 'invalid_union' && typeof input === 'object' && input !== null
    ? say((input as Readonly<Record<string, unknown>>)[field])
    : undefined;
}

const names = Object.keys(operators) as [OperatorName, ...OperatorName[]];
const operatorsAre = `operators are ${names.join(', ')}`;

function meantOperator(given: unknown): string | undefined {
  const meant = typeof given === 'string' ? closest(given, names) : undefined;
  return meant && `“${meant}” is probably meant`;
}

const [first, ...others] = names.map(comparison);

const leaf = z.discriminatedUnion('op', [first as NonNullable<typeof first>, ...others], {
  error: (issue) =>
    unionProblem(issue, 'op', (given) =>
      given === undefined
        ? `a condition is all, any, not, or a comparison of column, op and value; ${operatorsAre}`
        : `there is no operator ${JSON.stringify(given)}; ${meantOperator(given) ?? operatorsAre}`,
    ),
});

/** Checked all the way down; the generic definition above is too wide for the compiler to see that it fits the type. */
export const predicateSchema = z
  .union([
    leaf,
    exactly({
      get all() {
        return several('All of these hold.');
      },
    }),
    exactly({
      get any() {
        return several('At least one of these holds.');
      },
    }),
    exactly({
      get not() {
        return nested();
      },
    }),
  ])
  .meta({
    id: 'Condition',
    description:
      'A condition on one row of the gateway log: a comparison of a column, or all, any or not over other conditions.',
  }) as unknown as z.ZodType<Predicate>;

/** Which member of the union above the author meant: its problems are the ones to tell. */
export function meantForm(condition: unknown): number {
  const form = ['all', 'any', 'not'].findIndex(
    (word) => typeof condition === 'object' && condition !== null && word in condition,
  );
  return form + 1;
}

function several(meaning: string): z.ZodType {
  return z.array(nested()).min(1, 'at least one condition is needed').max(100).describe(meaning);
}

function nested(): z.ZodType {
  return predicateSchema;
}
