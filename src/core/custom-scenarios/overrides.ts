import { closest, probablyMeant } from '../closest';
import { pathOf, type SchemaIssue } from '../closest-schema';
import { GatewaylensError } from '../errors';
import type { Scenario } from '../scenarios';
import { overrideSchema } from '../scenarios/schema';
import { issueOf, type CatalogueIssue } from './issue';

/** What a team says otherwise of a scenario. */
export type Override = Partial<Pick<Scenario, 'owner' | 'remediation' | 'links'>>;

/** The overrides that can be followed, by the ids of their scenarios. */
export function readOverrides(
  given: Readonly<Record<string, unknown>>,
  ids: readonly string[],
): { readonly overrides: ReadonlyMap<string, Override>; readonly issues: readonly CatalogueIssue[] } {
  const overrides = new Map<string, Override>();
  const issues: CatalogueIssue[] = [];
  for (const [id, data] of Object.entries(given)) {
    const read = overrideSchema.safeParse(data);
    const problem = ids.includes(id) ? read.error && problemOf(read.error.issues[0]) : noScenario(id, ids);
    if (problem === undefined && read.success) {
      overrides.set(id, read.data);
    } else {
      const error = new GatewaylensError('override-invalid', { id: id.slice(0, 80), problem: problem ?? '' });
      issues.push(issueOf(error, `overrides.${id.slice(0, 80)}`));
    }
  }
  return { overrides, issues };
}

function problemOf(issue: SchemaIssue | undefined): string {
  const path = issue ? pathOf(issue).join('.') : '';
  return [path, issue?.message ?? ''].filter((part) => part !== '').join(': ');
}

/** In the words of an issue, with the id that is probably meant. */
export function noScenario(id: string, ids: readonly string[]): string {
  const meant = closest(id, ids);
  return `there is no such scenario${probablyMeant(meant)}`;
}
