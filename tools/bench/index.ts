/**
 * npm run bench: how long and how much memory the plugin takes, against its targets. It makes its data in a temporary
 * folder (some 2 GB) from the demo data. `-- --quick` takes a tenth of the rows, and `-- NAME …` only what is named so.
 */
import { rmSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { version } from '@duckdb/node-api';
import { backend } from './backend';
import { megabytes, type Benchmark, type Finding, type Workplace } from './benchmark';
import { classifyAndSummarise } from './classify-and-summarise';
import { commandLine } from './command-line';
import { kqlSize } from './kql-size';
import { logAnalyticsMemory, logAnalyticsOverhead } from './log-analytics';
import { logAnalyticsCancel } from './log-analytics-cancel';
import { logAnalyticsDashboard } from './log-analytics-dashboard';
import { manyScenarios } from './many-scenarios';
import { ndjsonMemory } from './ndjson-memory';
import { panels } from './panels';
import { parquetTaxonomy } from './parquet-taxonomy';

const benchmarks: readonly Benchmark[] = [
  backend,
  kqlSize,
  logAnalyticsOverhead,
  logAnalyticsMemory,
  logAnalyticsCancel,
  logAnalyticsDashboard,
  classifyAndSummarise,
  manyScenarios,
  parquetTaxonomy,
  ndjsonMemory,
  commandLine,
  panels,
];

const say = (text: string) => process.stdout.write(`${text}\n`);

async function main(args: readonly string[]): Promise<void> {
  const isQuick = args.includes('--quick');
  const names = args.filter((arg) => !arg.startsWith('--')).map((name) => name.toLowerCase());
  const chosen = benchmarks.filter(
    ({ title }) => names.length === 0 || names.some((name) => title.toLowerCase().includes(name)),
  );
  const [processor] = cpus();
  say(`${processor?.model.trim() ?? 'unknown processor'}, ${cpus().length} cores, ${megabytes(totalmem())}`);
  say(`Node ${process.version}, DuckDB ${version()}${isQuick ? ', a tenth of the rows' : ''}\n`);
  const folder = await mkdtemp(path.join(tmpdir(), 'gatewaylens-bench-'));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      rmSync(folder, { recursive: true, force: true });
      process.exit(2);
    });
  }
  try {
    const findings = await runAll(chosen, { folder, million: isQuick ? 100_000 : 1_000_000, runs: 7 });
    const missed = findings.filter(({ isMet }) => !isMet).length;
    say(missed === 0 ? '\nEvery target is met.' : `\n${missed} targets are missed.`);
    process.exitCode = missed === 0 ? 0 : 1;
  } finally {
    await rm(folder, { recursive: true });
  }
}

async function runAll(chosen: readonly Benchmark[], workplace: Workplace): Promise<readonly Finding[]> {
  const all: Finding[] = [];
  for (const { title, run } of chosen) {
    say(title);
    const findings = await run(workplace);
    findings.forEach((finding) => say(line(finding)));
    all.push(...findings);
  }
  return all;
}

function line({ what, measured, target, isMet }: Finding): string {
  const verdict = target === '' ? '' : `${isMet ? 'met' : 'MISSED'} (${target})`;
  return `  ${what.padEnd(58)}  ${measured.padEnd(48)}  ${verdict}`.trimEnd();
}

main(process.argv.slice(2)).catch((problem: unknown) => {
  process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
  process.exitCode = 2;
});
