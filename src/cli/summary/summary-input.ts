import { realpath, stat } from 'node:fs/promises';
import path from 'node:path';
import { demoRows } from '../../backend/sources/duckdb/demo/demo-rows';
import type { Rows } from '../../backend/sources/duckdb/duckdb-source';
import { readFiles } from '../../backend/sources/duckdb/files/file-rows';
import { jsonEndings } from '../../backend/sources/duckdb/files/log-names';
import { GatewaylensError } from '../../core/errors';
import { logFiles } from '../read/log-files';
import { nameOf } from '../read/unreadable-file';
import { isSound } from '../read/is-sound';
import { formatOfFile } from '../read/read-file';
import { stage, type Staged } from './stage';

/** What a summary is made of. */
export interface SummaryInput {
  readonly rows: Rows;
  /** Folders that the engine has to read. */
  readonly folders: readonly string[];
  readonly title: string;
  /** Sentences about rows that could not be read. */
  readonly warnings: readonly string[];
  /** What is wrong with whole files, which costs no other. */
  readonly problems: readonly unknown[];
}

export const demoInput = (now: () => number): SummaryInput => ({
  rows: demoRows(now),
  folders: [],
  title: 'Invented demo data (no file was given)',
  warnings: [],
  problems: [],
});

type Tell = (rows: number, file: string) => void;

/**
 * @param workFolder where files are put that the engine cannot read as they are
 * @param tell is called while files are read here
 */
export async function summaryInput(
  given: readonly string[],
  workFolder: string,
  tell: Tell,
): Promise<SummaryInput> {
  const problems: unknown[] = [];
  const warnings: string[] = [];
  /** What the user calls each file that is read. */
  const readable = new Map<string, string>();
  let rows = 0;
  const failed = (problem: unknown) => void problems.push(problem);
  for (const [i, file] of (await logFiles(given, true, failed)).entries()) {
    const found = await readableByEngine(file, path.join(workFolder, `${i}.ndjson`), tell).catch(failed);
    if (!found) {
      continue;
    }
    warnings.push(...found.warnings);
    if (found.problem !== undefined) {
      failed(found.problem);
    }
    rows += found.rows;
    readable.set(found.target, nameOf(file));
  }
  const title = given.map(nameOf).join(', ');
  if (rows === 0) {
    throw problems[0] ?? new GatewaylensError('rows-missing', { path: title });
  }
  const folders = [...new Set([...readable.keys()].map((file) => path.dirname(file)))];
  return { rows: rowsOf(readable, title), folders, title, warnings, problems };
}

/** All files together, so that requests which are in both tables count once. */
function rowsOf(names: ReadonlyMap<string, string>, title: string): Rows {
  const { relation, check } = readFiles(async () => ({
    files: [...names.keys()],
    fingerprint: '',
    nameOf: (file) => names.get(file) ?? file,
    title,
  }));
  return {
    relation: (range, engine, signal) =>
      relation(range, engine, signal).catch((problem: unknown) => {
        throw inOurWords(problem, title);
      }),
    check,
  };
}

/** The hints of the data source name what the command line has not: fewer formats, and Grafana’s log. */
function inOurWords(problem: unknown, title: string): unknown {
  switch (problem instanceof GatewaylensError ? problem.code : undefined) {
    case 'files-failed':
      return new GatewaylensError(
        'file-unreadable',
        { path: title, problem: 'it is damaged' },
        { cause: problem },
      );
    case 'files-unreadable':
      return new GatewaylensError('logs-unreadable', { path: title }, { cause: problem });
    default:
      return problem;
  }
}

/** Characters that mean something in the patterns of the engine, wherever in a path. */
const IN_PATTERNS = /[*?[\]{}()!|,\\^$+@]/;
const BY_ENGINE = {
  plain: new RegExp(`\\.(?:${jsonEndings.join('|')})$`),
  gzip: new RegExp(`\\.(?:${jsonEndings.join('|')})\\.gz$`),
} as const;

/** The file itself, or a copy that the engine can read: it goes by names, and a list with one broken record is lost to it. */
async function readableByEngine(file: string, copy: string, tell: Tell): Promise<Staged> {
  // What comes through a pipe can be read once only.
  if (file === '-' || !(await stat(file)).isFile()) {
    return stage(file, nameOf(file), copy, tell);
  }
  const { format, isGzip, isPlain, isEmpty } = await formatOfFile(file);
  const real = await realpath(file);
  const isNamed = BY_ENGINE[isGzip ? 'gzip' : 'plain'].test(real) && !IN_PATTERNS.test(real);
  const isReadable =
    format === 'parquet' ||
    (format === 'lines' && !isEmpty && isPlain && isNamed && (await isSound(real, isGzip)));
  return isReadable ? { target: real, rows: Infinity, warnings: [] } : stage(file, file, copy, tell);
}
