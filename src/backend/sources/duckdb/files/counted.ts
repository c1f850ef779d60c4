import { shapes } from '../../../../core/log';
import type { Engine } from '../engine';
import { problemOfFile, type Failed } from './file-problem';
import { countsQuery, type FileGroup } from './relation';

/** Times of the first and of the last record, milliseconds since 1970. */
export interface Extent {
  readonly first: number;
  readonly last: number;
}

interface Counts {
  readonly lines: number;
  /** Gateway records with a time. */
  readonly records: number;
  /** Gateway records without one. */
  readonly timeless: number;
  /** Records whose cause is open because a column is missing. */
  readonly open: number;
  readonly extent: Extent;
  /** Files with records that are no gateway records that can be read. */
  readonly unreadIn: readonly string[];
  /** Files with gateway records without a time. */
  readonly timelessIn: readonly string[];
}

export interface Counted extends Counts {
  readonly group: FileGroup;
  readonly failed: readonly Failed[];
}

const NOTHING: Counts = {
  lines: 0,
  records: 0,
  timeless: 0,
  open: 0,
  extent: { first: Infinity, last: -Infinity },
  unreadIn: [],
  timelessIn: [],
};

export function summed(counts: readonly Counts[]): Counts {
  const sum = (name: 'lines' | 'records' | 'timeless' | 'open') =>
    counts.reduce((all, one) => all + one[name], 0);
  return {
    lines: sum('lines'),
    records: sum('records'),
    timeless: sum('timeless'),
    open: sum('open'),
    extent: counts.reduce(
      ({ first, last }, { extent }) => ({
        first: Math.min(first, extent.first),
        last: Math.max(last, extent.last),
      }),
      NOTHING.extent,
    ),
    unreadIn: counts.flatMap(({ unreadIn }) => unreadIn),
    timelessIn: counts.flatMap(({ timelessIn }) => timelessIn),
  };
}

/** Counts the records of a group; where that fails, file by file, so that one bad file costs no other. */
export async function counted(
  group: FileGroup,
  engine: Engine,
  signal: AbortSignal,
): Promise<readonly Counted[]> {
  if (group.shapes.length === 0) {
    return [{ ...NOTHING, group, failed: [] }];
  }
  try {
    return [{ ...(await held(group, engine, signal)), failed: [] }];
  } catch (problem) {
    const why = problemOfFile(problem);
    const [file = '', ...others] = group.files;
    if (others.length === 0) {
      return [{ ...NOTHING, group: { ...group, files: [] }, failed: [{ file, problem: why }] }];
    }
    const singles = await Promise.all(
      group.files.map((file) => counted({ ...group, files: [file] }, engine, signal)),
    );
    return singles.flat();
  }
}

interface Held extends Counts {
  readonly group: FileGroup;
  readonly doubtful: number;
}

/**
 * What a group holds. Where samples showed a part only and not all of the rest is like it, every record is looked at as
 * one of any shape.
 */
async function held(group: FileGroup, engine: Engine, signal: AbortSignal): Promise<Held> {
  const found = await tallied(group, engine, signal);
  const mayHoldMore = !group.isWhole && (group.isPlain || group.shapes.length < shapes.length);
  if (!mayHoldMore || (found.records === found.lines && found.doubtful === 0)) {
    return found;
  }
  const all = await tallied({ ...group, shapes, isPlain: false }, engine, signal);
  return found.doubtful > 0 || all.records > found.records ? all : found;
}

/** Shapes of which a group has no record are left out: each would be read for. */
async function tallied(group: FileGroup, engine: Engine, signal: AbortSignal): Promise<Held> {
  const rows = (await engine.rows(countsQuery(group), signal)).map((row) => heldByFile(row, group));
  const found = group.shapes.filter((_, i) => rows.some(({ ofShapes }) => (ofShapes[i] ?? 0) > 0));
  return {
    ...summed(rows),
    group: { ...group, shapes: found, isPlain: group.isPlain && found.length === group.shapes.length },
    doubtful: rows.reduce((sum, { doubtful }) => sum + doubtful, 0),
  };
}

/** A row of the query for the counts. */
function heldByFile([index, ...values]: readonly unknown[], { files }: FileGroup) {
  const [lines = 0, doubtful = 0, first, last, timeless = 0, open = 0, ...ofShapes] = values.map(Number);
  const records = ofShapes.reduce((sum, number) => sum + number, 0);
  const file = files.slice(Number(index), Number(index) + 1);
  return {
    doubtful,
    lines,
    records,
    timeless,
    open,
    extent: records === 0 ? NOTHING.extent : { first: Number(first), last: Number(last) },
    unreadIn: lines > records + timeless ? file : [],
    timelessIn: timeless > 0 ? file : [],
    ofShapes,
  };
}
