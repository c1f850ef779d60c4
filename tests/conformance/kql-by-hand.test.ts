/**
 * Queries written in KQL by hand: as Microsoft's analyser sees them, through HTTPS and executed KQL, and held against what
 * the catalogue says of each row.
 */
import { queryData } from '../../src/backend/handlers/query-data';
import { asGatewaylensError } from '../../src/core/errors';
import type { Frame } from '../../src/core/frames';
import { rowWith, type CanonicalRow, type GatewayTable } from '../../src/core/log';
import { classifiedColumns, macros, writtenKql, type Variables, type WrittenPlan } from '../../src/core/plan';
import { queryTypes, type QueryOf } from '../../src/core/query';
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import { FakeWorkspace, sourceAt } from '../support/fake-workspace';
import { fullRow, observedRange, observedRows } from '../support/gateway-records';
import { instanceOf } from '../support/instance';
import { analyse, literalValue, tokensOf } from '../support/kql-analyser';
import type { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { bothTables, tableChoices } from './support/both-tables';
import { hostileValues } from './support/queries';

jest.setTimeout(600_000);

const rows = [
  ...observedRows.map(({ row }, i) =>
    rowWith({ ...row, ApiId: `api-${i % 5}`, OperationId: hostileValues[i % hostileValues.length]!, Url: `https://g.example/x?key=${i}` }),
  ),
  fullRow,
]; // prettier-ignore
const tables = bothTables(rows);

const plan = (text: string, variables: Variables = {}): WrittenPlan => ({
  gives: 'written',
  range: observedRange,
  where: [{ column: 'ApiId', op: 'oneOf', value: ['api-1'] }],
  text,
  variables,
  stepMs: 3_600_000,
  isBounded: true,
});

const kqlOf = (text: string, of: readonly GatewayTable[] = ['resource'], variables: Variables = {}) =>
  writtenKql(plan(text, variables), builtinCatalogue, of).kql;

const COUNTED =
  '$__classify | summarize Requests = count() by Outcome, Scenario, Title, Family, Owner, Confidence, Basis';
const everyMacro = Object.values(macros)
  .filter(({ usage }) => !usage.includes('classify'))
  .map(({ usage }, i) => `| extend M${i} = ${usage}`);
const valid: Readonly<Record<string, string>> = {
  'the example': queryTypes.kql.defaults.text,
  'counts of what the classification says': COUNTED,
  'every macro': ['$__classify', ...everyMacro].join('\n'),
  'every column': `$__classify | project ${classifiedColumns.join(', ')}`,
  'statements of its own': 'let slow = 1000;\nlet own = $__classify | where TotalTime > slow;\nown | summarize count() by Scenario',
  'twice, joined': '$__classify | summarize a = count() by ApiId\n| join kind=inner ($__classify | summarize b = count() by ApiId) on $left.ApiId == $right.ApiId',
  'a set statement': 'set notruncation;\n$__classify | take 1',
  'another table': 'ApiManagementGatewayLogs | where $__timeFilter() | summarize count() by bin(TimeGenerated, $__interval)',
}; // prettier-ignore
const api: Variables = { api: { values: ['api-1', 'api-2'] } };

describe.each(tableChoices)('valid KQL over %s', (_, of) => {
  it.each(Object.entries(valid))('%s', (__, text) => {
    expect(analyse(kqlOf(text, of, api), tables.declared)).toEqual([]);
  });
});

it('lets the analyser see what is wrong, where the author wrote it', () => {
  const { kql, linesBefore } = writtenKql(plan('$__classify\n| where Nope == 1'), builtinCatalogue);
  expect(analyse(kql, tables.declared)).toHaveLength(1);
  expect(kql.split('\n')[linesBefore + 1]).toBe('| where Nope == 1');
});

describe.each(hostileValues.map((value) => [value]))('%j', (value) => {
  const HARMLESS = 'harmless';
  const text = '$__classify | where OperationId in ($v) or OperationId == "x $v" or OperationId == \'$v\' | summarize count() by ${v:column}';
  const sent = (of: string) => tokensOf(kqlOf(text, ['resource'], { v: { values: [of] } }));

  it('stays in its literals, as Microsoft’s lexer reads them', () => {
    const harmless = sent(HARMLESS);
    if (value === '' || /[\r\n]/.test(value)) {
      expect(() => sent(value)).toThrow('cannot be written as “column”');
      return;
    }
    const hostile = sent(value);
    expect(hostile).toHaveLength(harmless.length);
    hostile.forEach((token, i) => {
      const usual = harmless[i]!;
      if (usual.Text.includes(HARMLESS)) {
        expect(literalValue(token.Text)).toBe(literalValue(usual.Text).replaceAll(HARMLESS, value));
      } else {
        expect(token).toEqual(usual);
      }
    });
  });
}); // prettier-ignore

type Change = Partial<QueryOf<'kql'>>;

describeWith('kqlEngine', 'KQL by hand, executed', (python) => {
  let engine: KqlEngine;
  let fake: FakeWorkspace;

  beforeAll(async () => {
    engine = await tables.start(python);
    fake = await FakeWorkspace.start({ engine });
  });

  afterAll(async () => {
    engine.stop();
    await fake.stop();
  });

  async function framesOf(change: Change, settings: object = { expertKql: true }, more: object = {}): Promise<readonly Frame[]> {
    const source = sourceAt(fake, { settings: { timeout: 600, ...settings } });
    const item = { refId: 'A', query: { kind: 'kql', ...change }, range: observedRange, maxDataPoints: 0 };
    const context = { orgId: 1, user: undefined, dataSource: undefined, headers: {}, ...more };
    try {
      return (await queryData(item, context, instanceOf({ source, now: () => observedRange.to }), new AbortController().signal)).frames;
    } finally {
      await source.dispose();
    }
  } // prettier-ignore

  const problemOf = (change: Change, settings?: object, more?: object) =>
    framesOf(change, settings, more).then(
      () => undefined,
      (thrown: unknown) => asGatewaylensError(thrown),
    );

  /** Columns of a table frame by name. */
  const columnsOf = ([frame]: readonly Frame[]) =>
    Object.fromEntries(frame!.fields.map(({ name, values }) => [name, values]));

  function tallied(keyOf: (row: CanonicalRow) => string, of = rows): Readonly<Record<string, number>> {
    const counts: Record<string, number> = {};
    of.forEach((row) => {
      counts[keyOf(row)] = (counts[keyOf(row)] ?? 0) + 1;
    });
    return counts;
  }

  const title = (id: string) => builtinCatalogue.scenarios.find((one) => one.id === id)?.title ?? '';
  const owner = (id: string) => builtinCatalogue.scenarios.find((one) => one.id === id)?.owner ?? '';
  const saidOf = (row: CanonicalRow) => {
    const { outcome, scenario, family, confidence, basis } = classify(row, builtinCatalogue);
    return [outcome, scenario, title(scenario), family, owner(scenario), confidence, basis].join('|');
  };

  it.each(tableChoices)('classifies every row as TypeScript does, over %s', async (_, of) => {
    const columns = columnsOf(await framesOf({ text: COUNTED, format: 'table' }, { expertKql: true, tables: of }));
    const names = ['Outcome', 'Scenario', 'Title', 'Family', 'Owner', 'Confidence', 'Basis'];
    const counted = (columns.Requests as number[]).map((count, i) => [names.map((name) => columns[name]?.[i]).join('|'), count]);
    expect(Object.fromEntries(counted)).toEqual(tallied(saidOf));
  }); // prettier-ignore

  it('makes series of its example: each time and title once', async () => {
    const [frame] = await framesOf({});
    const failed = rows.filter((row) => classify(row, builtinCatalogue).outcome === 'failed');
    expect(frame!.meta.type).toBe('timeseries-wide');
    const sums = frame!.fields
      .slice(1)
      .map(({ labels, values }) => [
        labels?.Title,
        (values as (number | null)[]).reduce<number>((sum, value) => sum + (value ?? 0), 0),
      ]);
    expect(Object.fromEntries(sums)).toEqual(
      tallied((row) => title(classify(row, builtinCatalogue).scenario), failed),
    );
  });

  it.each(hostileValues.map((value) => [value]))('finds the rows of %j and no other', async (value) => {
    const text = 'ApiManagementGatewayLogs | where OperationId in ($v) | summarize n = count()';
    const found = columnsOf(await framesOf({ text, format: 'table', variables: { v: { values: [value] } } }));
    expect(found.n).toEqual([rows.filter(({ OperationId }) => OperationId === value).length]);
  });

  it('filters what is classified, and says where filters do nothing', async () => {
    const where = [{ dimension: 'api', op: 'in', values: ['api-1'] }] as const;
    const text = '$__classify | summarize n = count()';
    const wanted = rows.filter(({ ApiId }) => ApiId === 'api-1').length;
    expect(columnsOf(await framesOf({ text, where, format: 'table' })).n).toEqual([wanted]);
    const [frame] = await framesOf({ text: 'ApiManagementGatewayLogs | summarize n = count()', where, format: 'numeric' });
    expect(frame!.fields[0]!.values).toEqual([rows.length]);
    expect(frame!.meta.notices?.map((notice) => notice.text)).toContainEqual(expect.stringContaining('Filters are left out'));
  }); // prettier-ignore

  it('reads nothing outside of the range unless it is told to', async () => {
    const text = 'ApiManagementGatewayLogs | summarize n = count()';
    const times = rows.map(({ TimeGenerated }) => TimeGenerated ?? 0);
    const at = Math.floor((Math.min(...times) + Math.max(...times)) / 2);
    const asked = async (dashboardTime: boolean) => {
      const source = sourceAt(fake, { settings: { expertKql: true } });
      const range = { from: at, to: observedRange.to };
      const item = { refId: 'A', query: { kind: 'kql', text, format: 'table', dashboardTime }, range, maxDataPoints: 0 };
      const context = { orgId: 1, user: undefined, dataSource: undefined, headers: { } };
      const { frames } = await queryData(item, context, instanceOf({ source, now: () => observedRange.to }), new AbortController().signal);
      await source.dispose();
      return columnsOf(frames).n;
    };
    const [within] = (await asked(true)) as number[];
    expect(within).toBeLessThan(rows.length);
    expect(await asked(false)).toEqual([rows.length]);
  }); // prettier-ignore

  it('shows query strings to those who may see them and ask for it, and to nobody else', async () => {
    const text = '$__classify | where isnotempty(Url) | take 1 | project Url';
    const editor = { user: { login: 'e', role: 'Editor' } };
    const shown = async (queryStrings: boolean, more: object) =>
      columnsOf(await framesOf({ text, format: 'table', queryStrings }, undefined, more)).Url;
    expect(await shown(false, editor)).toEqual([expect.stringMatching(/\?…$/)]);
    expect(await shown(true, {})).toEqual([expect.stringMatching(/\?…$/)]);
    expect(await shown(true, editor)).toEqual([expect.stringMatching(/\?key=\d+$/)]);
  });

  it('is one request for all who ask the same, and a new one for an alert rule', async () => {
    const source = sourceAt(fake, { settings: { expertKql: true }, keepMs: 30_000 });
    const before = fake.asked.length;
    const alert = { FromAlert: 'true' };
    const ask = (headers: Record<string, string>) =>
      queryData({ refId: 'A', query: { kind: 'kql' }, range: observedRange, maxDataPoints: 0 }, { orgId: 1, user: undefined, dataSource: undefined, headers }, instanceOf({ source, now: () => observedRange.to }), new AbortController().signal);
    await Promise.all([ask({}), ask({}), ask({})]);
    expect(fake.asked.length - before).toBe(1);
    await ask(alert);
    expect(fake.asked.length - before).toBe(2);
    expect(fake.asked.at(-1)?.headers['cache-control']).toBe('no-cache');
    await source.dispose();
  }); // prettier-ignore

  it('is refused where the setting does not allow it, before anything is sent', async () => {
    const before = fake.asked.length;
    const problem = await problemOf({}, { expertKql: false });
    expect([problem?.code, problem?.fault]).toEqual(['kql-not-allowed', 'downstream']);
    expect(problem?.hint).toContain('administrator');
    expect(fake.asked.length).toBe(before);
  });

  it('tells what Azure says of wrong KQL, in lines as they were written', async () => {
    const problem = await problemOf({ text: '$__classify\n| where Nope ==' });
    expect([problem?.code, problem?.fault]).toEqual(['kql-refused', 'downstream']);
  });

  it.each([
    ['table', '$__classify | take 1', 'kql-format-in-alert'],
    ['logs', '$__classify | take 1', 'kql-format-in-alert'],
    ['series', '$__classify | summarize count() by Scenario', 'kql-columns-unfit'],
  ] as const)('refuses an alert rule the format %s of %s', async (format, text, code) => {
    const problem = await problemOf({ format, text }, undefined, { headers: { FromAlert: 'true' } });
    expect(problem?.code).toBe(code);
  });
});
