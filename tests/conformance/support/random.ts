/** Rows and predicates by chance, the same at every run. */
import { columns, derivedColumns, rowWith, type CanonicalRow, type Column } from '../../../src/core/log';
import { operators, type OperatorName, type Predicate } from '../../../src/core/predicate';
import { observedRange } from '../../support/gateway-records';

export interface Chance {
  /** A whole number from 0, below this. */
  readonly below: (limit: number) => number;
  readonly of: <T>(list: readonly T[]) => T;
}

/** Mulberry32. */
export function chance(seed: number): Chance {
  let state = seed;
  const below = (limit: number) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  return { below, of: (list) => list[below(list.length)]! };
}

/** Texts that would leave a badly quoted literal, or mean something to a pattern; letters that only fold in ASCII. */
export const hostileTexts: readonly string[] = [
  '', ' ', 'Timeout', 'timeout', 'TIMEOUT', 'out', 'Time', "o'b", "''", "'; DROP TABLE x; --", 'a"b', '""', '"; drop',
  '\\', '\\"', "\\'", 'x\\', '\\n', '|', '| take 0', '//', '// x', '/* x', '--', 'line\nbreak', '\r\n', '\r', 'tab\t',
  '日本', '日本 timeout', 'é', '🙂', '%', '_', '%_', '*', '[a]', '.', '(', ')', '{0}', '$1', '${x}', ';', ',', '0', 'null;', 'true',
  'x'.repeat(3000), `${'y'.repeat(3000)}Timeout`,
]; // prettier-ignore

/** Of these many are equal, or would be but for their case, and many are parts of others. */
const words = ['Timeout', 'timeout', 'TIMEOUT', 'Time', 'out', 'OUT', ' ', ''];

function text(by: Chance, texts: readonly string[]): string {
  return by.below(3) === 0 ? by.of(words) + by.of(words) : by.of(texts);
}

/** Only DuckDB can hold it in the text of a query. */
export const NUL = 'a\0b';

const numbers = [
  null,
  0,
  1,
  -1,
  99,
  100,
  200,
  399,
  400,
  404,
  499,
  500,
  503,
  599,
  600,
  21_000,
  2_147_483_647,
  -2_147_483_648,
];
const longs = [...numbers, 2_147_483_648, Number.MAX_SAFE_INTEGER]; // prettier-ignore
const urls = [
  'https://Orders.Contoso.net:8443/v1?sig=x', 'http://[fe80::1]:80/', 'https://user:p@ss@h/x', 'https://h?x=https://o/', '/relative?x',
] as const; // prettier-ignore
const errors = [
  '',
  '[]',
  '[{"reason":"Timeout"},{}]',
  '[{"source":"x"}]',
  '[{"reason":7}]',
  '[{"reason":{"a":1}}]',
];
const resources = ['/subscriptions/s/resourcegroups/g/providers/p/service/NAME', '/a/b', '////////x/'];

function cell({ name, type }: Column, by: Chance): string | number | boolean | null {
  switch (type) {
    case 'string': {
      const special = name.endsWith('Url') ? urls : name === '_ResourceId' ? resources : undefined;
      return special && by.below(3) > 0 ? by.of<string>(special) : text(by, [...hostileTexts, NUL, '']);
    }
    case 'dynamic':
      return by.of(errors);
    case 'bool':
      return by.of([true, false, null]);
    case 'datetime':
      return observedRange.from;
    case 'int':
      return by.of(numbers);
    case 'long':
      return by.of(longs);
  }
}

export function hostileRow(number: number, by: Chance): CanonicalRow {
  const values = Object.fromEntries(columns.map((column) => [column.name, cell(column, by)]));
  return rowWith({
    ...values,
    TimeGenerated: observedRange.from + number,
    CorrelationId: `hostile-${String(number).padStart(4, '0')}`,
  });
}

const typed = [...columns, ...derivedColumns].map(({ name, type }) => ({ name, type: type as string }));
const names = Object.keys(operators) as OperatorName[];

/** A condition that the types allow. */
function leaf(by: Chance, texts: readonly string[]): Predicate {
  const op = by.of(names);
  const { columnTypes, operand } = operators[op];
  const fitting = typed.filter(({ type }) => (columnTypes as readonly string[]).includes(type));
  const { name: column, type } = by.of(fitting);
  const number = () => Number(by.of(longs) ?? 0);
  const scalar = () => (type === 'string' ? text(by, texts) : type === 'bool' ? by.below(2) === 0 : number());
  const values = {
    text: () => text(by, texts),
    texts: () => Array.from({ length: by.below(5) }, () => text(by, texts)),
    number,
    boolean: () => by.below(2) === 0,
    scalar,
    range: () => [number(), number()],
    column: () => by.of(fitting).name,
  };
  return { column, op, value: values[operand]() } as unknown as Predicate;
}

export function randomPredicate(by: Chance, texts: readonly string[], depth = 3): Predicate {
  // Of nothing now and then: all of no conditions hold, and any of none does not.
  const number = by.below(9) === 0 ? 0 : 1 + by.below(3);
  const parts = () => Array.from({ length: number }, () => randomPredicate(by, texts, depth - 1));
  switch (depth === 0 ? 3 : by.below(4)) {
    case 0:
      return { all: parts() };
    case 1:
      return { any: parts() };
    case 2:
      return { not: randomPredicate(by, texts, depth - 1) };
    default:
      return leaf(by, texts);
  }
}
