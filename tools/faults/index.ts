/** npm run faults: every fault of Log Analytics and of the way to it, and what users see of it. Needs `npm run setup:kql`. */
import { observedRows, resourceTable } from '../../tests/support/gateway-records';
import { KqlEngine } from '../../tests/support/kql-engine';
import { requirements } from '../../tests/support/requirements';
import { faultMatrix, type Cell } from './matrix';

const say = (text: string) => process.stdout.write(`${text}\n`);
const distinct = (texts: readonly string[]) => [...new Set(texts)].join(' / ');

/** One line for all kinds of query. */
function line(cells: readonly Cell[]): string {
  const verdicts = (asked: Cell['asked']) =>
    distinct(cells.filter((cell) => cell.asked === asked).map(({ verdict }) => verdict));
  const unexpected = cells.filter(({ isExpected }) => !isExpected);
  const mark = unexpected.length === 0 ? 'ok' : `WRONG: ${distinct(unexpected.map(({ kind }) => kind))}`;
  const told = distinct(cells.map(({ told: text }) => text)).slice(0, 140);
  return [cells[0]!.fault.padEnd(26), verdicts('view').padEnd(25), verdicts('alert').padEnd(25), verdicts('health').padEnd(25), mark.padEnd(4), told]
    .join(' ')
    .trimEnd();
} // prettier-ignore

async function main(): Promise<void> {
  const { command, missing } = requirements.kqlEngine;
  if (command === undefined) {
    throw new Error(missing);
  }
  const engine = new KqlEngine(command);
  const { columns, rows } = resourceTable(observedRows.map(({ row }) => row));
  await engine.table('ApiManagementGatewayLogs', columns, rows);
  say(
    `${'fault'.padEnd(26)} ${'dashboard'.padEnd(25)} ${'alert rule'.padEnd(25)} ${'health check'.padEnd(25)}      what is told`,
  );
  const cells = await faultMatrix(engine, (found) => say(line(found)));
  engine.stop();
  const wrong = cells.filter(({ isExpected }) => !isExpected).length;
  say(`\n${cells.length} cases, ${wrong === 0 ? 'all as they have to be' : `${wrong} wrong`}.`);
  process.exit(wrong === 0 ? 0 : 1);
}

main().catch((problem: unknown) => {
  process.stderr.write(`${String(problem)}\n`);
  process.exit(2);
});
