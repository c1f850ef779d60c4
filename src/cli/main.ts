/** The command line: what failed in exported gateway logs, without a Grafana. */
import { Command, Option } from 'commander';
import { asGatewaylensError } from '../core/errors';
import { classifyRows, type OutputFormat } from './classify';

// A reader that has seen enough, as `head`, ends the command.
process.stdout.on('error', (problem: NodeJS.ErrnoException) =>
  process.exit(problem.code === 'EPIPE' ? 0 : 2),
);

const program = new Command('gatewaylens')
  .description('Why requests failed at an Azure API Management gateway')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2));

program
  .command('classify')
  .description('say of every row of a gateway log whether the request failed, and why')
  .argument('[files...]', 'JSON lines, also compressed with gzip; - for standard input', ['-'])
  .addOption(new Option('--output <format>', 'how to print').choices(['table', 'json']).default('table'))
  .addHelpText(
    'after',
    '\nRows are those of ApiManagementGatewayLogs or of a diagnostic export. With --output json each row gives one line' +
      '\nof JSON, in order; a row that cannot be read gives {"line", "error"}.' +
      '\nExit status: 0, or 2 when a file or every row could not be read.',
  )
  .action(async (files: readonly string[], { output }: { output: OutputFormat }) => {
    process.exitCode = await classifyRows(files, output, process.stdout, process.stderr);
  });

program.parseAsync().catch((problem: unknown) => {
  const { message, hint } = asGatewaylensError(problem);
  process.stderr.write(`gatewaylens: ${message}\n${hint}\n`);
  process.exitCode = 2;
});
