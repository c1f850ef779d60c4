/** Which rows a query is about, as conditions of its plans. */
import { lowerCase } from '../log';
import { dimension, type PlanPredicate, type RowDimensionId } from '../plan';
import type { Catalogue, Scenario, Severity } from '../scenarios';
import { together } from '../together';
import { unknownScenarios } from '../unknown-scenario';
import type { FailureChoice, Filter } from './model';

/** Some kinds of query choose by severity, too. */
type Choice = FailureChoice & { readonly severities?: readonly Severity[] };

/** The scenarios that the query asks for. */
export function selection(
  { scenarios, families, severities = [] }: Choice,
  all: readonly Scenario[],
): readonly Scenario[] {
  const isEvery = scenarios.length === 0 && families.length === 0;
  return all.filter(
    ({ id, family, severity }) =>
      (isEvery || scenarios.includes(id) || families.includes(family)) &&
      (severities.length === 0 || severities.includes(severity)),
  );
}

/** Their columns are in lower case, in whatever case resources and hosts are written. */
const LOWER_CASE: readonly RowDimensionId[] = ['service', 'backendHost'];

/** What a filter compares with, as the column has it. */
export const comparedWith = ({ dimension: id, values }: Filter): readonly string[] =>
  LOWER_CASE.includes(id) ? values.map(lowerCase) : values;

/** A filter without values is one that is still being made: it says nothing yet. */
export function conditions(where: readonly Filter[]): PlanPredicate[] {
  return where
    .filter(({ values }) => values.length > 0)
    .map((filter) => {
      const among = oneOf(filter.dimension, comparedWith(filter));
      return filter.op === 'in' ? among : { not: among };
    });
}

const PLAIN_STATUS = /^\d{1,3}$/;

/** Of statuses a plain one, such as 500, is that of the answer to the client, whatever the backend’s was. */
function oneOf(id: RowDimensionId, values: readonly string[]): PlanPredicate {
  const { column } = dimension(id);
  const plain = id === 'status' ? values.filter((value) => PLAIN_STATUS.test(value)) : [];
  const others = values.filter((value) => !plain.includes(value));
  const exactly: PlanPredicate = { column, op: 'oneOf', value: others };
  const statuses = plain.map(
    (value) => ({ column: 'ResponseCode', op: 'equals', value: Number(value) }) as const,
  );
  return plain.length === 0 ? exactly : { any: [...statuses, exactly] };
}

/** No scenario has an empty id: where none is chosen, none is found. */
const idsOf = (selected: readonly Scenario[]) =>
  selected.length === 0 ? [''] : selected.map(({ id }) => id);

/**
 * The failures that the query asks for, and nothing else.
 * @throws GatewaylensError for scenarios that are not in force
 */
export function failures(query: Choice, { scenarios: all }: Catalogue): PlanPredicate[] {
  const unknown = unknownScenarios(query.scenarios, all);
  if (unknown.length > 0) {
    throw together(unknown.map(({ error }) => error));
  }
  const selected = selection(query, all);
  return [
    ...conditions(query.where),
    { column: 'Outcome', op: 'oneOf', value: query.outcomes },
    ...(selected.length < all.length
      ? [{ column: 'Scenario', op: 'oneOf', value: idsOf(selected) } as const]
      : []),
  ];
}
