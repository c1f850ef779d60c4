/** Which failure, if any, befalls a request. */
import { sqlString } from '../../../../core/dialects/sql';
import { HEALTHY_API } from './estate';
import type { Failure } from './failures';
import { background, incidents, type Trouble } from './troubles';

/** Chances are whole numbers below this. */
export const CHANCES = 1_000_000;

/** Number of the failure of a request, over columns of its route, `minute`, `fails` (a chance) and `pick`. */
export function choiceSql(failures: readonly Failure[]): string {
  const apis = [...new Set(incidents.map(({ api }) => api))].map((api) => {
    const branches = incidents
      .filter((incident) => incident.api === api)
      .flatMap((incident) => {
        const { every, offset, lasts } = incident;
        const when = [
          ...placeSql(incident, ['service', 'operation']),
          `(minute - ${offset}) % ${every} < ${lasts}`,
        ];
        return draws(incident, failures, 0, when);
      });
    return `WHEN api = ${sqlString(api)} THEN CASE ${branches.join(' ')} END`;
  });
  // Each has a stretch of the chances of its own, so that what befalls one API only leaves the others alone.
  let below = 1;
  const rare = background.flatMap((trouble) => {
    below -= trouble.share;
    return draws(trouble, failures, below, placeSql(trouble, ['api', 'service', 'operation']));
  });
  return `CASE WHEN api = ${sqlString(HEALTHY_API)} THEN NULL ELSE coalesce(
    CASE ${apis.join('\n    ')} END,
    CASE WHEN fails >= ${Math.floor(below * CHANCES)} THEN CASE ${rare.join(' ')} END END) END`;
}

type Place = 'api' | 'service' | 'operation';

function placeSql(trouble: Trouble, columns: readonly Place[]): string[] {
  return columns.flatMap((column) => {
    const value = trouble[column];
    return value === undefined ? [] : [`${column} = ${sqlString(value)}`];
  });
}

/** Those that a retry recovers, then the others. */
function draws(
  { scenario, share, recovered = 0 }: Trouble,
  failures: readonly Failure[],
  from: number,
  when: readonly string[],
): string[] {
  const number = (chance: number) => Math.round(chance * CHANCES);
  const draw = (isRecovered: boolean, start: number, end: number) => {
    const numbers = failures.flatMap((failure, i) =>
      failure.scenario === scenario && failure.isRecovered === isRecovered ? [i] : [],
    );
    const within = `fails >= ${number(start)} AND fails < ${number(end)}`;
    return numbers.length === 0 || start >= end
      ? []
      : [`WHEN ${[...when, within].join(' AND ')} THEN ${numbers[0]} + pick % ${numbers.length}`];
  };
  const middle = from + share * recovered;
  return [...draw(true, from, middle), ...draw(false, middle, from + share)];
}
