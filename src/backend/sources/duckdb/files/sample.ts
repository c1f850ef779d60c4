import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import {
  leftOut,
  MISSING,
  misleadingTimes,
  readJson,
  shapeOf,
  shapes,
  TABLE_NAME,
  withOpenBags,
  type Shape,
} from '../../../../core/log';
import { formatOf, type FileFormat } from './format-of';
import { unpackedSize } from './unpacked-size';

export interface Sample {
  /** What is neither JSON nor Parquet is looked through line by line. */
  readonly format: Extract<FileFormat, 'lines' | 'array' | 'object' | 'parquet'>;
  /** Those of the records seen, in order of precedence, or all where none was seen yet; with Parquet the columns tell. */
  readonly shapes: readonly Shape[];
  /** Whether every record seen is an object of its own in one shape, so that it can be read with declared columns. */
  readonly isPlain: boolean;
  /** Whether every record was seen. */
  readonly isWhole: boolean;
  /** Bytes that an object may have at most; of other formats 0. */
  readonly largest: number;
  /** Whether a byte order mark comes before the first record. */
  readonly isMarked: boolean;
  /** A text that stands for what is missing, as the `az` tool writes it. */
  readonly missing: string | undefined;
  /** Keys of which the values are taken for missing: they would mislead. */
  readonly misleading: readonly string[];
  /** What stands for the message of failures that a missing column would explain; undefined where none is missing. */
  readonly leftOut: string | undefined;
}

/** Bytes of the largest object that is read; it holds all records of its file. */
export const LARGEST_OBJECT = 256 * 1024 * 1024;
/** Enough for some hundred records. */
const SAMPLE_BYTES = 1_000_000;
const MARK = '\uFEFF';
const PARQUET: Sample = {
  format: 'parquet',
  shapes: [],
  isPlain: false,
  isWhole: true,
  largest: 0,
  isMarked: false,
  missing: undefined,
  misleading: [],
  leftOut: undefined,
};

/** @throws Error when the file cannot be read or unpacked */
export async function sampleFile(file: string): Promise<Sample> {
  if (file.endsWith('.parquet')) {
    return PARQUET;
  }
  const { text, isEnd, isMarked } = await beginningOf(file);
  const looked = formatOf(text);
  if (looked === 'parquet') {
    return PARQUET;
  }
  const format = looked === 'array' || looked === 'object' ? looked : 'lines';
  const whole = format === 'lines' ? undefined : parsed(text);
  const found =
    format === 'lines' ? lines(text).map(parsed) : whole === undefined ? piecesOf(text) : [whole].flat();
  // Of what is cut into pieces, some may be missed.
  const isWhole = isEnd && (format === 'lines' || whole !== undefined);
  const records = found.flatMap((value) => envelopeOf(value) ?? [value]);
  const seen = new Set(records.map(shapeOfRecord));
  const known = shapes.filter((shape) => seen.has(shape));
  const isUnknown = known.length === 0 && !isWhole;
  return {
    format,
    shapes: isUnknown ? shapes : known,
    isPlain:
      format === 'lines' && !isUnknown && !isMarked && !found.some(envelopeOf) && records.every(isFlat),
    isWhole,
    largest: format === 'object' ? await unpackedSize(file, LARGEST_OBJECT) : 0,
    isMarked,
    ...ofTable(records, known),
  };
}

type Table = Pick<Sample, 'missing' | 'misleading' | 'leftOut'>;

/** In an answer as the `az` tool writes it every record has all columns, so the first tells which are missing. */
function ofTable(records: readonly unknown[], known: readonly Shape[]): Table {
  const [shape] = known;
  const [names = []] = records.filter(isObject).map(Object.keys);
  return shape && names.includes(TABLE_NAME)
    ? { missing: MISSING, misleading: misleadingTimes(names, shape), leftOut: leftOut(names, shape) }
    : { missing: undefined, misleading: [], leftOut: undefined };
}

const isObject = (record: unknown): record is object => typeof record === 'object' && record !== null;

interface Beginning {
  readonly text: string;
  readonly isEnd: boolean;
  readonly isMarked: boolean;
}

async function beginningOf(file: string): Promise<Beginning> {
  const raw = createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const chunks: Buffer[] = [];
  let size = 0;
  const failed = new Promise<never>((_, reject) => {
    raw.on('error', reject);
    input.on('error', reject);
  });
  const read = async (): Promise<Beginning> => {
    let isEnd = true;
    for await (const chunk of input) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size >= SAMPLE_BYTES) {
        isEnd = false;
        break;
      }
    }
    const text = Buffer.concat(chunks).toString('utf8');
    const isMarked = text.startsWith(MARK);
    return { text: isMarked ? text.slice(MARK.length) : text, isEnd, isMarked };
  };
  try {
    return await Promise.race([read(), failed]);
  } finally {
    raw.destroy();
  }
}

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}

/** The records within a list or an envelope; undefined for a record of its own. */
function envelopeOf(value: unknown): readonly unknown[] | undefined {
  const { records = value } = (value ?? {}) as { records?: unknown };
  return Array.isArray(records) ? records : undefined;
}

/** Records of an array or an envelope without its end: every balanced piece that parses. */
function piecesOf(text: string): readonly unknown[] {
  const start = text.indexOf('[') + 1;
  return balanced(text.slice(start)).map(parsed);
}

/** Texts of the objects at the top level of a list. */
function balanced(list: string): readonly string[] {
  const pieces: string[] = [];
  let [depth, start, inText] = [0, 0, false];
  for (let i = 0; i < list.length; i++) {
    const c = list[i];
    if (inText) {
      i += c === '\\' ? 1 : 0;
      inText = c !== '"';
    } else if (c === '"') {
      inText = true;
    } else if (c === '{') {
      start = depth++ === 0 ? i : start;
    } else if (c === '}' && --depth === 0) {
      pieces.push(list.slice(start, i + 1));
    }
  }
  return pieces;
}

function shapeOfRecord(record: unknown): Shape | undefined {
  return isObject(record) ? shapeOf(withOpenBags(record)) : undefined;
}

/** Whether no bag of the record is written as text. */
function isFlat(record: unknown): boolean {
  return !isObject(record) || withOpenBags(record) === record;
}
