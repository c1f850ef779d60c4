/**
 * npm run new-scenario -- FAMILY ID: lays a scenario out, to be filled in. It writes the file, lists it in the order of
 * precedence, and says what to do next.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { builtinCatalogue, families, type Family } from '../../src/core/scenarios';
import { withScenario } from './listing';
import { exportName, scenarioText } from './template';

const FOLDER = 'src/core/scenarios/builtin';
const [family = '', id = ''] = process.argv.slice(2);

const problem = problemWith(family, id);
if (problem !== undefined) {
  process.stderr.write(`${problem}\nUsage: npm run new-scenario -- FAMILY ID\n`);
  process.exitCode = 1;
} else {
  lay(family as Family);
}

function problemWith(chosen: string, name: string): string | undefined {
  if (!Object.hasOwn(families, chosen)) {
    return `There is no family “${chosen}”. Families are: ${Object.keys(families).join(', ')}.`;
  }
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name) || name.length > 60) {
    return `“${name}” is no id: write it in kebab case, as in backend-timeout, with at most 60 characters.`;
  }
  if (!/^[a-z]/.test(name)) {
    return `“${name}” begins with a digit: it is the name of a constant too, so begin with a letter.`;
  }
  if (name === 'none') {
    return '“none” is what requests are that succeeded.';
  }
  const taken = builtinCatalogue.scenarios.find((scenario) => scenario.id === name);
  if (taken) {
    return `The id “${name}” is taken: ${FOLDER}/${taken.family}/${name}.ts.`;
  }
  const clash = builtinCatalogue.scenarios.find((scenario) => exportName(scenario.id) === exportName(name));
  if (clash) {
    return `“${name}” is too much like “${clash.id}”: both would be ${exportName(name)}.`;
  }
  const file = `${FOLDER}/${chosen}/${name}.ts`;
  return existsSync(file) ? `${file} is there already, but is not listed in ${FOLDER}/index.ts.` : undefined;
}

function lay(chosen: Family): void {
  const file = `${FOLDER}/${chosen}/${id}.ts`;
  const index = `${FOLDER}/index.ts`;
  const { text, after } = withScenario(readFileSync(index, 'utf8'), chosen, id, builtinCatalogue.scenarios);
  writeFileSync(file, scenarioText(chosen, id));
  writeFileSync(index, text);
  process.stdout.write(
    [
      `Written: ${file}`,
      `Listed:  ${index}, after ${after}`,
      '',
      'Next:',
      `  1. Fill in every “(fill in)” of ${file}.`,
      '  2. Move its line in the index up if it is more specific than others there: the first match wins.',
      `  3. npx jest --selectProjects unit -- src/core/scenarios`,
      '  4. npm run generate, which writes its page and adds its examples to docs/sources.md.',
      '',
      'The whole way is described in docs/new-scenario.md.',
      '',
    ].join('\n'),
  );
}
