/**
 * The three meanings agree: TypeScript row by row, SQL run by DuckDB, KQL run by an engine that nobody here wrote.
 */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Engine } from '../../src/backend/sources/duckdb/engine';
import { fileRows } from '../../src/backend/sources/duckdb/files/file-rows';
import { kqlBool, kqlNumber, kqlString } from '../../src/core/dialects/kql';
import { sqlBool, sqlNumber, sqlString } from '../../src/core/dialects/sql';
import { canonicalRow, type Shape } from '../../src/core/log';
import { classifiedKql } from '../../src/core/plan/to-kql';
import { classifiedSql } from '../../src/core/plan/to-sql';
import { operators, type Cell } from '../../src/core/predicate';
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import { kqlColumns, kqlRow, observedRange, observedRows, recordOf } from '../support/gateway-records';
import { analyse } from '../support/kql-analyser';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';

const { signal } = new AbortController();
const classification = ['Outcome', 'Scenario', 'Family', 'Confidence', 'Basis'] as const;
const reads = ['CorrelationId', ...classification] as const;
const expectedRows = observedRows.map(({ row }) => {
  const { outcome, scenario, family, confidence, basis } = classify(row, builtinCatalogue);
  return [row.CorrelationId, outcome, scenario, family, confidence, basis];
});
const sorted = (rows: readonly (readonly unknown[])[]) => rows.map((row) => row.map(String)).sort();

describe('TypeScript', () => {
  it.each(observedRows.map((observed) => [observed.title, observed] as const))(
    '%s',
    (_, { row, expected }) => {
      expect(classify(row, builtinCatalogue).scenario).toBe(expected);
    },
  );

  it.each(['resource', 'export'] as const)('reads the shape %s alike', (shape) => {
    const rows = observedRows.map(({ row }) =>
      canonicalRow(JSON.parse(JSON.stringify(recordOf(row, shape)))),
    );
    expect(rows).toEqual(observedRows.map(({ row }) => row));
  });
});

describe('DuckDB', () => {
  let folder: string;
  let engine: Engine;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'gatewaylens-test-'));
    engine = new Engine([folder], folder);
  });

  afterAll(async () => {
    await engine.dispose();
    await rm(folder, { recursive: true });
  });

  it.each(['resource', 'export'] as const)(
    'classifies the shape %s like TypeScript',
    async (shape: Shape) => {
      const file = `${shape}.ndjson`;
      const lines = observedRows.map(({ row }) => JSON.stringify(recordOf(row, shape)));
      await writeFile(path.join(folder, file), lines.join('\n'));
      const rows = await fileRows(folder, file);
      const { sql } = await rows.relation(observedRange, engine, signal);
      const query = classifiedSql({ range: observedRange, where: [] }, reads, builtinCatalogue, sql);
      const found = await engine.rows(
        `${query} SELECT ${reads.map((name) => `"${name}"`).join(', ')} FROM classified`,
        signal,
      );
      expect(sorted(found)).toEqual(sorted(expectedRows));
    },
  );

  it.each(Object.entries(operators))('operator %s', async (_, { toSql, truthTable, operand }) => {
    const literal = (value: unknown) =>
      typeof value === 'string'
        ? sqlString(value)
        : typeof value === 'number'
          ? sqlNumber(value)
          : typeof value === 'boolean'
            ? sqlBool(value)
            : 'NULL::INTEGER';
    const tests = truthTable.map(([cell, value]) =>
      toSql(literal(cell), operand === 'column' ? literal(value) : value!),
    );
    const [found] = await engine.rows(`SELECT ${tests.join(', ')}`, signal);
    expect(found).toEqual(truthTable.map(([, , expected]) => expected));
  });
});

describeWith('kqlEngine', 'KQL', (python) => {
  let engine: KqlEngine;

  beforeAll(async () => {
    engine = new KqlEngine(python);
    await engine.table(
      'ApiManagementGatewayLogs',
      kqlColumns,
      observedRows.map(({ row }) => kqlRow(row)),
    );
  });

  afterAll(() => engine.stop());

  it('classifies like TypeScript', async () => {
    const lines = classifiedKql({ range: observedRange, where: [] }, reads, builtinCatalogue);
    const query = [...lines, `| project ${reads.join(', ')}`].join('\n');
    expect(analyse(query, { ApiManagementGatewayLogs: kqlColumns })).toEqual([]);
    expect(sorted((await engine.query(query)).rows)).toEqual(sorted(expectedRows));
  });

  it.each(Object.entries(operators))('operator %s', async (_, { toKql, truthTable, operand }) => {
    const literal = (value: Cell | unknown) =>
      typeof value === 'string'
        ? kqlString(value)
        : typeof value === 'number'
          ? kqlNumber(value)
          : typeof value === 'boolean'
            ? kqlBool(value)
            : typeof truthTable[0]?.[0] === 'boolean'
              ? 'bool(null)'
              : 'int(null)';
    const tests = truthTable.map(([cell, value], i) => {
      const other = operand === 'column' ? literal(value) : value!;
      return `t${i} = iff(${toKql(literal(cell), other)}, 1, 0)`;
    });
    const { rows } = await engine.query(`print ${tests.join(', ')}`);
    expect(rows[0]?.map(Boolean)).toEqual(truthTable.map(([, , expected]) => expected));
  });
});

it('has every row of the collection of observed rows', () => {
  const numbers = (prefix: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, i) => `${prefix}-${from + i}`);
  const all = [...numbers('A', 1, 54), ...numbers('B', 7, 16)];
  const found = new Set(observedRows.map(({ title }) => title.split(' ')[0]));
  expect(all.filter((number) => !found.has(number))).toEqual([]);
});

it('has rows of every scenario and outcome', () => {
  expect(new Set(observedRows.map(({ expected }) => expected))).toEqual(
    new Set(['none', ...builtinCatalogue.scenarios.map(({ id }) => id)]),
  );
  expect(new Set(expectedRows.map(([, outcome]) => outcome))).toEqual(
    new Set(['failed', 'masked', 'succeeded']),
  );
});
