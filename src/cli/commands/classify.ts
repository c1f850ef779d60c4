import { type Command, Option } from 'commander';
import { amount } from '../../core/amount';
import { GatewaylensError } from '../../core/errors';
import { builtinCatalogue, classify, outcomes, type Outcome } from '../../core/scenarios';
import { choicesOf, scenariosOf } from '../options/choices-of';
import { report, type ExitStatus } from '../exit-status';
import { printable } from '../print/printable';
import { Printer } from '../print/printer';
import { Progress } from '../print/progress';
import { logFiles } from '../read/log-files';
import { readRows, type Row } from '../read/read-rows';
import { Tally, Twice } from '../read/tally';
import { nameOf } from '../read/unreadable-file';
import type { Terminal } from '../terminal';
import { classifiedLines, type Classified, type OutputFormat } from './classified-lines';

export function addClassify(program: Command, terminal: Terminal, exit: (status: ExitStatus) => void): void {
  program
    .command('classify')
    .description('say of every row of a gateway’s log whether the request failed, and why')
    .argument('[files...]', 'log files or folders of them; - for standard input', ['-'])
    .addOption(new Option('--output <format>', 'how to print').choices(['table', 'json']).default('table'))
    .addOption(new Option('--scenario <ids>', 'print only rows of these scenarios').argParser(scenariosOf))
    .addOption(
      new Option('--outcome <names>', `print only rows with one of ${outcomes.join(', ')}`).argParser(
        (text: string) => choicesOf(text, outcomes),
      ),
    )
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], options: Options) =>
      exit(await classifyFiles(files, options, terminal)),
    );
}

interface Options {
  readonly output: OutputFormat;
  readonly scenario?: readonly string[];
  readonly outcome?: readonly Outcome[];
}

const HELP = `
Reads rows of ApiManagementGatewayLogs or AzureDiagnostics and exported records, as JSON
(a record in each line, a list, or an envelope with "records") or as CSV with its header,
an answer of Log Analytics (of its API, or of “az monitor log-analytics query”), and the
container log of a self-hosted gateway, also as Docker or Kubernetes stores or shows it; all
of them also compressed with gzip.

With --output json each row gives one line of JSON, in order, with at least "scenario",
"family", "outcome" and "confidence"; what cannot be read gives {"line", "error"}. With
several files each line names its "file".

Exit status: 0, or 2 when a file, or every row, could not be read.

Examples:
  gatewaylens classify export.json
  gatewaylens classify --scenario backend-timeout,client-disconnected export.json
  kubectl logs deploy/gateway | gatewaylens classify --output json -`;

/** Classifies every row, in order, and says how many could not be read. What is wrong with a file costs no other. */
async function classifyFiles(
  given: readonly string[],
  { output, ...asked }: Options,
  terminal: Terminal,
): Promise<ExitStatus> {
  let status: ExitStatus = 0;
  const failed = (problem: unknown) => {
    status = report(problem, terminal.errors) === 1 || status === 1 ? 1 : 2;
  };
  const files = await logFiles(given, false, failed);
  const all = new Tally();
  const twice = new Twice();
  const lines = classifiedLines(output, files.length > 1 || (files.length === 1 && files[0] !== '-'));
  const text = (result: Classified) => (isAsked(result, asked) ? lines.line(result) : '');
  const printer = new Printer(terminal.output);
  const told: string[] = [];
  for (const file of files) {
    await printer.print(lines.heading(file));
    const own = new Tally();
    const seen = (found: Row) => [all, own, twice].forEach((one) => one.add(found));
    await classifyFile(file, text, printer, { all, seen }, terminal).catch(failed);
    told.push(...own.leftOut(nameOf(file)));
  }
  await printer.end();
  if (all.unreadable > 0) {
    terminal.errors.write(`${amount(all.unreadable)} of ${amount(all.rows)} rows could not be read\n`);
  }
  for (const sentence of [...told, ...all.timelessWarning, ...twice.warning]) {
    terminal.errors.write(`gatewaylens: ${printable(sentence)}\n`);
  }
  if (all.read === 0 && status === 0) {
    const path = files.map(nameOf).join(', ');
    failed(
      all.rows === 0
        ? new GatewaylensError('rows-missing', { path })
        : new GatewaylensError('rows-unreadable', { path, rows: all.rows }),
    );
  }
  return status;
}

function isAsked(result: Classified, { scenario, outcome }: Omit<Options, 'output'>): boolean {
  const { scenario: id = '', outcome: became = undefined } = 'row' in result ? result.classification : {};
  return (
    (!scenario || scenario.includes(id)) && (!outcome || (became !== undefined && outcome.includes(became)))
  );
}

interface Counting {
  readonly all: Tally;
  readonly seen: (found: Row) => void;
}

async function classifyFile(
  file: string,
  print: (result: Classified) => string,
  printer: Printer,
  { all, seen }: Counting,
  { output, errors, now }: Terminal,
): Promise<void> {
  const progress = new Progress(errors, now, output.isTTY !== true);
  try {
    for await (const found of readRows(file)) {
      seen(found);
      await printer.print(
        print({
          file,
          ...found,
          ...('row' in found ? { classification: classify(found.row, builtinCatalogue) } : {}),
        } as Classified),
      );
      progress.tell(() => `${amount(all.rows)} rows, now ${printable(file)}`);
    }
  } finally {
    progress.end();
    // A table that was cut short is shown as far as it goes, before the error.
    await printer.end();
  }
}
