/** Functions of a Log Analytics workspace: the classified requests, and what is known of each scenario. */
import { kqlString } from '../dialects/kql';
import type { GatewayTable } from '../log';
import { classifiedRelation } from '../plan';
import { families, owners, type Catalogue, type Scenario } from '../scenarios';

export interface SavedFunction {
  /** What queries call. */
  readonly name: string;
  readonly title: string;
  /** As Azure writes it: names and types. */
  readonly parameters: string;
  readonly body: string;
}

const [FROM, TO] = ['startTime', 'endTime'];

/** The requests from a time, included, to another, excluded. */
export function requestsFunction(catalogue: Catalogue, tables: readonly GatewayTable[]): SavedFunction {
  const choice = { range: { from: FROM, to: TO }, where: [] };
  const { statements, lines } = classifiedRelation(choice, catalogue, tables);
  return {
    name: 'GatewaylensRequests',
    title: 'Gatewaylens: requests with their scenarios',
    parameters: `${FROM}:datetime, ${TO}:datetime`,
    body: [...statements, ...lines].join('\n'),
  };
}

/** Texts of a scenario by the names of their columns. */
const texts: Readonly<Record<string, (scenario: Scenario) => string>> = {
  Scenario: ({ id }) => id,
  Title: ({ title }) => title,
  Family: ({ family }) => families[family],
  Owner: ({ owner }) => owners[owner],
  Severity: ({ severity }) => severity,
  Meaning: ({ summary }) => summary,
  Cause: ({ causes }) => causes[0] ?? '',
  Remedy: ({ remediation }) => remediation[0] ?? '',
  Link: ({ links }) => links[0]?.url ?? '',
};

export function scenariosFunction({ scenarios }: Catalogue): SavedFunction {
  const columns = Object.keys(texts).map((name) => `${name}: string`);
  const rows = scenarios.map((scenario) =>
    Object.values(texts)
      .map((textOf) => kqlString(textOf(scenario)))
      .join(', '),
  );
  return {
    name: 'GatewaylensScenarios',
    title: 'Gatewaylens: what each scenario means and what to do',
    parameters: '',
    body: `datatable(${columns.join(', ')})[\n${rows.map((row) => `    ${row}`).join(',\n')}\n]`,
  };
}

/** Both as statements, to be read or to stand before a query where nothing can be saved. */
export function asStatements(all: readonly SavedFunction[]): string {
  return all.map(({ name, parameters, body }) => `let ${name} = (${parameters}) {\n${body}\n};`).join('\n\n');
}
