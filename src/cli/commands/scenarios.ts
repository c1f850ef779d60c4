import { type Command, Option } from 'commander';
import { builtinCatalogue, families, owners, type Scenario } from '../../core/scenarios';
import { unknownScenario } from '../../core/unknown-scenario';
import type { ExitStatus } from '../exit-status';
import { jsonText } from '../print/printable';
import { textTable } from '../print/text-table';
import type { Terminal, Widths } from '../terminal';
import { scenarioText } from './scenario-text';

export function addScenarios(
  program: Command,
  { output, ...widths }: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  program
    .command('scenarios')
    .description('list the scenarios, or show all that is known of one')
    .argument('[id]', 'a scenario, as the list names it')
    .addOption(new Option('--output <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', '\nExamples:\n  gatewaylens scenarios\n  gatewaylens scenarios backend-tls-trust')
    .action((id: string | undefined, { output: format }: { output: 'text' | 'json' }) => {
      const shown = id === undefined ? builtinCatalogue.scenarios : scenarioOf(id);
      output.write(`${format === 'json' ? jsonText(shown, 2) : textOf(shown, widths)}\n`);
      exit(0);
    });
}

function scenarioOf(id: string): Scenario {
  const found = builtinCatalogue.scenarios.find((scenario) => scenario.id === id);
  if (!found) {
    throw unknownScenario(
      id,
      builtinCatalogue.scenarios.map((scenario) => scenario.id),
      'scenario-unlisted',
    );
  }
  return found;
}

function textOf(shown: Scenario | readonly Scenario[], { width, tableWidth }: Widths): string {
  return 'id' in shown ? scenarioText(shown, width) : list(shown, tableWidth);
}

const COLUMNS = [{ title: 'scenario' }, { title: 'title', gives: true }, { title: 'owner' }] as const;

/** One table, with a line before each family. */
function list(scenarios: readonly Scenario[], width: number): string {
  const groups = Object.entries(families).map(([family, title]) => ({
    title,
    members: scenarios.filter((scenario) => scenario.family === family),
  }));
  const rows = groups.flatMap(({ members }) =>
    members.map(({ id, title, owner }) => [id, title, owners[owner]]),
  );
  const [head = '', ...lines] = textTable(COLUMNS, rows, width).split('\n');
  return [
    head,
    ...groups.flatMap(({ title, members }) => ['', title, ...lines.splice(0, members.length)]),
  ].join('\n');
}
