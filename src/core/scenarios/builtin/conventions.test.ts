/** What is asked of a built-in scenario beyond its form. Each failure says how to mend it. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { checkText } from '../check';
import { families } from '../scenario';
import { readScenario } from '../schema';
import { builtinScenarios } from '.';

const fileOf = (family: string, id: string) => path.join(__dirname, family, `${id}.ts`);
const scenarios = builtinScenarios.map((scenario) => [scenario.id, scenario] as const);

/** Every text of a scenario with its place. */
function texts(value: unknown, place: string): readonly (readonly [string, string])[] {
  return typeof value === 'string'
    ? [[place, value]]
    : typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, part]) => texts(part, place === '' ? key : `${place}.${key}`))
      : [];
}

it('lists every file that holds a scenario', () => {
  const listed = new Set(builtinScenarios.map(({ family, id }) => fileOf(family, id)));
  const problems = Object.keys(families)
    .flatMap((family) =>
      readdirSync(path.join(__dirname, family)).map((name) => path.join(__dirname, family, name)),
    )
    .filter((file) => readFileSync(file, 'utf8').includes(': Scenario = {') && !listed.has(file))
    .map(
      (file) =>
        `${path.relative(__dirname, file)} is not listed: import it in builtin/index.ts and add its line to the list`,
    );
  expect(problems).toEqual([]);
});

it('gives every title once', () => {
  const titles = builtinScenarios.map(({ title }) => title);
  const problems = titles
    .filter((title, i) => titles.indexOf(title) !== i)
    .map((title) => `two scenarios are called “${title}”: readers of a legend could not tell them apart`);
  expect(problems).toEqual([]);
});

describe.each(scenarios)('%s', (id, scenario) => {
  it('stands in the folder of its family, under its id', () => {
    const file = fileOf(scenario.family, id);
    const problems = existsSync(file)
      ? []
      : [`rename or move its file to builtin/${scenario.family}/${id}.ts, or correct its id or family`];
    expect(problems).toEqual([]);
  });

  it('is filled in', () => {
    const problems = texts(scenario, '')
      .filter(([, text]) => text.includes('(fill in)'))
      .map(([place, text]) => `fill in ${place} in builtin/${scenario.family}/${id}.ts: “${text}”`);
    expect(problems).toEqual([]);
  });

  it('has the form of a scenario', () => {
    const result = readScenario(scenario);
    const problems =
      'issues' in result ? result.issues.map(({ path: place, message }) => `${place}: ${message}`) : [];
    expect(problems).toEqual([]);
  });

  it('is written as people read it', () => {
    const { title, summary, causes, checks, remediation, notes, hints } = scenario;
    const sentences = [
      summary,
      ...causes,
      ...checks.map(checkText),
      ...remediation,
      ...notes,
      ...hints.map(({ text }) => text),
    ];
    const problems = [
      ...(title.length > 40
        ? [`its title does not fit a legend: 40 characters at most, not ${title.length}`]
        : []),
      ...(title.endsWith('.') ? ['its title is no sentence: leave the full stop out'] : []),
      ...sentences
        // Policy that is quoted ends as it does.
        .filter((text) => !/[.?!>]$/.test(text))
        .map((text) => `end the sentence with a full stop or a question mark: “${text}”`),
    ];
    expect(problems).toEqual([]);
  });
});

it.each(scenarios)(
  '%s: has no marks of our own in its texts, which its readers cannot look up',
  (_, scenario) => {
    const marked = texts({ ...scenario, examples: undefined }, '').filter(([, text]) =>
      /\b[A-D]-\d+\b/.test(text),
    );
    const sources = [...scenario.examples.matches, ...scenario.examples.doesNotMatch].filter(({ source }) =>
      /\b[A-D]-\d+\b/.test(source),
    );
    expect([marked, sources]).toEqual([[], []]);
  },
);
