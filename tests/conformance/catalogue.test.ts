/** The whole catalogue means the same three times over: on observed rows, on rows by chance and on the demo data. */
import { demoRows } from '../../src/backend/sources/duckdb/demo/demo-rows';
import { columns, rowWith, type CanonicalRow } from '../../src/core/log';
import { holds } from '../../src/core/predicate';
import { builtinScenarios } from '../../src/core/scenarios/builtin';
import {
  builtinCatalogue,
  catalogueOf,
  classify,
  UNCLASSIFIED,
  type Catalogue,
} from '../../src/core/scenarios';
import { observedRange, observedRows, resourceTable } from '../support/gateway-records';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { catalogueRow } from './support/catalogue-rows';
import { LogFolder } from './support/log-folder';
import { fromDuckDb, inDuckDb, inKql, inTypeScript, type Meant } from './support/meanings';
import { chance, hostileRow, hostileTexts } from './support/random';

jest.setTimeout(600_000);

const by = chance(54);
const made = Array.from({ length: 2000 }, (_, i) => catalogueRow(i, by));
const hostile = Array.from({ length: 200 }, (_, i) => hostileRow(i, by));
const observed = observedRows.map(({ row }) => row);
/** So that rules on weaker evidence decide. */
const withoutReason = observed.map((row, i) =>
  rowWith({ ...row, LastErrorReason: '', CorrelationId: `without-reason-${i}` }),
);
const rows = [...observed, ...withoutReason, ...made, ...hostile];
const expected = inTypeScript(rows);

const { signal } = new AbortController();
const demoNow = Date.UTC(2026, 10, 1, 15);
const demoRange = { from: demoNow - 15 * 60_000, to: demoNow };

let logs: LogFolder;
let relation: string;
let demo: readonly CanonicalRow[];
let demoSql: string;

beforeAll(async () => {
  logs = await LogFolder.make();
  relation = await logs.relation('rows.ndjson', rows);
  ({ sql: demoSql } = await demoRows(() => demoNow).relation(demoRange, logs.engine, signal));
  const list = columns.map(({ name }) => `"${name}"`).join(', ');
  const found = await logs.engine.rows(`SELECT ${list} FROM ${demoSql}`, signal);
  demo = found.map((row) =>
    rowWith(Object.fromEntries(columns.map(({ name }, i) => [name, fromDuckDb(row[i])]))),
  );
});

afterAll(() => logs.dispose());

const count = (meant: readonly Meant[], name: string) =>
  meant.reduce<Record<string, number>>((counts, row) => {
    const value = String(row[name]);
    return { ...counts, [value]: (counts[value] ?? 0) + 1 };
  }, {});

it('the rows by chance meet every scenario, outcome, confidence and basis', () => {
  const meant = inTypeScript(made);
  const ids = ['none', ...builtinCatalogue.scenarios.map(({ id }) => id)];
  expect(Object.keys(count(meant, 'Scenario')).sort()).toEqual(ids.sort());
  expect(Math.min(...Object.values(count(meant, 'Outcome')))).toBeGreaterThan(100);
  expect(Object.keys(count(meant, 'Confidence')).sort()).toEqual(['', 'high', 'low', 'medium']);
  expect(Object.keys(count(meant, 'Basis')).sort()).toEqual([
    '', 'message', 'reason', 'reason+message', 'source', 'status', 'timing',
  ]); // prettier-ignore
});

/** Something in the row tells of an exchange with a backend, which took some time. */
const isBackendAsked = (
  row: Pick<CanonicalRow, 'BackendResponseCode' | 'BackendUrl' | 'DisconnectPhase' | 'LastErrorReason'>,
) =>
  Number(row.BackendResponseCode) > 0 ||
  row.BackendUrl !== '' ||
  row.DisconnectPhase === 'waiting' ||
  ['Timeout', 'BackendConnectionFailure'].includes(row.LastErrorReason);

describe.each([
  ['observed rows and rows by chance', () => rows],
  ['demo data', () => demo],
])('of %s', (_, all) => {
  it('each is a failure with a scenario or no failure without one', () => {
    for (const { Outcome, Scenario } of inTypeScript(all())) {
      expect(Scenario === 'none').toBe(Outcome === 'succeeded');
    }
  });

  it('backend, client, cache and gateway add up to the total, and none is negative', () => {
    const timed = all().filter(
      ({ TotalTime, BackendTime, ClientTime, CacheTime, ...row }) =>
        TotalTime !== null &&
        TotalTime >= 0 &&
        (BackendTime !== null || ((ClientTime ?? CacheTime) !== null && !isBackendAsked(row))),
    );
    expect(timed.length).toBeGreaterThan(100);
    for (const { TotalTime, BackendPart, ClientPart, CachePart, GatewayPart } of timed) {
      const parts = [BackendPart, ClientPart, CachePart, GatewayPart].map(Number);
      expect(parts.reduce((a, b) => a + b)).toBe(TotalTime);
      expect(Math.min(...parts)).toBeGreaterThanOrEqual(0);
    }
    for (const row of all().filter((one) => !timed.includes(one))) {
      expect([row.BackendPart, row.ClientPart, row.CachePart, row.GatewayPart]).toEqual([
        null,
        null,
        null,
        null,
      ]);
    }
  });
});

it('the demo data has failures of several scenarios, and successes', () => {
  const scenarios = count(inTypeScript(demo), 'Scenario');
  expect(scenarios.none).toBeGreaterThan(500);
  expect(Object.keys(scenarios).length).toBeGreaterThan(3);
});

describe('DuckDB', () => {
  it('means the same by observed rows and rows by chance', async () => {
    expect(await inDuckDb(logs.engine, relation)).toEqual(expected);
  });

  it('means the same by the demo data', async () => {
    expect(await inDuckDb(logs.engine, demoSql, builtinCatalogue, demoRange)).toEqual(inTypeScript(demo));
  });
});

describeWith('kqlEngine', 'KQL', (python) => {
  let engine: KqlEngine;

  beforeAll(() => {
    engine = new KqlEngine(python);
  });

  afterAll(() => engine.stop());

  const load = async (of: readonly CanonicalRow[]) => {
    const table = resourceTable(of);
    await engine.table('ApiManagementGatewayLogs', table.columns, table.rows);
  };

  it('means the same by observed rows and rows by chance', async () => {
    await load(rows);
    expect(await inKql(engine, ['resource'])).toEqual(expected);
  });

  it('means the same by the demo data', async () => {
    await load(demo);
    expect(await inKql(engine, ['resource'], builtinCatalogue, demoRange)).toEqual(inTypeScript(demo));
  });
});

describe('a catalogue of hostile texts', () => {
  const by54 = chance(7);
  const strange = Array.from({ length: 400 }, (_, i) => hostileRow(i, by54));
  const ops = ['equals', 'contains', 'containsIgnoreCase', 'startsWithIgnoreCase', 'endsWith'] as const;
  const columnsAsked = ['LastErrorReason', 'LastErrorMessage', 'LastErrorSource'] as const;
  const catalogue = catalogueOf(
    hostileTexts
      .filter((value) => value !== '')
      .map((value, i) => ({
        ...builtinScenarios[0]!,
        id: `hostile-${i}`,
        match: [
          {
            at: 'message',
            basis: 'message',
            confidence: 'low',
            when: { column: columnsAsked[i % 3]!, op: ops[i % 5]!, value },
          },
        ],
      })),
  );
  const meant = inTypeScript(strange, catalogue);

  it('matches rows by many of its texts', () => {
    expect(Object.keys(count(meant, 'Scenario')).length).toBeGreaterThan(30);
  });

  it('means the same in DuckDB', async () => {
    expect(await inDuckDb(logs.engine, await logs.relation('strange.ndjson', strange), catalogue)).toEqual(
      meant,
    );
  });

  describeWith('kqlEngine', 'and the same', (python) => {
    it('in KQL', async () => {
      const engine = new KqlEngine(python);
      try {
        const table = resourceTable(strange);
        await engine.table('ApiManagementGatewayLogs', table.columns, table.rows);
        expect(await inKql(engine, ['resource'], catalogue)).toEqual(meant);
      } finally {
        engine.stop();
      }
    });
  });
});

describe('a catalogue that differs is noticed', () => {
  const { rules } = builtinCatalogue;
  const gives = (i: number | undefined) => JSON.stringify(rules[i ?? -1]?.gives ?? UNCLASSIFIED);
  /** Of every failure the rules that match, first the one that decides. */
  const matching = rows
    .filter((row) => classify(row, builtinCatalogue).outcome !== 'succeeded')
    .map((row) => rules.flatMap(({ when }, i) => (holds(when, row) ? [i] : [])));
  const swapped = (i: number) =>
    rules.map((rule, j) => (j === i ? rules[i + 1]! : j === i + 1 ? rules[i]! : rule));

  it.each(rules.map(({ gives: { scenario, basis } }, i) => [`${i}: ${scenario} by ${basis}`, i] as const))(
    'without rule %s some row would be something else',
    (_, i) => {
      expect(matching.some(([first, second]) => first === i && gives(second) !== gives(i))).toBe(true);
    },
  );

  const competing = rules.flatMap((_, i) =>
    matching.some(([first, ...others]) => first === i && others.includes(i + 1) && gives(i + 1) !== gives(i))
      ? [i]
      : [],
  );
  const i = competing[0] ?? 0;

  it('rows meet neighbouring rules of different scenarios, so that their order is seen', () => {
    expect(competing.length).toBeGreaterThan(0);
  });

  const differing = (found: readonly Meant[]) =>
    found.filter((row, at) => JSON.stringify(row) !== JSON.stringify(expected[at])).length;

  const mutants: readonly [string, Catalogue['rules']][] = [
    ['two rules the other way round', swapped(i)],
    ['all rules the other way round', [...rules].reverse()],
    [
      'a rule that is negated',
      rules.map((rule, at) => (at === 3 ? { ...rule, when: { not: rule.when } } : rule)),
    ],
  ];

  it.each(mutants)('in DuckDB: %s', async (_, changed) => {
    const found = await inDuckDb(logs.engine, relation, { ...builtinCatalogue, rules: changed });
    expect(differing(found)).toBeGreaterThan(0);
    expect(found).toHaveLength(expected.length);
  });

  describeWith('kqlEngine', 'in KQL', (python) => {
    it('two rules the other way round', async () => {
      const engine = new KqlEngine(python);
      try {
        const table = resourceTable(rows);
        await engine.table('ApiManagementGatewayLogs', table.columns, table.rows);
        const found = await inKql(engine, ['resource'], { ...builtinCatalogue, rules: swapped(i) });
        expect(differing(found)).toBeGreaterThan(0);
        expect(found).toHaveLength(expected.length);
      } finally {
        engine.stop();
      }
    });
  });
});
