import { context, fieldsOf, linesOf } from '../../../../../tests/support/answers';
import { asGatewaylensError } from '../../../errors';
import type { TableCell, TableColumn, TableColumnType } from '../../../plan';
import { kql } from '.';
import type { KqlQuery } from './query';

const { range } = context;
const TYPES: Readonly<Record<string, TableColumnType>> = {
  t: 'datetime',
  n: 'number',
  s: 'string',
  b: 'boolean',
};

/** Columns as `name:letter`, the letter being that of a type. */
function framesOf(change: Partial<KqlQuery>, columns: string, rows: readonly (readonly TableCell[])[], forAlert = false) {
  const query = { ...kql.defaults, ...change };
  const of = { ...context, forAlert };
  const named = columns.split(' ').filter(Boolean).map((column): TableColumn => {
    const [name = '', letter = ''] = column.split(':');
    return { name, type: TYPES[letter]! };
  });
  return kql.frames(query, of, [{ plan: kql.written!(query, of), range, table: { columns: named, rows } }]);
} // prettier-ignore

const said = (frames: ReturnType<typeof framesOf>) => (frames[0]!.meta.notices ?? []).map(({ text }) => text);

function refusal(...given: Parameters<typeof framesOf>): string {
  try {
    framesOf(...given);
    return 'none';
  } catch (thrown) {
    const { code, message } = asGatewaylensError(thrown);
    return `${code}: ${message}`;
  }
}

it('asks as it was written, with the step and the conditions of the query', () => {
  const where = [{ dimension: 'api', op: 'in', values: ['x'] }] as const;
  expect(kql.written!({ ...kql.defaults, where, step: '1m', dashboardTime: false }, context)).toEqual({
    gives: 'written',
    range,
    where: [{ column: 'ApiId', op: 'oneOf', value: ['x'] }],
    text: kql.defaults.text,
    variables: {},
    stepMs: 60_000,
    isBounded: false,
  });
});

describe('series', () => {
  it('has a line for each set of texts, ascending, with gaps where there is no row', () => {
    const [frame] = framesOf({}, 'at:t n:n api:s ok:b', [
      [20, 1, 'x', true],
      [10, 2, '', false],
      [10, null, 'x', true],
    ]);
    expect(frame!.meta.type).toBe('timeseries-wide');
    expect(frame!.fields[0]).toEqual({ name: 'at', type: 'time', values: [10, 20] });
    expect(linesOf(frame!)).toEqual([
      ['x · true', { api: 'x', ok: 'true' }, [null, 1]],
      ['(none) · false', { api: '', ok: 'false' }, [2, null]],
    ]);
  });

  it('names numbers where there are several', () => {
    const [frame] = framesOf({}, 'at:t n:n m:n api:s', [[10, 1, 2, 'x']]);
    expect(linesOf(frame!).map(([name]) => name)).toEqual(['n · x', 'm · x']);
  });

  it.each([
    ['n:n api:s', [[1, 'x']], 'it has no columns of times'],
    ['a:t b:t n:n', [[1, 2, 3]], 'it has 2 columns of times'],
    ['a:t api:s', [[1, 'x']], 'it has no numbers'],
    ['a:t n:n api:s', [[0, 1, 'x'], [0, 2, 'x']], 'two rows have the time 1970-01-01T00:00:00.000Z and the same texts'],
  ])('does not make one of %s', (columns, rows, problem) => {
    expect(refusal({}, columns, rows)).toBe(`kql-columns-unfit: The answer does not fit the format “series”: ${problem}.`);
  }); // prettier-ignore

  it('says so of rows without a time, and of no rows', () => {
    expect(said(framesOf({}, 'at:t n:n', [[null, 1], [10, 2]]))).toEqual(['Left out: 1 row without a time.']); // prettier-ignore
    const empty = framesOf({}, 'at:t n:n', []);
    expect([empty[0]!.fields, said(empty)]).toEqual([[], ['The query gave no rows.']]);
    expect(framesOf({}, '', [])[0]!.fields).toEqual([]);
  });

  it('does not take more than a browser does', () => {
    const rows = Array.from({ length: 1001 }, (_, i) => [i, i, `x${i}`]);
    expect(refusal({}, 'at:t n:n api:s', rows)).toBe(
      'kql-values-too-many: The answer makes 1,001 series of 1,001 times; 1,000,000 values are allowed in all.',
    );
  });
});

describe('numeric', () => {
  it('has a number for each row and column', () => {
    const [frame] = framesOf({ format: 'numeric' }, 'n:n m:n api:s', [
      [1, 2, 'x'],
      [3, null, 'y'],
    ], true); // prettier-ignore
    expect(frame!.meta.type).toBe('numeric-wide');
    expect(linesOf(frame!)).toEqual([
      ['n · x', { api: 'x' }, [1]],
      ['m · x', { api: 'x' }, [2]],
      ['n · y', { api: 'y' }, [3]],
      ['m · y', { api: 'y' }, [null]],
    ]);
  });

  it.each([
    ['api:s', [['x']], 'it has no numbers'],
    ['a:t n:n', [[1, 2]], 'it has a column of times'],
    ['n:n api:s', [[1, 'x'], [2, 'x']], 'two rows have the same texts'],
  ])('does not make one of %s', (columns, rows, problem) => {
    expect(refusal({ format: 'numeric' }, columns, rows)).toContain(`“numeric”: ${problem}.`);
  }); // prettier-ignore
});

describe('table', () => {
  const format = 'table';

  it('is the answer, with nulls where there are some, as far as its limit goes', () => {
    const frames = framesOf({ format, limit: 2 }, 'at:t n:n s:s b:b', [
      [10, 1, 'x', true],
      [null, null, '', null],
      [30, 3, 'z', false],
    ]);
    expect(fieldsOf(frames[0]!)).toEqual([
      ['at', 'time', undefined, [10, null]],
      ['n', 'number', undefined, [1, null]],
      ['s', 'string', undefined, ['x', '']],
      ['b', 'boolean', undefined, [true, null]],
    ]);
    expect(said(frames)).toEqual(['The query gave 3 rows, of which only the first 2 are shown.']);
  });

  it('says where numbers are rounded, and cuts query strings unless they are asked for', () => {
    const rows = [[2 ** 53 + 2, 'see https://x.example/a?key=secret']];
    const frames = framesOf({ format }, 'n:n s:s', rows);
    expect(said(frames)).toEqual([
      'Whole numbers beyond 2^53 are rounded in: n. tostring() shows all their digits.',
    ]);
    expect(frames[0]!.fields[1]!.values).toEqual(['see https://x.example/a?…']);
    expect(framesOf({ format, queryStrings: true }, 'n:n s:s', rows)[0]!.fields[1]!.values).toEqual([
      rows[0]![1],
    ]);
  });
});

it('leaves a time out that Grafana cannot tell, and says so', () => {
  const never = Date.UTC(9999, 11, 31);
  const frames = framesOf({ format: 'table' }, 'at:t until:t n:n', [[5, 6, never], [7, never, 1]]); // prettier-ignore
  expect(frames[0]!.fields.map(({ values }) => values)).toEqual([[5, 7], [6, null], [never, 1]]); // prettier-ignore
  expect(said(frames)).toEqual([
    'Times before 1678 or after 2261, which Grafana cannot show, are left out in: until. tostring() shows them.',
  ]);
});

describe('logs', () => {
  it('takes the text that is named like one, and keeps the rest', () => {
    const [frame] = framesOf({ format: 'logs' }, 'api:s message:s level:s at:t n:n body2:s', [
      ['x', 'said', 'error', 10, 1, 'more'],
    ]);
    expect(frame!.meta.type).toBe('log-lines');
    expect(frame!.fields.map(({ name, values }) => [name, ...values])).toEqual([
      ['timestamp', 10],
      ['body', 'said'],
      ['severity', 'error'],
      ['api', 'x'],
      ['n', 1],
      ['body2', 'more'],
    ]);
  });

  it.each([
    ['s:s', 'it has no column of times'],
    ['a:t n:n', 'it has no texts'],
  ])('does not make lines of %s', (columns, problem) => {
    expect(refusal({ format: 'logs' }, columns, [])).toContain(`“logs”: ${problem}.`);
  });
});

it.each(['table', 'logs'] as const)('is nothing for an alert rule as %s', (format) => {
  expect(refusal({ format }, 'a:t s:s', [], true)).toBe(
    `kql-format-in-alert: An alert rule cannot evaluate the format “${format}”.`,
  );
});

it('is described by its first line of text', () => {
  expect(kql.describe({ ...kql.defaults, text: '\n// why\n  T | take 1\n| count', format: 'table' })).toBe(
    'KQL as table: T | take 1',
  );
});
