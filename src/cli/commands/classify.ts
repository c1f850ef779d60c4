import { type Command, Option } from 'commander';
import { builtinCatalogue, classify } from '../../core/scenarios';
import { report, type ExitStatus } from '../exit-status';
import { count } from '../print/numbers';
import { printable } from '../print/printable';
import { Printer } from '../print/printer';
import { Progress } from '../print/progress';
import { logFiles } from '../read/log-files';
import { readRows } from '../read/read-rows';
import type { Terminal } from '../terminal';
import { classifiedLines, type Classified, type OutputFormat } from './classified-lines';

export function addClassify(program: Command, terminal: Terminal, exit: (status: ExitStatus) => void): void {
  program
    .command('classify')
    .description('say of every row of a gateway’s log whether the request failed, and why')
    .argument('[files...]', 'log files or folders of them; - for standard input', ['-'])
    .addOption(new Option('--output <format>', 'how to print').choices(['table', 'json']).default('table'))
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], { output }: { output: OutputFormat }) =>
      exit(await classifyFiles(files, output, terminal)),
    );
}

const HELP = `
Reads rows of ApiManagementGatewayLogs or AzureDiagnostics and exported records, as JSON
(a record in each line, a list, or an envelope with "records") or as CSV with its header,
and the container log of a self-hosted gateway; all of them also compressed with gzip.

With --output json each row gives one line of JSON, in order, with at least "scenario",
"family", "outcome" and "confidence"; what cannot be read gives {"line", "error"}. With
several files each line names its "file".

Exit status: 0, or 2 when a file, or every row, could not be read.

Examples:
  gatewaylens classify export.json
  kubectl logs deploy/gateway | gatewaylens classify --output json -`;

interface Counts {
  read: number;
  unreadable: number;
}

/** Classifies every row, in order, and says how many could not be read. What is wrong with a file costs no other. */
async function classifyFiles(
  given: readonly string[],
  format: OutputFormat,
  terminal: Terminal,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const failed = (problem: unknown) => {
    status = report(problem, terminal.errors) === 1 || status === 1 ? 1 : 2;
  };
  const files = await logFiles(given, false, failed);
  const counts = { read: 0, unreadable: 0 };
  const lines = classifiedLines(format, files.length > 1 || (files.length === 1 && files[0] !== '-'));
  const printer = new Printer(terminal.output);
  for (const file of files) {
    await printer.print(lines.heading(file));
    await classifyFile(file, lines.line, printer, counts, terminal).catch(failed);
  }
  await printer.end();
  if (counts.unreadable > 0) {
    terminal.errors.write(
      `${count(counts.unreadable)} of ${count(counts.unreadable + counts.read)} rows could not be read\n`,
    );
  } else if (counts.read === 0 && status === 0) {
    terminal.errors.write('gatewaylens: there are no rows in the input\n');
  }
  return status === 0 && counts.read === 0 ? 2 : status;
}

async function classifyFile(
  file: string,
  print: (result: Classified) => string,
  printer: Printer,
  counts: Counts,
  { output, errors, now }: Terminal,
): Promise<void> {
  const progress = new Progress(errors, now, output.isTTY !== true);
  try {
    for await (const found of readRows(file)) {
      counts['error' in found ? 'unreadable' : 'read']++;
      await printer.print(
        print({
          file,
          ...found,
          ...('row' in found ? { classification: classify(found.row, builtinCatalogue) } : {}),
        } as Classified),
      );
      progress.tell(() => `${count(counts.read + counts.unreadable)} rows, now ${printable(file)}`);
    }
  } finally {
    progress.end();
    // A table that was cut short is shown as far as it goes, before the error.
    await printer.end();
  }
}
