import { realpath, stat } from 'node:fs/promises';
import { GatewaylensError } from '../../../../core/errors';
import type { Shape } from '../../../../core/log';
import type { Rows } from '../duckdb-source';
import type { Engine } from '../engine';
import { findFiles } from './find-files';
import { filesRelation, linesQuery, type FileGroup } from './relation';
import { sampleShapes } from './sample-shapes';

/** What was found in the files. */
interface Reading {
  readonly files: number;
  readonly sql: string;
  readonly records: number;
  readonly unreadable: number;
}

/**
 * Exported log files: JSON lines, as they are or compressed with gzip.
 * @param folder the folder that Grafana's administrator allows
 * @param wanted a file, a folder or a pattern below it
 */
export async function fileRows(folder: string, wanted: string): Promise<Rows> {
  const root = await realpath(folder).catch(() => folder);
  let known: { readonly fingerprint: string; readonly reading: Promise<Reading> } | undefined;

  /** Read once for as long as no file comes, goes or changes. */
  const reading = async (engine: Engine): Promise<Reading> => {
    const files = await findFiles(folder, wanted);
    const fingerprint = await fingerprintOf(files);
    if (known?.fingerprint !== fingerprint) {
      const current = { fingerprint, reading: read(files, wanted, engine) };
      known = current;
      current.reading.catch(() => {
        known = known === current ? undefined : known;
      });
    }
    return known.reading;
  };

  return {
    folders: [root],
    relation: async (_, engine) => {
      const { sql, unreadable } = await reading(engine);
      return {
        sql,
        notices: unreadable > 0 ? [{ severity: 'warning', text: unreadableText(unreadable) }] : [],
      };
    },
    check: async (engine) => {
      const { files, records, unreadable } = await reading(engine);
      const found = { name: 'Log files', message: `${records} gateway records in ${files} files.` };
      return [
        unreadable > 0
          ? { ...found, state: 'limited', hint: unreadableText(unreadable) }
          : { ...found, state: 'ok' },
      ];
    },
  };
}

async function read(files: readonly string[], wanted: string, engine: Engine): Promise<Reading> {
  const groups = await grouped(files);
  if (groups.length === 0) {
    throw new GatewaylensError('files-unreadable', { path: wanted });
  }
  // Shared by all who wait for it, so no single query's cancellation ends it.
  const { signal } = new AbortController();
  const sql = filesRelation(groups);
  const [[lines] = []] = await engine.rows(linesQuery(groups), signal);
  const [[records] = []] = await engine.rows(`SELECT count("TimeGenerated") FROM ${sql}`, signal);
  return { files: files.length, sql, records: Number(records), unreadable: Number(lines) - Number(records) };
}

/** The files by the shapes of their records; those without any are left out. */
async function grouped(files: readonly string[]): Promise<readonly FileGroup[]> {
  const groups = new Map<string, { shapes: readonly Shape[]; files: string[] }>();
  for (const file of files) {
    const shapes = await sampleShapes(file);
    const group = groups.get(shapes.join()) ?? { shapes, files: [] };
    group.files.push(file);
    groups.set(shapes.join(), group);
  }
  return [...groups.values()].filter(({ shapes }) => shapes.length > 0);
}

async function fingerprintOf(files: readonly string[]): Promise<string> {
  const stats = await Promise.all(files.map((file) => stat(file)));
  return stats.map(({ size, mtimeMs }, i) => `${files[i]}:${size}:${mtimeMs}`).join('\n');
}

const unreadableText = (lines: number) =>
  `${lines} lines of the log files are no gateway records with a time, and are not counted.`;
