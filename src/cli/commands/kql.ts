import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import type { Command } from 'commander';
import { formatOf } from '../../backend/sources/duckdb/files/format-of';
import { GatewaylensError } from '../../core/errors';
import { canonicalRow, recordsOf, type GatewayTable } from '../../core/log';
import type { TimeRange } from '../../core/plan';
import { asKql } from '../../core/query/kinds';
import { parseQuery } from '../../core/query/schema';
import { builtinCatalogue } from '../../core/scenarios';
import type { ExitStatus } from '../exit-status';
import { choicesOf } from '../options/choices-of';
import { rangeOf } from '../options/range-of';
import { printable } from '../print/printable';
import { unreadableFile } from '../read/unreadable-file';
import type { Terminal } from '../terminal';

interface Options {
  readonly from: string;
  readonly to: string;
  readonly tables: string;
}

export function addKql(
  program: Command,
  { output, now }: Terminal,
  exit: (status: ExitStatus) => void,
): void {
  program
    .command('kql')
    .description('print a stored query as KQL for Log Analytics')
    .argument('<query.json>', 'the query, as a dashboard or an alert rule stores it; - for standard input')
    .option('--from <time>', 'begin of the range', 'now-1h')
    .option('--to <time>', 'end of the range', 'now')
    .option('--tables <names>', 'the tables that the workspace has: resource, legacy or both', 'resource')
    .addHelpText(
      'after',
      '\nA query that needs several reads is printed as several, each after a line of comment.\n\nExample:\n' +
        '  echo \'{"kind": "taxonomy"}\' | gatewaylens kql --from now-24h --tables resource,legacy -',
    )
    .action(async (file: string, { from, to, tables }: Options) => {
      const time = now();
      const stored = await storedQuery(file);
      const queries = compiled(stored, rangeOf(from, to, time), tablesOf(tables), time);
      output.write(`${queries.join('\n\n')}\n`);
      exit(0);
    });
}

async function storedQuery(file: string): Promise<unknown> {
  const content = await (file === '-' ? text(process.stdin) : readFile(file, 'utf8')).catch(
    (problem: unknown) => {
      throw unreadableFile(file, problem, 'query-file-unreadable');
    },
  );
  const plain = content.replace(/^\uFEFF/, '');
  if (isLog(plain)) {
    throw new GatewaylensError('query-is-log', { path: file === '-' ? 'Standard input' : `“${file}”` });
  }
  const query = parsed(plain);
  if (query === undefined) {
    throw new GatewaylensError('query-unreadable');
  }
  return query;
}

/** Whether a text is what the other commands read: packed, no JSON, or JSON of records. */
function isLog(text: string): boolean {
  if (text.startsWith('\u001f') || ['csv', 'container', 'parquet'].includes(formatOf(text))) {
    return true;
  }
  const [first = ''] = text.split('\n', 1);
  const [record] = recordsOf(parsed(text) ?? parsed(first));
  return typeof record === 'object' && record !== null && canonicalRow(record) !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function compiled(
  stored: unknown,
  range: TimeRange,
  tables: readonly GatewayTable[],
  now: number,
): readonly string[] {
  const query = parseQuery(stored, { catalogue: builtinCatalogue });
  const context = { catalogue: builtinCatalogue, range, maxDataPoints: 0, forAlert: false, now };
  const queries = asKql(query, context, tables);
  return queries.map((text, i) => {
    // Where a text of the query holds such characters, KQL reads the same escapes.
    const kql = text.split('\n').map(printable).join('\n');
    return queries.length === 1 ? kql : `// ${i + 1} of ${queries.length}\n${kql}`;
  });
}

const known = ['resource', 'legacy'] as const satisfies readonly GatewayTable[];

function tablesOf(names: string): readonly GatewayTable[] {
  return choicesOf(names, known);
}
