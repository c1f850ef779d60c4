import type { Catalogue, Family } from '../scenarios';

/**
 * Ids of the scenarios of a family that somebody is woken for: calls that fail and should not. Of a family without any, all
 * scenarios are watched, and nobody is woken.
 */
export const criticalScenarios = (
  family: Family,
  { scenarios }: Pick<Catalogue, 'scenarios'>,
): readonly string[] =>
  scenarios.filter((one) => one.family === family && one.severity === 'critical').map(({ id }) => id);
