import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import { shapeOf, shapes, withOpenBags, type Shape } from '../../../../core/log';

/** How a file holds its records: a line each, one array, one object with `records`, or Parquet. */
export type FileFormat = 'lines' | 'array' | 'object' | 'parquet';

export interface Sample {
  readonly format: FileFormat;
  /** The shapes of record that the file begins with, in order of precedence; with Parquet its columns tell. */
  readonly shapes: readonly Shape[];
  /** Whether every record seen is an object of its own in one shape, so that it can be read with declared columns. */
  readonly isPlain: boolean;
}

/** Enough for some hundred records. */
const SAMPLE_BYTES = 1_000_000;

/** @throws Error when the file cannot be read or unpacked */
export async function sampleFile(file: string): Promise<Sample> {
  if (file.endsWith('.parquet')) {
    return { format: 'parquet', shapes: [], isPlain: false };
  }
  const text = await beginningOf(file);
  const format = formatOf(text);
  const found = format === 'lines' ? lines(text).map(parsed) : piecesOf(text);
  const records = found.flatMap((value) => envelopeOf(value) ?? [value]);
  const seen = new Set(records.map(shapeOfRecord));
  return {
    format,
    shapes: shapes.filter((shape) => seen.has(shape)),
    isPlain: format === 'lines' && !found.some(envelopeOf) && records.every(isFlat),
  };
}

async function beginningOf(file: string): Promise<string> {
  const raw = createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const chunks: Buffer[] = [];
  let size = 0;
  const failed = new Promise<never>((_, reject) => {
    raw.on('error', reject);
    input.on('error', reject);
  });
  const read = async () => {
    for await (const chunk of input) {
      chunks.push(chunk as Buffer);
      size += (chunk as Buffer).length;
      if (size >= SAMPLE_BYTES) {
        break;
      }
    }
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\uFEFF/, '');
  };
  try {
    return await Promise.race([read(), failed]);
  } finally {
    raw.destroy();
  }
}

function formatOf(text: string): FileFormat {
  if (/^\s*\[/.test(text)) {
    return 'array';
  }
  const [first = ''] = text.trimStart().split('\n', 1);
  // An object that goes on after its line is one object; an envelope in one line is read as a line.
  return /^\s*\{/.test(text) && !isJson(first)
    ? lines(text).slice(1).some(isJson)
      ? 'lines'
      : 'object'
    : 'lines';
}

const lines = (text: string) => text.split('\n').filter((line) => line.trim() !== '');

function isJson(line: string): boolean {
  return parsed(line) !== undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** The records within an envelope; undefined for a record of its own. */
function envelopeOf(value: unknown): readonly unknown[] | undefined {
  const { records } = (value ?? {}) as { records?: unknown };
  return Array.isArray(records) ? records : undefined;
}

/** Records at the beginning of an array or an envelope, without its end: every balanced piece that parses. */
function piecesOf(text: string): readonly unknown[] {
  const whole = parsed(text);
  const records = Array.isArray(whole) ? (whole as readonly unknown[]) : envelopeOf(whole);
  if (records) {
    return records;
  }
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
  return typeof record === 'object' && record !== null ? shapeOf(withOpenBags(record)) : undefined;
}

/** Whether no bag of the record is written as text. */
function isFlat(record: unknown): boolean {
  return typeof record !== 'object' || record === null || withOpenBags(record) === record;
}
