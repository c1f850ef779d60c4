import { closest, probablyMeant } from './closest';
import { GatewaylensError } from './errors';

/**
 * A scenario that is not in force, with the one that is probably meant, or those whose ids contain what was given.
 * @param code of the error: its hint says where the scenarios are listed
 */
export function unknownScenario(
  id: string,
  known: readonly string[],
  code: 'scenario-unknown' | 'scenario-unlisted' = 'scenario-unknown',
): GatewaylensError {
  const meant = closest(id, known);
  const like = meant === undefined ? likeIn(id.slice(0, LONGEST).toLowerCase(), known).slice(0, MOST) : [];
  return new GatewaylensError(code, {
    id: id.slice(0, LONGEST),
    closest:
      meant !== undefined ? probablyMeant(meant) : like.length > 0 ? `; there is ${like.join(', ')}` : '',
  });
}

/** Of these scenarios the ones that are not in force, each with its place. */
export function unknownScenarios(ids: readonly string[], inForce: readonly { readonly id: string }[]) {
  const known = inForce.map(({ id }) => id);
  return ids.flatMap((id, i) => (known.includes(id) ? [] : [{ id, i, error: unknownScenario(id, known) }]));
}

const LONGEST = 100;
/** Ids that are told. */
const MOST = 5;

/** Ids of which a part is this, or else nearly this. */
function likeIn(part: string, known: readonly string[]): readonly string[] {
  if (part.length < 3) {
    return [];
  }
  const containing = known.filter((id) => id.includes(part));
  if (containing.length > 0) {
    return containing;
  }
  const length = part.split('-').length;
  const near = closest(
    part,
    known.flatMap((id) => partsOf(id, length)),
  );
  return near === undefined ? [] : known.filter((id) => partsOf(id, length).includes(near));
}

/** So many words of an id that follow each other. */
function partsOf(id: string, length: number): readonly string[] {
  const words = id.split('-');
  return words.slice(length - 1).map((_, i) => words.slice(i, i + length).join('-'));
}
