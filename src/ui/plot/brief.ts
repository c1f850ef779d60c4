const MOST = 200;
/** They turn round what stands beside them. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/** A text that a log may have made as long as it likes, as much of it as somebody reads, and in the order that it has. */
export function brief(text: string): string {
  const plain = text.slice(0, 2 * MOST).replace(DIRECTIONS, '');
  return plain.length > MOST || text.length > 2 * MOST ? `${plain.slice(0, MOST)}…` : plain;
}
