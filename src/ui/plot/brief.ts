import { inOneDirection } from '../in-one-direction';

const MOST = 200;
const HALF_A_CHARACTER = /[\ud800-\udbff]$/;

/** A text that a log may have made as long as it likes, as much of it as somebody reads, and in the order that it has. */
export function brief(text: string): string {
  const plain = inOneDirection(text.slice(0, 2 * MOST));
  return plain.length > MOST || text.length > 2 * MOST
    ? `${plain.slice(0, MOST).replace(HALF_A_CHARACTER, '')}…`
    : plain;
}
