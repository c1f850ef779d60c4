import { type Command, InvalidArgumentError, Option } from 'commander';
import { amount } from '../../core/amount';
import { GatewaylensError } from '../../core/errors';
import { explain } from '../../core/explain';
import type { CanonicalRow } from '../../core/log';
import { builtinCatalogue } from '../../core/scenarios';
import type { ExitStatus } from '../exit-status';
import { jsonText } from '../print/printable';
import { readRows } from '../read/read-rows';
import { nameOf } from '../read/unreadable-file';
import type { Terminal } from '../terminal';
import { explanationText } from './explanation-text';

interface Options {
  readonly row: number;
  readonly queryStrings: boolean;
  readonly output: 'text' | 'json';
}

export function addExplain(program: Command, terminal: Terminal, exit: (status: ExitStatus) => void): void {
  program
    .command('explain')
    .description('explain one row: what happened, which conditions say so, and what to do')
    .argument('[file]', 'a file with the row; - for standard input', '-')
    .addOption(
      new Option('--row <number>', 'which row of the file, counted from 1').default(1).argParser(rowNumber),
    )
    .option('--query-strings', 'show the query strings of addresses, which may carry keys', false)
    .addOption(new Option('--output <format>', 'how to print').choices(['text', 'json']).default('text'))
    .addHelpText(
      'after',
      '\nThe row comes in any of the forms that “classify” reads.\n\nExamples:\n' +
        '  gatewaylens explain --row 17 export.json\n' +
        '  pbpaste | gatewaylens explain',
    )
    .action(async (file: string, { row: number, queryStrings, output }: Options) => {
      const explanation = explain(await rowAt(file, number), builtinCatalogue, { queryStrings });
      const text =
        output === 'json' ? jsonText(explanation, 2) : explanationText(explanation, terminal.width);
      terminal.output.write(`${text}\n`);
      exit(0);
    });
}

function rowNumber(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new InvalidArgumentError('Rows are counted from 1.');
  }
  return number;
}

/** @throws GatewaylensError when there is no such row, or when it is no row of a gateway’s log */
async function rowAt(path: string, number: number): Promise<CanonicalRow> {
  const file = nameOf(path);
  let rows = 0;
  for await (const found of readRows(path)) {
    if (++rows === number) {
      if ('error' in found) {
        throw new GatewaylensError('row-unreadable', {
          line: String(found.line),
          file,
          problem: found.error,
        });
      }
      return found.row;
    }
  }
  throw new GatewaylensError('row-missing', { number: String(number), file, rows: amount(rows, 'row') });
}
