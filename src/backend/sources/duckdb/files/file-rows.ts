import { stat } from 'node:fs/promises';
import path from 'node:path';
import { GatewaylensError } from '../../../../core/errors';
import type { Notice } from '../../../../core/frames';
import type { Capability } from '../../log-source';
import type { Rows } from '../duckdb-source';
import type { Engine } from '../engine';
import { Gate } from '../gate';
import { SharedTask } from '../shared-task';
import { findFiles, quoted } from './find-files';
import { parquetColumns, parquetShape } from './parquet';
import { countsQuery, filesRelation, type FileGroup } from './relation';
import { sampleFile } from './sample';

/** What was found in the files. */
interface Reading {
  readonly files: number;
  readonly sql: string;
  readonly records: number;
  /** Sentences about what could not be read, with the names of the files. */
  readonly warnings: readonly string[];
}

/** Panels of a dashboard ask at the same time; files that come in between are found at the next refresh. */
const LISTING_MS = 2000;
/** An export has a file for every hour: thousands at once would need too much memory. */
const SAMPLES_AT_ONCE = 8;
/** Names that a warning lists. */
const NAMED = 3;

/**
 * Exported log files.
 * @param folder the folder that Grafana's administrator allows
 * @param wanted a file, a folder or a pattern below it
 * @param now milliseconds since some moment
 */
export function fileRows(folder: string, wanted: string, now: () => number): Rows {
  let listing: { readonly at: number; readonly files: Promise<Listing> } | undefined;
  let known: { readonly fingerprint: string; readonly task: SharedTask<Reading> } | undefined;

  const listed = () => {
    if (!listing || now() - listing.at > LISTING_MS) {
      const current = { at: now(), files: listFiles(folder, wanted) };
      current.files.catch(() => (listing = listing === current ? undefined : listing));
      listing = current;
    }
    return listing.files;
  };

  /** Read once for as long as no file comes, goes or changes. */
  const reading = async (engine: Engine, signal: AbortSignal): Promise<Reading> => {
    const { files, fingerprint } = await listed();
    if (known?.fingerprint !== fingerprint || known.task.isEnded) {
      const task = new SharedTask((ending) => read(files, folder, wanted, engine, ending));
      const current = { fingerprint, task };
      known = current;
      task.result.catch(() => (known = known === current ? undefined : known));
    }
    return known.task.join(signal).catch((problem: unknown) => {
      throw signal.aborted ? new GatewaylensError('cancelled') : problem;
    });
  };

  return {
    relation: async (_, engine, signal) => {
      const { sql, warnings } = await reading(engine, signal);
      return { sql, notices: warnings.map((text): Notice => ({ severity: 'warning', text })) };
    },
    check: async (engine, signal) => [capability(await reading(engine, signal))],
  };
}

function capability({ files, records, warnings }: Reading): Capability {
  const found = {
    name: 'Log files',
    message: `${records.toLocaleString('en')} gateway records; files read: ${files}.`,
  };
  return warnings.length > 0
    ? { ...found, state: 'limited', hint: warnings.join(' ') }
    : { ...found, state: 'ok' };
}

interface Listing {
  readonly files: readonly string[];
  readonly fingerprint: string;
}

async function listFiles(folder: string, wanted: string): Promise<Listing> {
  const files = await findFiles(folder, wanted);
  const states = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file).catch(() => ({ size: -1, mtimeMs: 0 }));
      return `${file}:${size}:${mtimeMs}`;
    }),
  );
  return { files, fingerprint: states.join('\n') };
}

async function read(
  files: readonly string[],
  folder: string,
  wanted: string,
  engine: Engine,
  signal: AbortSignal,
): Promise<Reading> {
  const sampled = await samplesOf(files, engine, signal);
  const readable = await Promise.all(
    grouped(sampled.flatMap((one) => ('problem' in one ? [] : [one]))).map((group) =>
      counted(group, engine, signal),
    ),
  );
  signal.throwIfAborted();
  const failed = [
    ...sampled.flatMap((one) => ('problem' in one ? [one.file] : [])),
    ...readable.flatMap((one) => one.failed),
  ];
  const empty = readable.flatMap(({ group, records }) => (records === 0 ? group.files : []));
  const groups = readable.filter(({ records }) => records > 0).map(({ group }) => group);
  if (groups.length === 0) {
    throw failed.length === files.length
      ? new GatewaylensError('files-failed')
      : new GatewaylensError('files-unreadable', { path: quoted(wanted) });
  }
  const total = (of: 'lines' | 'records') =>
    readable.reduce((sum, one) => sum + (one.records > 0 ? one[of] : 0), 0);
  return {
    files: files.length - failed.length - empty.length,
    sql: filesRelation(groups),
    records: total('records'),
    warnings: [
      ...fileWarning('could not be read', failed, files.length, folder),
      ...fileWarning('hold no gateway records', empty, files.length, folder),
      ...recordWarning(total('lines'), total('records')),
    ],
  };
}

function fileWarning(what: string, which: readonly string[], all: number, folder: string): readonly string[] {
  const names = which.map((file) => path.relative(folder, file));
  return which.length === 0 ? [] : [`${which.length} of ${all} log files ${what}: ${namesOf(names)}.`];
}

function recordWarning(lines: number, records: number): readonly string[] {
  const [other, all] = [lines - records, lines].map((number) => number.toLocaleString('en'));
  return lines === records
    ? []
    : [
        `Not counted, because they are no gateway records with a time: ${other} of ${all} records of the log files.`,
      ];
}

function namesOf(files: readonly string[]): string {
  const more = files.length - NAMED;
  return [...files.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}

type Sampled = FileGroup | { readonly file: string; readonly problem: unknown };

function samplesOf(files: readonly string[], engine: Engine, signal: AbortSignal): Promise<Sampled[]> {
  const gate = new Gate(SAMPLES_AT_ONCE);
  return Promise.all(files.map((file) => gate.through(signal, () => howToRead(file, engine, signal))));
}

/** How one file is to be read. */
async function howToRead(file: string, engine: Engine, signal: AbortSignal): Promise<Sampled> {
  try {
    const sample = await sampleFile(file);
    if (sample.format !== 'parquet') {
      return { ...sample, files: [file], parquet: [] };
    }
    const parquet = await parquetColumns(file, engine, signal);
    const shape = parquetShape(parquet);
    return { ...sample, shapes: shape ? [shape] : [], files: [file], parquet };
  } catch (problem) {
    return { file, problem };
  }
}

/** Files that are read alike become one group. */
function grouped(single: readonly FileGroup[]): readonly FileGroup[] {
  const groups = new Map<string, FileGroup>();
  for (const one of single) {
    const key = JSON.stringify([one.format, one.shapes, one.isPlain, one.parquet]);
    const known = groups.get(key);
    groups.set(key, known ? { ...known, files: [...known.files, ...one.files] } : one);
  }
  return [...groups.values()];
}

interface Counted {
  readonly group: FileGroup;
  readonly lines: number;
  readonly records: number;
  readonly failed: readonly string[];
}

/** Counts the records of a group; where that fails, file by file, so that one bad file costs no other. */
async function counted(group: FileGroup, engine: Engine, signal: AbortSignal): Promise<Counted> {
  if (group.shapes.length === 0) {
    return { group, lines: 0, records: 0, failed: [] };
  }
  try {
    const [[lines, records] = []] = await engine.rows(countsQuery(group), signal);
    return { group, lines: Number(lines), records: Number(records), failed: [] };
  } catch (problem) {
    signal.throwIfAborted();
    if (group.files.length === 1) {
      return { group: { ...group, files: [] }, lines: 0, records: 0, failed: group.files };
    }
    const singles = await Promise.all(
      group.files.map((file) => counted({ ...group, files: [file] }, engine, signal)),
    );
    const good = singles.filter(({ failed }) => failed.length === 0);
    const sum = (of: 'lines' | 'records') => good.reduce((total, one) => total + one[of], 0);
    return {
      group: { ...group, files: good.flatMap((one) => one.group.files) },
      lines: sum('lines'),
      records: sum('records'),
      failed: singles.flatMap(({ failed }) => failed),
    };
  }
}
