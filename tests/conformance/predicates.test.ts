/** Conditions by chance on hostile rows mean the same three times over; and a wrong printer would be noticed. */
import { holds, toKql, toSql, type Predicate } from '../../src/core/predicate';
import { canonicalKql, derivedSelect, type CanonicalRow } from '../../src/core/log';
import { observedRange, resourceTable } from '../support/gateway-records';
import { KqlEngine } from '../support/kql-engine';
import { describeWith } from '../support/requirements';
import { LogFolder } from './support/log-folder';
import { rowColumns } from './support/meanings';
import { chance, hostileRow, hostileTexts, NUL, randomPredicate } from './support/random';

jest.setTimeout(600_000);

const ROWS = 200;
const PREDICATES = 400;
const AT_ONCE = 40;

const by = chance(2026);
const rows = Array.from({ length: ROWS }, (_, i) => hostileRow(i, by));
const predicates = Array.from({ length: PREDICATES }, () => randomPredicate(by, hostileTexts));
const withNul = Array.from({ length: 40 }, () => randomPredicate(by, [NUL, '\0', 'a', 'b']));

type Truths = readonly (readonly boolean[])[];
/** Of every row, in order, which of the conditions hold. */
type Meaning = (predicates: readonly Predicate[], mutant?: (text: string) => string) => Promise<Truths>;

const inTypeScript = (of: readonly Predicate[]): Truths =>
  rows.map((row: CanonicalRow) => of.map((predicate) => holds(predicate, row)));

/** Pairs of row and condition that mean different things; what an engine refuses counts as one. */
async function differences(meaning: Meaning, of: readonly Predicate[], mutant?: (text: string) => string) {
  let [cells, held] = [0, 0];
  const differing: { predicate: string; row: number; expected: boolean }[] = [];
  for (let first = 0; first < of.length; first += AT_ONCE) {
    const some = of.slice(first, first + AT_ONCE);
    const expected = inTypeScript(some);
    const found = await meaning(some, mutant).catch((problem: unknown) => {
      if (!mutant) {
        throw problem;
      }
      return undefined;
    });
    expected.forEach((truths, row) =>
      truths.forEach((truth, i) => {
        cells++;
        held += Number(truth);
        if (found?.[row]?.[i] !== truth) {
          differing.push({ predicate: JSON.stringify(some[i]), row, expected: truth });
        }
      }),
    );
  }
  return { cells, differing, held };
}

async function expectTheSame(meaning: Meaning, of: readonly Predicate[]): Promise<void> {
  const { cells, differing, held } = await differences(meaning, of);
  expect(differing).toEqual([]);
  expect(cells).toBe(ROWS * of.length);
  // A test in which hardly anything holds would prove little.
  expect(held / cells).toBeGreaterThan(0.2);
  expect(held / cells).toBeLessThan(0.8);
}

it('asks for every operator, and meets rows for which it holds and rows for which it does not', () => {
  const text = JSON.stringify(predicates);
  const rare = predicates.filter((one) => new Set(rows.map((row) => holds(one, row))).size === 2);
  expect([...new Set([...text.matchAll(/"op":"(\w+)"/g)].map(([, op]) => op))]).toHaveLength(15);
  expect(rare.length).toBeGreaterThan(PREDICATES / 3);
});

describe('DuckDB', () => {
  let logs: LogFolder;
  let relation: string;
  const { signal } = new AbortController();
  const meaning: Meaning = async (of, mutant = (text) => text) => {
    const tests = of.map((predicate, i) => `${mutant(toSql(predicate))} AS t${i}`);
    const found = await logs.engine.rows(
      `SELECT ${tests.join(', ')} FROM (SELECT *, ${derivedSelect.join(', ')} FROM ${relation}) ORDER BY "TimeGenerated"`,
      signal,
    );
    return found as boolean[][];
  };

  beforeAll(async () => {
    logs = await LogFolder.make();
    relation = await logs.relation('rows.ndjson', rows);
  });

  afterAll(() => logs.dispose());

  it('agrees with TypeScript', () => expectTheSame(meaning, predicates));

  it('agrees with TypeScript about NUL', () => expectTheSame(meaning, withNul));

  it.each<[string, (text: string) => string]>([
    ['a missing number that is no guarded', (text) => text.replace(/coalesce\(("[^']*?), false\)/g, '($1)')],
    ['a bound that is left out', (text) => text.replaceAll('>=', '>')],
    ['the other bound that is left out', (text) => text.replaceAll('<=', '<')],
    ['and for or', (text) => text.replaceAll(' or ', ' and ')],
    ['no negation', (text) => text.replaceAll('not(', '(')],
    ['a start for anywhere', (text) => text.replaceAll('starts_with(', 'contains(')],
    ['an end for a start', (text) => text.replaceAll('ends_with(', 'starts_with(')],
    ['case that is not folded', (text) => text.replaceAll('lower(', '(')],
    ['a pattern for a text', (text) => text.replace(/contains\(("\w+"), /g, "($1 LIKE '%' || ")],
    ['quotes that are not doubled', (text) => text.replaceAll("''", "'")],
    ['a missing text that is present', (text) => text.replaceAll(", '') <> ''", ", 'x') <> ''")],
  ])('a wrong printer is noticed: %s', async (_, mutant) => {
    const touched = predicates.filter((one) => mutant(toSql(one)) !== toSql(one));
    expect((await differences(meaning, touched, mutant)).differing.length).toBeGreaterThan(0);
  });
});

describeWith('kqlEngine', 'KQL', (python) => {
  let engine: KqlEngine;
  const { statements, lines } = canonicalKql(['resource'], observedRange, new Set(rowColumns));
  const meaning: Meaning = async (of, mutant = (text) => text) => {
    const tests = of.map((predicate, i) => `t${i} = iff(${mutant(toKql(predicate))}, 1, 0)`);
    const query = [...statements, ...lines, `| project TimeGenerated, ${tests.join(', ')}`, '| order by TimeGenerated asc'];
    const { rows: found } = await engine.query(query.join('\n'));
    return found.map(([, ...truths]) => truths.map((truth) => truth === 1));
  }; // prettier-ignore

  beforeAll(async () => {
    engine = new KqlEngine(python);
    const { columns, rows: values } = resourceTable(rows);
    await engine.table('ApiManagementGatewayLogs', columns, values);
  });

  afterAll(() => engine.stop());

  it('agrees with TypeScript', () => expectTheSame(meaning, predicates));

  it.each<[string, (text: string) => string]>([
    ['a missing number that is not guarded', (text) => text.replace(/isnotnull\(\w+\) and /g, '')],
    ['a bound that is left out', (text) => text.replaceAll('>=', '>')],
    ['and for or', (text) => text.replaceAll(' or ', ' and ')],
    ['no negation', (text) => text.replaceAll('not(', '(')],
    ['a start for anywhere', (text) => text.replaceAll('startswith_cs', 'contains_cs')],
    ['case that is folded', (text) => text.replaceAll('contains_cs', 'contains')],
    ['terms for texts', (text) => text.replaceAll(' contains ', ' has ')],
    ['backslashes that are not doubled', (text) => text.replaceAll('\\\\', '\\')],
  ])('a wrong printer is noticed: %s', async (_, mutant) => {
    const touched = predicates.filter((one) => mutant(toKql(one)) !== toKql(one));
    expect((await differences(meaning, touched.slice(0, 80), mutant)).differing.length).toBeGreaterThan(0);
  });
});
