import { GatewaylensError } from '../errors';
import { rowWith } from '../log';
import {
  builtinCatalogue,
  catalogueInOrder,
  classify,
  UNCLASSIFIED,
  type Catalogue,
  type Scenario,
} from '../scenarios';
import type { DataSourceSettings } from '../settings';
import { accepted } from './accepted';
import { inOrder } from './in-order';
import { issueOf, type CatalogueIssue } from './issue';
import { noScenario, readOverrides, type Override } from './overrides';
import type { Provenance } from './provenance';
import { readCustom, type CustomScenario } from './read-custom';

/** What the settings, and the file that they name, say of scenarios. */
export type MergeSettings = Pick<
  DataSourceSettings,
  'customScenarios' | 'disabledScenarios' | 'overrides'
> & {
  readonly fileScenarios: readonly unknown[];
};

/** The scenarios in force, where each comes from, and what of the settings could not be followed. */
export interface MergedCatalogue extends Catalogue {
  readonly provenance: Readonly<Record<string, Provenance>>;
  readonly disabled: readonly { readonly id: string; readonly title: string }[];
  readonly issues: readonly CatalogueIssue[];
}

/** The built-in scenarios with what a team says of its own; what is wrong is left out and never breaks the rest. */
export function mergedCatalogue(settings: MergeSettings): MergedCatalogue {
  const { scenarios: builtin } = builtinCatalogue;
  const { read, issues: unreadable } = readAll(settings);
  const { customs, issues: refused } = accepted(
    read,
    builtin.map(({ id }) => id),
  );
  const all = inOrder(builtin, customs);
  const ids = all.scenarios.map(({ id }) => id);
  const { overrides, issues: wrongOverrides } = readOverrides(settings.overrides, ids);
  const { disabled, issues: wrongIds } = disabledOf(settings.disabledScenarios, all.scenarios);
  const inForce = (id: string) => !disabled.some((one) => one.id === id);
  const catalogue = catalogueInOrder(
    all.scenarios.filter(({ id }) => inForce(id)).map((one) => withOverride(one, overrides.get(one.id))),
    all.rules.flatMap((rule) => {
      const { scenario } = rule.gives;
      return inForce(scenario)
        ? [rule]
        : leavesRows(scenario, customs)
          ? []
          : [{ ...rule, gives: UNCLASSIFIED }];
    }),
  );
  return {
    ...catalogue,
    provenance: Object.fromEntries(
      catalogue.scenarios.map(({ id }) => [id, provenanceOf(id, customs, overrides.get(id))]),
    ),
    disabled,
    issues: [
      ...unreadable,
      ...refused,
      ...wrongOverrides,
      ...wrongIds,
      ...customs.flatMap((custom) => (inForce(custom.scenario.id) ? examplesOf(custom, catalogue) : [])),
    ],
  };
}

/**
 * Whether other scenarios are tried on the rows of a disabled one. They are where it is a team’s own, or where one of these
 * stands after it. Other built-in ones would take its rows on weaker evidence: to them, a client that left may look
 * like a backend that closed its connection.
 */
const leavesRows = (id: string, customs: readonly CustomScenario[]) =>
  customs.some(({ scenario, after }) => scenario.id === id || after === id);

function withOverride(scenario: Scenario, override: Override | undefined): Scenario {
  return override ? { ...scenario, ...override } : scenario;
}

function readAll({ customScenarios, fileScenarios }: MergeSettings) {
  const all = [
    ...customScenarios.map((data, i) => readCustom(data, 'settings', `customScenarios.${i}`)),
    ...fileScenarios.map((data, i) => readCustom(data, 'file', `customScenariosFile.${i}`)),
  ];
  return {
    read: all.flatMap((one) => ('scenario' in one ? [one] : [])),
    issues: all.flatMap((one) => ('scenario' in one ? [] : one)),
  };
}

function disabledOf(wanted: readonly string[], scenarios: readonly Scenario[]) {
  const ids = scenarios.map(({ id }) => id);
  const issues = wanted.flatMap((id, i): CatalogueIssue[] => {
    const isRest = id === UNCLASSIFIED.scenario;
    if (ids.includes(id) && !isRest) {
      return [];
    }
    const problem = isRest ? 'it stands for what no scenario explains' : noScenario(id, ids);
    const error = new GatewaylensError('disabled-scenario-unknown', { id: id.slice(0, 80), problem });
    return [issueOf(error, `disabledScenarios.${i}`)];
  });
  const disabled = scenarios
    .filter(({ id }) => wanted.includes(id) && id !== UNCLASSIFIED.scenario)
    .map(({ id, title }) => ({ id, title }));
  return { disabled, issues };
}

function provenanceOf(
  id: string,
  customs: readonly CustomScenario[],
  override: Override | undefined,
): Provenance {
  const custom = customs.find(({ scenario }) => scenario.id === id);
  return {
    origin: custom?.origin ?? 'built-in',
    ...(custom?.replaces === undefined ? {} : { replaces: custom.replaces }),
    ...(custom?.after === undefined ? {} : { after: custom.after }),
    overridden: Object.keys(override ?? {}) as (keyof Override)[],
  };
}

/** Examples that turn out to be something else than their author says. */
function examplesOf({ scenario, path }: CustomScenario, catalogue: Catalogue): readonly CatalogueIssue[] {
  const { id, examples } = scenario;
  const expected = [
    ...examples.matches.map(({ row }, i) => ({ row, is: id, place: `matches.${i}` })),
    ...examples.doesNotMatch.map(({ row, is }, i) => ({ row, is, place: `doesNotMatch.${i}` })),
  ];
  return expected.flatMap(({ row, is, place }) => {
    const found = classify(rowWith(row), catalogue).scenario;
    const error = new GatewaylensError('custom-scenario-example', { scenario: id, found, expected: is });
    return found === is ? [] : [issueOf(error, `${path}.examples.${place}`)];
  });
}
