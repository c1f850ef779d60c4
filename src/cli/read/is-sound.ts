import { open } from 'node:fs/promises';
import { openBytes } from './open-text';
import { LONGEST } from './lines-of';

const NEWLINE = 10;
const PIECE = 65_536;

/**
 * Whether the engine can read a file of lines to its end: no line is longer than any record, and compressed data is
 * whole. Of a file that is not compressed only a little is looked at, at each place that a long line cannot avoid.
 */
export async function isSound(file: string, isGzip: boolean): Promise<boolean> {
  return isGzip ? isWhole(file) : !(await hasLongLine(file));
}

async function isWhole(file: string): Promise<boolean> {
  let length = 0;
  try {
    for await (const bytes of openBytes(file)) {
      const first = bytes.indexOf(NEWLINE);
      length = first < 0 ? length + bytes.length : bytes.length - 1 - bytes.lastIndexOf(NEWLINE);
      if (length > LONGEST) {
        return false;
      }
    }
    return true;
  } catch {
    return false;
  }
}

async function hasLongLine(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { size } = await handle.stat();
    const piece = Buffer.alloc(PIECE);
    for (let place = LONGEST; place < size; place += LONGEST) {
      // A line that begins at or before this place and ends after the next is long; so is one that nearly does.
      let length = 0;
      let ends = false;
      for (let at = place; !ends && length <= LONGEST; at += PIECE) {
        const { bytesRead } = await handle.read(piece, 0, PIECE, at);
        const end = piece.subarray(0, bytesRead).indexOf(NEWLINE);
        ends = end >= 0 || bytesRead < PIECE;
        length += end >= 0 ? end : bytesRead;
      }
      for (let at = place - PIECE, begins = false; !begins && length <= LONGEST; at -= PIECE) {
        const from = Math.max(0, at);
        const { bytesRead } = await handle.read(piece, 0, at + PIECE - from, from);
        const end = piece.subarray(0, bytesRead).lastIndexOf(NEWLINE);
        begins = end >= 0 || from === 0;
        length += bytesRead - 1 - end;
      }
      if (length > LONGEST) {
        return true;
      }
    }
    return false;
  } finally {
    await handle.close();
  }
}
