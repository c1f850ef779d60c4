import { rowWith, type ColumnName, columns } from '../../log';
import { columnsOf, operators, type Predicate } from '../../predicate';
import { builtinCatalogue } from '../catalogue';
import { checkText } from '../check';
import { classify } from '../classify';
import { builtinScenarios } from '.';

const scenarios = builtinScenarios.map((scenario) => [scenario.id, scenario] as const);
const types = new Map<string, string>([...columns.map(({ name, type }) => [name, type] as const)]);

function leaves(predicate: Predicate): Extract<Predicate, { op: unknown }>[] {
  return 'all' in predicate
    ? predicate.all.flatMap(leaves)
    : 'any' in predicate
      ? predicate.any.flatMap(leaves)
      : 'not' in predicate
        ? leaves(predicate.not)
        : [predicate];
}

it('has every id once, and ends with unclassified', () => {
  const ids = scenarios.map(([id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.at(-1)).toBe('unclassified');
});

describe.each(scenarios)('%s', (id, scenario) => {
  it('is plain data', () => {
    expect(JSON.parse(JSON.stringify(scenario))).toStrictEqual(scenario);
  });

  it('has a kebab-case id and says what it is, why, how to check and what to do', () => {
    expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const text of [
      scenario.title,
      scenario.summary,
      ...scenario.causes,
      ...scenario.checks.map(checkText),
      ...scenario.remediation,
    ]) {
      expect(text).toMatch(/\S.{5,}/);
    }
    expect([scenario.causes, scenario.checks, scenario.remediation].map((list) => list.length > 0)).toEqual([
      true,
      true,
      true,
    ]);
  });

  it('links to https pages without a language in their path', () => {
    expect(scenario.links.length).toBeGreaterThan(0);
    for (const { url } of scenario.links) {
      expect(url).toMatch(/^https:\/\/[^/]+\/(?![a-z]{2}-[a-z]{2}\/)/);
    }
  });

  it('compares columns with what they can be compared with', () => {
    for (const { when } of scenario.match) {
      for (const { column, op } of leaves(when)) {
        expect(operators[op].columnTypes).toContain(types.get(column) ?? 'string');
      }
    }
  });

  it('names as evidence what its rules read of the error', () => {
    const read = scenario.match.flatMap(({ when }) => columnsOf(when));
    const status = read.filter((column) => /ResponseCode|BackendTime/.test(column)) as ColumnName[];
    expect(scenario.evidence).toEqual(expect.arrayContaining([...new Set(status)]));
  });

  it('is found in its examples', () => {
    const found = scenario.examples.matches.map(
      ({ row }) => classify(rowWith(row), builtinCatalogue).scenario,
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found).toEqual(found.map(() => id));
  });

  it('leaves its look-alikes to others', () => {
    const found = scenario.examples.doesNotMatch.map(
      ({ row }) => classify(rowWith(row), builtinCatalogue).scenario,
    );
    expect(found).toEqual(scenario.examples.doesNotMatch.map(({ is }) => is));
  });

  it('has no rule that never decides', () => {
    const rows = scenario.examples.matches.map(({ row }) => row);
    const reached = [...rows, ...rows.map((row) => ({ ...row, LastErrorReason: '' }))].map((row) => {
      const { scenario: found, basis, confidence } = classify(rowWith(row), builtinCatalogue);
      return `${found} ${basis} ${confidence}`;
    });
    const rules = scenario.match.map(({ basis, confidence }) => `${id} ${basis} ${confidence}`);
    expect(reached).toEqual(expect.arrayContaining(rules));
  });
});
