/**
 * tsx read-files.ts FOLDER PATTERN KIND MILLIONS RUNS: answers a query of this kind from files as the backend does, in
 * a process of its own, and prints how long the first and each further answer took and how much memory it needed.
 */
import { tmpdir } from 'node:os';
import { DuckDbSource } from '../../src/backend/sources/duckdb/duckdb-source';
import { Engine } from '../../src/backend/sources/duckdb/engine';
import { fileRows } from '../../src/backend/sources/duckdb/files/file-rows';
import { completeQuery } from '../../src/core/query';
import { kindOf } from '../../src/core/query/kinds';
import { builtinCatalogue } from '../../src/core/scenarios';
import { rangeOf } from './log-data';

/** Times in ms, memory in bytes. */
export interface FileReading {
  readonly first: number;
  readonly further: readonly number[];
  /** Processor time of each further answer: what the answer would take on one core that does nothing else. */
  readonly processor: readonly number[];
  readonly memory: number;
  readonly requests: number;
}

async function main([
  folder = '',
  pattern = '',
  kind = '',
  millions = '',
  runs = '',
]: readonly string[]): Promise<void> {
  const engine = new Engine([folder], tmpdir());
  const source = new DuckDbSource(fileRows(folder, pattern, Date.now), builtinCatalogue, engine);
  const query = completeQuery({ kind });
  const range = rangeOf(Number(millions));
  const context = { catalogue: builtinCatalogue, range, maxDataPoints: 0, forAlert: false, now: range.to };
  const { signal } = new AbortController();
  const answer = async () => {
    const start = performance.now();
    const before = process.cpuUsage();
    const plans = kindOf(query).plans(query, context);
    const answers = await source.answers(plans, signal);
    const { user, system } = process.cpuUsage(before);
    return { time: performance.now() - start, processor: (user + system) / 1000, answers };
  };
  const { time: first, answers } = await answer();
  const further: { readonly time: number; readonly processor: number }[] = [];
  for (let i = 0; i < Number(runs); i++) {
    further.push(await answer());
  }
  await engine.dispose();
  const outcomes = answers.find(({ plan }) => plan.gives === 'groups' && plan.dimensions[0] === 'outcome');
  const reading: FileReading = {
    first,
    further: further.map(({ time }) => time),
    processor: further.map(({ processor }) => processor),
    memory: process.resourceUsage().maxRSS * 1024,
    requests: (outcomes?.table.rows ?? []).reduce((sum, row) => sum + Number(row.at(-1)), 0),
  };
  process.stdout.write(JSON.stringify(reading));
}

void main(process.argv.slice(2));
