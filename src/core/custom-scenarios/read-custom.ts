import { closest, probablyMeant } from '../closest';
import { GatewaylensError } from '../errors';
import type { Scenario } from '../scenarios';
import { customScenarioSchema, readScenario } from '../scenarios/schema';
import { issueOf, type CatalogueIssue } from './issue';

/** A custom scenario that is well formed, with its place among the others as its author gave it. */
export interface CustomScenario {
  readonly scenario: Scenario;
  readonly origin: 'settings' | 'file';
  readonly path: string;
  readonly after?: string;
  readonly replaces?: string;
}

/** Of one scenario: who makes many mistakes corrects some first. */
const MOST_ISSUES = 5;
const LONGEST_NAME = 80;
const fields = Object.keys(customScenarioSchema.shape);

/** @param path of the scenario in the settings */
export function readCustom(
  data: unknown,
  origin: CustomScenario['origin'],
  path: string,
): CustomScenario | readonly CatalogueIssue[] {
  const given: Readonly<Record<string, unknown>> = isObject(data) ? data : {};
  const { after, replaces, ...rest } = given;
  const places = Object.entries({ after, replaces }).filter(([, id]) => id !== undefined);
  const wrong = places.filter(([, id]) => typeof id !== 'string');
  const unknown = Object.keys(given).filter((field) => !fields.includes(field));
  const read = readScenario(isObject(data) ? without(rest, unknown) : data);
  const problems = [
    ...unknown.map((field) => ({ path: field, message: unknownField(field) })),
    ...wrong.map(([field]) => ({ path: field, message: 'the id of a scenario is expected here' })),
    ...('issues' in read ? read.issues : []),
  ];
  if ('scenario' in read && problems.length === 0) {
    return { scenario: read.scenario, origin, path, ...Object.fromEntries(places) };
  }
  const scenario = nameOf(given, path);
  return problems.slice(0, MOST_ISSUES).map(({ path: field, message }) => {
    const problem = field === '' ? message : `${field}: ${message}`;
    const where = field === '' ? path : `${path}.${field}`;
    const error = new GatewaylensError('custom-scenario-invalid', { scenario, problem });
    return { ...issueOf(error, where), skipped: scenario };
  });
}

const isObject = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

function without(data: Readonly<Record<string, unknown>>, names: readonly string[]): object {
  return Object.fromEntries(Object.entries(data).filter(([name]) => !names.includes(name)));
}

function unknownField(field: string): string {
  const meant = closest(field, fields);
  return `there is no such field${probablyMeant(meant)}`;
}

/** What its author knows it by. */
function nameOf({ id, title }: Readonly<Record<string, unknown>>, path: string): string {
  const [name = path] = [id, title].filter((text): text is string => typeof text === 'string' && text !== '');
  return name.slice(0, LONGEST_NAME);
}
