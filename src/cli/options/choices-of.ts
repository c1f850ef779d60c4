import { GatewaylensError } from '../../core/errors';
import { builtinCatalogue } from '../../core/scenarios';
import { unknownScenario } from '../../core/unknown-scenario';

const known = builtinCatalogue.scenarios.map(({ id }) => id);

/**
 * Ids of scenarios, separated by commas.
 * @throws GatewaylensError for one that is unknown
 */
export function scenariosOf(text: string): readonly string[] {
  const ids = listOf(text);
  const unknown = ids.find((id) => !known.includes(id));
  if (unknown !== undefined) {
    throw unknownScenario(unknown, known, 'scenario-unlisted');
  }
  return ids;
}

/**
 * Some of these choices, separated by commas.
 * @throws GatewaylensError for one that is none of them
 */
export function choicesOf<T extends string>(text: string, choices: readonly T[]): readonly T[] {
  const names = listOf(text);
  const unknown = names.find((name) => !choices.some((choice) => choice === name));
  if (unknown !== undefined) {
    throw new GatewaylensError('choice-unknown', { text: unknown, choices: choices.join(', ') });
  }
  return choices.filter((choice) => names.includes(choice));
}

/** Words, separated by commas. */
export const listOf = (text: string): readonly string[] => text.split(',').map((name) => name.trim());
