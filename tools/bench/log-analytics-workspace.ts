/** log-analytics-workspace.ts ROWS MS: a workspace that answers every query with so many rows after so long; prints where it is. */
import { FakeWorkspace, type KqlRunner } from '../../tests/support/fake-workspace';
import { columnsOfAnswer } from './log-analytics-plans';

const rows = Array.from({ length: Number(process.argv[2] ?? 0) }, (_, i) =>
  columnsOfAnswer.map(([name]) => (name.startsWith('s') ? `scenario-${i % 40} of some length` : i)),
);
const runner: KqlRunner = { query: async () => ({ columns: columnsOfAnswer, rows }) };

void FakeWorkspace.start({ engine: runner, delayMs: Number(process.argv[3] ?? 0) }).then(
  ({ url, certificate }) => process.stdout.write(`${JSON.stringify({ url, certificate })}\n`),
);
