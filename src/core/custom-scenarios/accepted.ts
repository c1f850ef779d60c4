import { GatewaylensError } from '../errors';
import { UNCLASSIFIED } from '../scenarios';
import { issueOf, type CatalogueIssue } from './issue';
import { noScenario } from './overrides';
import type { CustomScenario } from './read-custom';

/** The custom scenarios whose ids are free and whose places exist; of two with one id the first. */
export function accepted(
  customs: readonly CustomScenario[],
  builtin: readonly string[],
): { readonly customs: readonly CustomScenario[]; readonly issues: readonly CatalogueIssue[] } {
  const found: CustomScenario[] = [];
  const issues: CatalogueIssue[] = [];
  for (const custom of customs) {
    const error = problemOf(custom, found, builtin);
    if (error) {
      issues.push({ ...issueOf(error, custom.path), skipped: custom.scenario.id });
    } else {
      found.push(custom);
    }
  }
  return { customs: found, issues };
}

function problemOf(
  { scenario: { id }, after, replaces }: CustomScenario,
  before: readonly CustomScenario[],
  builtin: readonly string[],
): GatewaylensError | undefined {
  const customIds = before.map(({ scenario }) => scenario.id);
  const reference = (field: string, wrong: string, problem: string) =>
    new GatewaylensError('custom-scenario-reference', {
      scenario: id,
      field,
      id: wrong.slice(0, 80),
      problem,
    });
  if (customIds.includes(id) || (builtin.includes(id) && replaces !== id)) {
    return new GatewaylensError('custom-scenario-duplicate', { scenario: id });
  }
  if (replaces === UNCLASSIFIED.scenario) {
    return reference('replaces', replaces, 'which stands for what no scenario explains');
  }
  if (replaces !== undefined && !builtin.includes(replaces)) {
    return reference('replaces', replaces, `but ${noScenario(replaces, builtin)}`);
  }
  if (replaces !== undefined && before.some((one) => one.replaces === replaces)) {
    return reference('replaces', replaces, 'which is replaced already');
  }
  if (after !== undefined && (after === replaces || ![...customIds, ...builtin].includes(after))) {
    const known = [...customIds, ...builtin].filter((one) => one !== replaces);
    return reference('after', after, `but ${noScenario(after, known)}`);
  }
  return undefined;
}
