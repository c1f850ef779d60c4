/** No value leaves its literal, in whichever place of a query and of either language; and no name of a file does. */
import { rowWith } from '../../src/core/log';
import { toKql, toSql, type GroupPlan, type PlanPredicate } from '../../src/core/plan';
import { operators, type OperatorName } from '../../src/core/predicate';
import { builtinScenarios } from '../../src/core/scenarios/builtin';
import { builtinCatalogue, catalogueOf } from '../../src/core/scenarios';
import { observedRange, observedRows, recordOf, resourceTable } from '../support/gateway-records';
import { literalValue, tokensOf } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { kqlTable } from './support/kql-tables';
import { LogFolder } from './support/log-folder';
import { contextOf, hostileValues, plansOf } from './support/queries';

jest.setTimeout(600_000);

const HARMLESS = 'harmless';
const { signal } = new AbortController();
const textual = (Object.keys(operators) as OperatorName[]).filter((name) =>
  ['text', 'texts', 'scalar'].includes(operators[name].operand),
);

/** A plan with the value in every place that takes a text: filters, every operator, and a measure's condition. */
function planWith(value: string): GroupPlan {
  const leaf = (op: OperatorName) =>
    ({
      column: 'OperationId',
      op,
      value: operators[op].operand === 'texts' ? [value, value] : value,
    }) as PlanPredicate;
  return {
    gives: 'groups',
    range: contextOf(observedRange).range,
    where: [...textual.map(leaf), { column: 'Scenario', op: 'oneOf', value: [value] }],
    stepMs: null,
    dimensions: ['operation', 'scenario'],
    measures: [{ measure: 'count', as: 'Count', where: leaf('contains') }],
    sample: false,
    limit: 10,
  };
}

/** A catalogue whose one scenario has the value for its name. */
function catalogueWith(id: string) {
  const when = { column: 'ResponseCode', op: 'equals', value: 500 } as const;
  return catalogueOf([
    { ...builtinScenarios[0]!, id, match: [{ at: 'status', basis: 'status', confidence: 'low', when }] },
  ]);
}

const places = (value: string, text: string) => text.split(value).length - 1;

describe.each(hostileValues.map((value) => [value]))('%j', (value) => {
  it('stays in its literals of KQL, as Microsoft’s lexer reads them', () => {
    const harmless = tokensOf(toKql(planWith(HARMLESS), catalogueWith(HARMLESS)));
    const hostile = tokensOf(toKql(planWith(value), catalogueWith(value)));
    expect(hostile).toHaveLength(harmless.length);
    let literals = 0;
    hostile.forEach((token, i) => {
      const usual = harmless[i]!;
      if (usual.Text.startsWith('"') && usual.Text.includes(HARMLESS)) {
        literals++;
        expect(literalValue(token.Text)).toBe(literalValue(usual.Text).replaceAll(HARMLESS, value));
      } else {
        expect(token).toEqual(usual);
      }
    });
    expect(literals).toBe(places(HARMLESS, toKql(planWith(HARMLESS), catalogueWith(HARMLESS))));
  });

  it('stays in its literals of SQL, as DuckDB parses them', async () => {
    // Of ASCII the query has the lower case itself, and asks the engine for that of other texts.
    const usual = /^[\0-\x7f]*$/.test(value) ? HARMLESS : `${HARMLESS}é`;
    const harmless = await parsed(toSql(planWith(usual), catalogueWith(usual), 'logs'));
    const hostile = await parsed(toSql(planWith(value), catalogueWith(value), 'logs'));
    expect(hostile.texts).toHaveLength(harmless.texts.length);
    hostile.texts.forEach((text, i) => {
      const written = harmless.texts[i]!;
      expect([value, value.toLowerCase()].map((one) => written.replaceAll(usual, one))).toContain(text);
    });
    expect(hostile.shape).toBe(harmless.shape);
    expect(harmless.texts.filter((text) => text.includes(HARMLESS)).length).toBeGreaterThan(textual.length);
  });
});

let logs: LogFolder;

beforeAll(async () => {
  logs = await LogFolder.make();
});

afterAll(() => logs.dispose());

/** The engine's own tree of a statement: its texts, and all the rest without places in the source. */
async function parsed(sql: string): Promise<{ texts: string[]; shape: string }> {
  const [[json] = []] = await logs.engine.rows(
    `SELECT json_serialize_sql('${sql.replaceAll("'", "''")}')`,
    signal,
  );
  const tree = JSON.parse(String(json)) as { error: boolean };
  expect(tree.error).toBe(false);
  const texts: string[] = [];
  const shape = JSON.stringify(tree, (key, entry: unknown) => {
    if (key === 'value' && typeof entry === 'string') {
      texts.push(entry);
      return 'text';
    }
    return key === 'query_location' ? undefined : entry;
  });
  return { texts, shape };
}

describe('a filter for a hostile value finds its rows and no other', () => {
  const rows = hostileValues.map((value, i) =>
    rowWith({
      TimeGenerated: observedRange.from + i,
      CorrelationId: `row-${i}`,
      ResponseCode: 200,
      OperationId: value,
    }),
  );
  const plans = hostileValues.flatMap((value) =>
    plansOf({ kind: 'breakdown', by: 'operation', where: [{ dimension: 'operation', op: 'in', values: [value] }] }, observedRange).slice(1, 2),
  ); // prettier-ignore
  const expected = hostileValues.map((value) => [['', value, 1]]);

  it('in DuckDB', async () => {
    await logs.write('values.ndjson', rows.map((row) => JSON.stringify(recordOf(row, 'export'))).join('\n'));
    const source = logs.source('values.ndjson');
    const answers = await source.answers(plans, signal);
    expect(answers.map(({ table }) => table.rows)).toEqual(expected);
  });

  describeWith('kqlEngine', 'in KQL', (python) => {
    it('too', async () => {
      const engine = new KqlEngine(python);
      try {
        const { columns, rows: values } = resourceTable(rows);
        await engine.table('ApiManagementGatewayLogs', columns, values);
        const found = [];
        for (const plan of plans) {
          found.push(await kqlTable(engine, plan));
        }
        expect(found).toEqual(expected);
      } finally {
        engine.stop();
      }
    });
  });
});

it.each([
  ["o'b.ndjson"],
  ['a"b.ndjson'],
  ["'); DROP TABLE x; --.ndjson"],
  ['a;b.ndjson'],
  ['日本 語.ndjson'],
  ['a*b.ndjson'],
  ['a?b.ndjson'],
  ['[ax]b.ndjson'],
  ['{a,b}.ndjson'],
  ['a\\b.ndjson'],
  ['y=2026.ndjson'],
  ['%s.ndjson'],
])('a file named %s is read, and no other in its place', async (name) => {
  const folder = await LogFolder.make();
  try {
    await folder.write(name, JSON.stringify(recordOf(observedRows[0]!.row, 'export')));
    for (const other of ['aXb', 'ab', 'xb', 'a', 'b'].map((one) => `${one}.ndjson`)) {
      await folder.write(other, JSON.stringify(recordOf(observedRows[1]!.row, 'export')));
    }
    expect((await folder.meaning(name)).rows.map(({ CorrelationId }) => CorrelationId)).toEqual(['row-0']);
    expect((await folder.meaning('')).rows.map(({ CorrelationId }) => CorrelationId)).toEqual(['row-0', ...new Array<string>(5).fill('row-1')]);
  } finally {
    await folder.dispose();
  }
}); // prettier-ignore

it('the catalogue that is shipped has no name that needs quoting', () => {
  expect(builtinCatalogue.scenarios.filter(({ id }) => !/^[a-z0-9-]+$/.test(id))).toEqual([]);
});
