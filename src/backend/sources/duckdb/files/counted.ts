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
};

export const summed = (counts: readonly Counts[]): Counts =>
  counts.reduce(
    (sum, { lines, records, timeless, open, extent: { first, last } }) => ({
      lines: sum.lines + lines,
      records: sum.records + records,
      timeless: sum.timeless + timeless,
      open: sum.open + open,
      extent: { first: Math.min(sum.extent.first, first), last: Math.max(sum.extent.last, last) },
    }),
    NOTHING,
  );

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
  const [[lines, doubtful, first, last, timeless, open, ...ofShapes] = []] = await engine.rows(
    countsQuery(group),
    signal,
  );
  const records = ofShapes.reduce((sum: number, number) => sum + Number(number), 0);
  const found = group.shapes.filter((_, i) => Number(ofShapes[i]) > 0);
  return {
    group: { ...group, shapes: found, isPlain: group.isPlain && found.length === group.shapes.length },
    doubtful: Number(doubtful),
    lines: Number(lines),
    records,
    timeless: Number(timeless),
    open: Number(open),
    extent: records === 0 ? NOTHING.extent : { first: Number(first), last: Number(last) },
  };
}
