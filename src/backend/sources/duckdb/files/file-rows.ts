import { setMaxListeners } from 'node:events';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { amount } from '../../../../core/amount';
import { GatewaylensError } from '../../../../core/errors';
import type { Notice } from '../../../../core/frames';
import { leftOut, misleadingTimes } from '../../../../core/log';
import type { TimeRange } from '../../../../core/plan';
import type { Capability } from '../../log-source';
import type { Rows } from '../duckdb-source';
import type { Engine } from '../engine';
import { Gate, SharedTask } from '../../../concurrency';
import { counted, summed, type Extent } from './counted';
import type { FileList } from './file-list';
import { problemOfFile, type Failed } from './file-problem';
import { findFiles, quoted } from './find-files';
import { hasNoNullTexts, parquetColumns, parquetShape } from './parquet';
import { filesRelation, twiceQuery, type FileGroup } from './relation';
import { sampleFile } from './sample';
import { brokenWarning, emptyWarning, openWarning, recordWarning, twiceRemark } from './warnings';

/** What was found in the files. */
interface Reading {
  readonly files: number;
  readonly sql: string;
  readonly isStream: boolean;
  readonly records: number;
  readonly extent: Extent;
  /** Sentences about what could not be read, with the names of the files. */
  readonly warnings: readonly string[];
  /** Sentences about what was read otherwise than one might think. */
  readonly remarks: readonly string[];
}

/** Panels of a dashboard ask at the same time; files that come in between are found at the next refresh. */
const LISTING_MS = 2000;
/** An export has a file for every hour: thousands at once would need too much memory. */
const SAMPLES_AT_ONCE = 8;
/** The command line reads the same files line by line. */
const MORE = '“gatewaylens classify” on the command line tells where and why';
/** As much of a range may lie beyond the records without a word. */
const BEYOND_MS = 60_000;

/**
 * Exported log files.
 * @param folder the folder that Grafana's administrator allows
 * @param wanted a file, a folder or a pattern below it
 * @param now milliseconds since some moment
 */
export function fileRows(folder: string, wanted: string, now: () => number): Rows {
  let listing: { readonly at: number; readonly list: Promise<FileList> } | undefined;
  return readFiles(() => {
    if (!listing || now() - listing.at > LISTING_MS) {
      const current = { at: now(), list: listFiles(folder, wanted) };
      current.list.catch(() => (listing = listing === current ? undefined : listing));
      listing = current;
    }
    return listing.list;
  }, beyond);
}

/** Before the first record and after the last nothing is known, which is not the same as no requests. */
function beyond({ from, to }: TimeRange, { first, last }: Extent): readonly Notice[] {
  return first - from <= BEYOND_MS && to - last <= BEYOND_MS
    ? []
    : [
        {
          severity: 'info',
          text: `The log files hold requests from ${time(first)} to ${time(last)}; there is nothing known outside.`,
        },
      ];
}

function time(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
}

/**
 * All files of a list as one relation: only there are rows found that are in both tables.
 * @param list is asked at every query
 * @param ofRange what has to be said of a range
 */
export function readFiles(
  list: () => Promise<FileList>,
  ofRange: (range: TimeRange, extent: Extent) => readonly Notice[] = () => [],
): Rows {
  let known: { readonly fingerprint: string; readonly task: SharedTask<Reading> } | undefined;

  /** Read once for as long as no file comes, goes or changes. */
  const reading = async (engine: Engine, signal: AbortSignal): Promise<Reading> => {
    const found = await list();
    if (known?.fingerprint !== found.fingerprint || known.task.isEnded) {
      const task = new SharedTask((ending) => read(found, engine, ending));
      const current = { fingerprint: found.fingerprint, task };
      known = current;
      task.result.catch(() => (known = known === current ? undefined : known));
    }
    return known.task.join(signal).catch((problem: unknown) => {
      throw signal.aborted ? new GatewaylensError('cancelled') : problem;
    });
  };

  return {
    relation: async (range, engine, signal) => {
      const { sql, isStream, warnings, remarks, extent } = await reading(engine, signal);
      const told = [
        ...warnings.map((text): Notice => ({ severity: 'warning', text })),
        ...remarks.map((text): Notice => ({ severity: 'info', text })),
      ];
      return { sql, isStream, notices: [...told, ...ofRange(range, extent)] };
    },
    check: async (engine, signal) => [capability(await reading(engine, signal))],
  };
}

function capability({ files, records, warnings }: Reading): Capability {
  const found = {
    name: 'Log files',
    message: `${amount(records, 'gateway record')}; files read: ${amount(files)}.`,
  };
  return warnings.length > 0
    ? { ...found, state: 'limited', hint: warnings.join(' ') }
    : { ...found, state: 'ok' };
}

async function listFiles(folder: string, wanted: string): Promise<FileList> {
  const files = await findFiles(folder, wanted);
  const states = await Promise.all(
    files.map(async (file) => {
      const { size, mtimeMs } = await stat(file).catch(() => ({ size: -1, mtimeMs: 0 }));
      return `${file}:${size}:${mtimeMs}`;
    }),
  );
  const nameOf = (file: string) => path.relative(folder, file);
  return { files, fingerprint: states.join('\n'), nameOf, title: quoted(wanted), more: MORE };
}

async function read(list: FileList, engine: Engine, signal: AbortSignal): Promise<Reading> {
  const { sampled, readable } = await all(list.files, engine, signal);
  const failed = [...sampled.filter(isFailed), ...readable.flatMap((one) => one.failed)];
  const empty = readable.flatMap(({ group, records }) => (records === 0 ? group.files : []));
  const full = readable.filter(({ records }) => records > 0);
  if (full.length === 0) {
    throw failed.length === list.files.length
      ? new GatewaylensError('files-failed', {}, { cause: failed[0]?.problem })
      : new GatewaylensError('files-unreadable', { path: list.title });
  }
  const { lines, records, timeless, extent, unreadIn, timelessIn } = summed(full);
  const groups = grouped(full.map(({ group }) => group));
  const twice = twiceQuery(groups);
  const [[dropped] = []] = twice === undefined ? [] : await engine.rows(twice, signal);
  return {
    files: list.files.length - failed.length - empty.length,
    sql: filesRelation(groups),
    isStream: full.some(({ group }) => group.format !== 'parquet'),
    records,
    extent,
    warnings: [
      ...brokenWarning(
        failed.map(({ file }) => file),
        list,
      ),
      ...emptyWarning(empty, list),
      ...recordWarning(
        'they are no gateway records that can be read',
        lines - records - timeless,
        lines,
        unreadIn,
        list,
      ),
      ...recordWarning('their time is missing or cannot be read', timeless, lines, timelessIn, list),
      ...full.flatMap(({ group, open }) => openWarning(group, open, list)),
    ],
    remarks: twiceRemark(Number(dropped ?? 0)),
  };
}

/** What all files begin with, and what they hold; when that fails as a whole, nothing goes on behind it. */
async function all(files: readonly string[], engine: Engine, signal: AbortSignal) {
  const failing = new AbortController();
  const either = AbortSignal.any([signal, failing.signal]);
  // Every file waits for its turn, and listens for the end meanwhile.
  setMaxListeners(0, either);
  try {
    const sampled = await samplesOf(files, engine, either);
    const groups = grouped(sampled.flatMap((one) => (isFailed(one) ? [] : [one])));
    const readable = await Promise.all(groups.map((group) => counted(group, engine, either)));
    either.throwIfAborted();
    return { sampled, readable: readable.flat() };
  } catch (problem) {
    failing.abort();
    throw problem;
  }
}

type Sampled = FileGroup | Failed;

const isFailed = (one: Sampled): one is Failed => 'problem' in one;

function samplesOf(files: readonly string[], engine: Engine, signal: AbortSignal): Promise<Sampled[]> {
  const gate = new Gate(SAMPLES_AT_ONCE);
  return Promise.all(files.map((file) => gate.through(signal, () => howToRead(file, engine, signal))));
}

/** How one file is to be read. */
async function howToRead(file: string, engine: Engine, signal: AbortSignal): Promise<Sampled> {
  try {
    const sample = await sampleFile(file);
    if (sample.format !== 'parquet') {
      return { ...sample, files: [file], parquet: [], hasNoNullTexts: false };
    }
    const parquet = await parquetColumns(file, engine, signal);
    const shape = parquetShape(parquet);
    const names = parquet.map(({ name }) => name);
    const misleading = shape ? misleadingTimes(names, shape) : [];
    return {
      ...sample,
      shapes: shape ? [shape] : [],
      files: [file],
      parquet: parquet.filter(({ name }) => !misleading.includes(name)),
      hasNoNullTexts: shape !== undefined && (await hasNoNullTexts(file, parquet, shape, engine, signal)),
      leftOut: shape && leftOut(names, shape),
    };
  } catch (problem) {
    return { file, problem: problemOfFile(problem) };
  }
}

/** Files that are read alike become one group. */
function grouped(single: readonly FileGroup[]): readonly FileGroup[] {
  const groups = new Map<string, FileGroup>();
  for (const one of single) {
    const key = JSON.stringify([
      one.format,
      one.shapes,
      one.isPlain,
      one.isMarked,
      one.parquet,
      one.missing,
      one.misleading,
      one.hasNoNullTexts,
      one.leftOut,
    ]);
    const known = groups.get(key);
    groups.set(
      key,
      known
        ? {
            ...known,
            files: [...known.files, ...one.files],
            isWhole: known.isWhole && one.isWhole,
            largest: Math.max(known.largest, one.largest),
          }
        : one,
    );
  }
  return [...groups.values()];
}
