import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Command, Option } from 'commander';
import { Engine } from '../../backend/sources/duckdb/engine';
import { amount } from '../../core/amount';
import { rowDimensions } from '../../core/plan';
import type { Filter } from '../../core/query';
import { report, type ExitStatus } from '../exit-status';
import { filterOf } from '../options/filter-of';
import { timeOf } from '../options/range-of';
import { choicesOf, scenariosOf } from '../options/choices-of';
import { jsonText, printable } from '../print/printable';
import { Progress } from '../print/progress';
import { wrapped } from '../print/wrapped';
import { outcomesTold, summarise, type Summary, type Told } from '../summary/summarise';
import { demoInput, summaryInput, type SummaryInput } from '../summary/summary-input';
import { summaryText } from '../summary/summary-text';
import type { Terminal } from '../terminal';

interface Options {
  readonly from?: string;
  readonly to?: string;
  readonly where: readonly Filter[];
  readonly scenario?: readonly string[];
  readonly outcome?: readonly Told[];
  readonly output: 'text' | 'json';
}

export function addSummary(program: Command, terminal: Terminal, exit: (status: ExitStatus) => void): void {
  program
    .command('summary')
    .description('sum a log up: what failed and why, where the time went, which backends cannot be reached')
    .argument(
      '[files...]',
      'log files or folders of them, - for standard input; without any, invented demo data',
    )
    .option('--from <time>', 'begin of the range (default: the first request; of the demo data: now-24h)')
    .option('--to <time>', 'end of the range (default: the last request)')
    .addOption(
      new Option(
        '--where <filter>',
        'only these requests, such as api=orders,payments, api!=echo or status=500; may be repeated',
      )
        .argParser((text: string, before: readonly Filter[]) => [...before, filterOf(text)])
        .default([], 'all'),
    )
    .addOption(new Option('--scenario <ids>', 'only failures of these scenarios').argParser(scenariosOf))
    .addOption(
      new Option(
        '--outcome <names>',
        'requests that failed, or whose error was masked (default: failed)',
      ).argParser((text: string) => choicesOf(text, outcomesTold)),
    )
    .addOption(new Option('--output <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText('after', HELP)
    .action(async (files: readonly string[], options: Options) => {
      exit(await summary(files, options, terminal));
    });
}

const HELP = `
Reads what “classify” reads, and Parquet. Times are UTC; they are written as 2026-11-01,
2026-11-01T08:00, now, or now-24h (units s, m, h, d, w).

A filter compares a dimension with values as they are logged; of status a plain one, such
as status=500, is that of the answer to the caller, and a pair such as status=500/- names
the backend’s too. Dimensions:
${wrapped(rowDimensions.map(({ id }) => id).join(', '), 88).join('\n')}.

Examples:
  gatewaylens summary export.ndjson
  gatewaylens summary --where status=500,503 --outcome failed,masked export.ndjson
  gatewaylens summary --from 2026-11-01T08:00 --where api=orders logs/
  gatewaylens summary`;

async function summary(files: readonly string[], options: Options, terminal: Terminal): Promise<ExitStatus> {
  const workFolder = realpathSync(mkdtempSync(path.join(tmpdir(), 'gatewaylens-')));
  process.on('exit', () => rmSync(workFolder, { recursive: true, force: true }));
  const progress = new Progress(terminal.errors, terminal.now);
  try {
    const input =
      files.length === 0
        ? demoInput(terminal.now)
        : await summaryInput(files, workFolder, (rows, file) =>
            progress.tell(() => `${amount(rows)} rows, now ${printable(file)}`),
          );
    const found = await summed(input, options, workFolder, progress, terminal.now());
    progress.end();
    print(input, found, options.output, terminal);
    return Math.max(0, ...input.problems.map((problem) => report(problem, terminal.errors))) as ExitStatus;
  } finally {
    progress.end();
  }
}

async function summed(
  { rows, folders }: SummaryInput,
  { from, to, where, scenario, outcome }: Options,
  workFolder: string,
  progress: Progress,
  now: number,
): Promise<Summary> {
  const bound = (text: string | undefined) => (text === undefined ? undefined : timeOf(text, now));
  // Demo data has no beginning to speak of.
  const isDemo = folders.length === 0;
  const wish = {
    from: bound(from ?? (isDemo ? 'now-24h' : undefined)),
    to: bound(to ?? (isDemo ? 'now' : undefined)),
    where,
    ...(scenario ? { scenarios: scenario } : {}),
    ...(outcome ? { outcomes: outcome } : {}),
  };
  const engine = new Engine(folders, workFolder);
  const ticking = setInterval(() => progress.tell(() => 'summing up…'), 250);
  try {
    return await summarise(rows, engine, wish, new AbortController().signal);
  } finally {
    clearInterval(ticking);
    await engine.dispose();
  }
}

const UNREAD = /could not be read|^Not counted/;

function print(
  { title, warnings: read }: SummaryInput,
  { warnings: engine, ...found }: Summary,
  format: Options['output'],
  { output, errors, ...widths }: Terminal,
): void {
  const warnings = [...read, ...engine];
  const { range, ...rest } = found;
  const times = { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString() };
  output.write(
    format === 'json'
      ? `${jsonText({ log: title, range: times, ...rest, warnings }, 2)}\n`
      : `${summaryText({ ...found, warnings }, title, widths)}\n`,
  );
  warnings.forEach((warning) => errors.write(`gatewaylens: ${printable(warning)}\n`));
  if (warnings.some((warning) => UNREAD.test(warning))) {
    errors.write('“classify” tells what is wrong with each line.\n');
  }
}
