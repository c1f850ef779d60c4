/** The command line: what failed in exported gateway logs, and why, without a Grafana. */
import { Command } from 'commander';
import { addClassify } from './commands/classify';
import { addExplain } from './commands/explain';
import { addExport } from './commands/export';
import { addKql } from './commands/kql';
import { addLint } from './commands/lint';
import { addScenarios } from './commands/scenarios';
import { addSummary } from './commands/summary';
import { report, type ExitStatus } from './exit-status';
import { printable } from './print/printable';
import { terminalOf } from './terminal';

// A reader that has seen enough, as `head`, ends the command.
process.stdout.on('error', (problem: NodeJS.ErrnoException) => {
  if (problem.code === 'EPIPE') {
    process.exit(0);
  }
  process.stderr.write(`gatewaylens: The output could not be written: ${problem.message}.\n`);
  process.exit(2);
});
process.stderr.on('error', () => undefined);
// Lets the handlers of `exit` clean up.
process.on('SIGINT', () => process.exit(130));
process.on('SIGTERM', () => process.exit(143));

// npm runs its scripts in the project's folder, but paths are meant from where npm was called. The build sets this to
// undefined: the packaged command line is no script of npm's.
const calledFrom = process.env.INIT_CWD;
process.chdir(calledFrom ?? '.');

const terminal = terminalOf(process.stdout, process.stderr, Date.now);
const exit = (status: ExitStatus) => (process.exitCode = status);

/** What commander says is wrong, which quotes what was given. */
function errorText(text: string): string {
  const lines = text
    .trim()
    .replace(/^error: /, '')
    .split('\n');
  return `gatewaylens: ${lines.map(printable).join('\n')}\n`;
}

const program = new Command('gatewaylens')
  .description('Why requests failed at an Azure API Management gateway')
  .configureOutput({ outputError: (text, write) => write(errorText(text)) })
  .showHelpAfterError('Add --help to see what can be given.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .addHelpText(
    'after',
    '\nExit status: 0; 1 for a fault of gatewaylens; 2 for wrong input, or input that could not be read.',
  )
  .addHelpText(
    'afterAll',
    calledFrom === undefined
      ? ''
      : '\nIn a checkout of the project, write “npm run -s cli --” for “gatewaylens”.',
  );

for (const add of [addSummary, addClassify, addExplain, addScenarios, addKql, addExport, addLint]) {
  add(program, terminal, exit);
}

program.parseAsync().catch((problem: unknown) => exit(report(problem, process.stderr)));
