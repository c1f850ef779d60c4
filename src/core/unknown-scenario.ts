import { closest } from './closest';
import { GatewaylensError } from './errors';

/** A scenario that is not in force, with the one that is probably meant, or those whose ids contain the word. */
export function unknownScenario(id: string, known: readonly string[]): GatewaylensError {
  const meant = closest(id, known);
  const word = id.toLowerCase();
  const like = meant === undefined && word.length > 2 ? known.filter((one) => one.includes(word)) : [];
  return new GatewaylensError('scenario-unknown', {
    id: id.slice(0, 100),
    closest:
      meant !== undefined
        ? `; “${meant}” is probably meant`
        : like.length > 0
          ? `; there is ${like.slice(0, MOST).join(', ')}`
          : '',
  });
}

/** Ids that are told. */
const MOST = 5;
