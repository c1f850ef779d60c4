/** log-analytics-reader.ts PLACE ROWS: reads one answer with so many rows, and prints its number of rows and memory. */
import { sourceAt } from '../../tests/support/fake-workspace';
import { planOf } from './log-analytics-plans';

const [place = '', rows = ''] = process.argv.slice(2);
const source = sourceAt(JSON.parse(place) as Parameters<typeof sourceAt>[0], { windowMs: 0 });
void source.answers([planOf(1, Number(rows))], new AbortController().signal).then(async ([answer]) => {
  const found = { rows: answer?.table.rows.length, bytes: process.resourceUsage().maxRSS * 1024 };
  process.stdout.write(JSON.stringify(found));
  await source.dispose();
});
