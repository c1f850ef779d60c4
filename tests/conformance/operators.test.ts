/** The truth tables of operators and conversions hold in the engines. In TypeScript they run beside their files. */
import { kqlBool, kqlNumber, kqlString } from '../../src/core/dialects/kql';
import { sqlBool, sqlNumber, sqlString } from '../../src/core/dialects/sql';
import { conversions } from '../../src/core/log';
import { operator, operators, type OperatorName } from '../../src/core/predicate';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { LogFolder } from './support/log-folder';
import { fromDuckDb } from './support/meanings';

jest.setTimeout(600_000);

const { signal } = new AbortController();
const names = Object.keys(operators) as OperatorName[];

/** A cell of an operator's truth table as text; what is missing has the type that the table's other cells have. */
function literal(
  value: unknown,
  isBool: boolean,
  words: {
    readonly string: (text: string) => string;
    readonly number: (number: number) => string;
    readonly bool: (truth: boolean) => string;
    readonly missing: readonly [number: string, bool: string];
  },
): string {
  switch (typeof value) {
    case 'string':
      return words.string(value);
    case 'number':
      return words.number(value);
    case 'boolean':
      return words.bool(value);
    default:
      return words.missing[Number(isBool)]!;
  }
}

const sqlWords = {
  string: sqlString,
  number: sqlNumber,
  bool: sqlBool,
  missing: ['NULL::INTEGER', 'NULL::BOOLEAN'],
} as const;
const kqlWords = {
  string: kqlString,
  number: kqlNumber,
  bool: kqlBool,
  missing: ['int(null)', 'bool(null)'],
} as const;

/** The tests of an operator's truth table, and what is expected. */
function testsOf(name: OperatorName, words: Parameters<typeof literal>[2], meaning: 'toKql' | 'toSql') {
  const { truthTable, operand, [meaning]: print } = operator(name);
  return {
    expected: truthTable.map(([, , truth]) => truth),
    tests: truthTable.map(([cell, value]) => {
      const isBool = operand === 'scalar' && typeof value === 'boolean';
      const other = operand === 'column' ? literal(value, isBool, words) : value;
      return print(literal(cell, isBool, words), other as never);
    }),
  };
}

describe('DuckDB', () => {
  let logs: LogFolder;

  beforeAll(async () => {
    logs = await LogFolder.make();
  });

  afterAll(() => logs.dispose());

  it.each(names)('operator %s', async (name) => {
    const { tests, expected } = testsOf(name, sqlWords, 'toSql');
    const [found] = await logs.engine.rows(`SELECT ${tests.join(', ')}`, signal);
    expect(found).toEqual(expected);
  });

  it.each(Object.entries(conversions))('conversion to %s', async (_, { sql, truthTable }) => {
    const texts = truthTable.map(([text]) => `${sql(`CAST(${sqlString(text)} AS VARCHAR)`)}`);
    const [found = []] = await logs.engine.rows(`SELECT ${texts.join(', ')}`, signal);
    expect(found.map(fromDuckDb)).toEqual(truthTable.map(([, value]) => value));
    const [[missing] = []] = await logs.engine.rows(`SELECT ${sql('CAST(NULL AS VARCHAR)')}`, signal);
    expect(missing).toBe(truthTable.some(([, value]) => typeof value === 'string') ? '' : null);
  });
});

describeWith('kqlEngine', 'KQL', (python) => {
  let engine: KqlEngine;

  beforeAll(() => {
    engine = new KqlEngine(python);
  });

  afterAll(() => engine.stop());

  it.each(names)('operator %s', async (name) => {
    const { tests, expected } = testsOf(name, kqlWords, 'toKql');
    const printed = tests.map((test, i) => `t${i} = iff(${test}, 1, 0)`);
    const { rows } = await engine.query(`print ${printed.join(', ')}`);
    expect(rows[0]?.map(Boolean)).toEqual(expected);
  });
});
