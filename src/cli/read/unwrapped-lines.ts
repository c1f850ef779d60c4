import { unwrapped, withoutShown } from '../../core/log';
import { LONGEST, TOO_LONG, type Line } from './lines-of';

interface Held {
  readonly number: number;
  readonly text: string;
}

/**
 * Lines as a container wrote them: out of what its runtime stores them in, pieces of a long line put together, and
 * without what is shown before each.
 */
export async function* unwrappedLines(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  const held = new Map<string, Held>();
  for await (const line of lines) {
    const piece = 'text' in line ? unwrapped(line.text) : undefined;
    if (!piece) {
      yield 'text' in line ? { ...line, text: withoutShown(line.text) } : line;
      continue;
    }
    const { stream, text, goesOn } = piece;
    const before = held.get(stream) ?? { number: line.number, text: '' };
    // Of what is too long as much is kept as shows it.
    const whole = { ...before, text: before.text.length > LONGEST ? before.text : before.text + text };
    if (goesOn) {
      held.set(stream, whole);
    } else {
      held.delete(stream);
      yield ended(whole);
    }
  }
  for (const rest of held.values()) {
    yield ended(rest);
  }
}

const ended = ({ number, text }: Held): Line =>
  text.length > LONGEST ? { number, error: TOO_LONG } : { number, text };
