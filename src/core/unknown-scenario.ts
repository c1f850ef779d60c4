import { closest } from './closest';
import { GatewaylensError } from './errors';

/** A scenario that is not in force, with the one that is probably meant. */
export function unknownScenario(id: string, known: readonly string[]): GatewaylensError {
  const meant = closest(id, known);
  return new GatewaylensError('scenario-unknown', {
    id: id.slice(0, 100),
    closest: meant === undefined ? '' : `; “${meant}” is probably meant`,
  });
}
