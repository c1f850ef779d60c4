import type { ScopedVars } from '@grafana/data';
import type { TemplateSrv } from '@grafana/runtime';
import { variablesIn, withVariables, type Variables } from '../core/plan';
import {
  completeQuery,
  queryTypes,
  type FailureChoice,
  type Filter,
  type Query,
  type QueryOf,
} from '../core/query';
import { families, type Family } from '../core/scenarios';
import type { GatewaylensQuery } from './query';

/**
 * The query with every variable filled in. What this plugin cannot read goes to the backend as it is, which says what is
 * wrong.
 */
export function interpolated(
  stored: GatewaylensQuery,
  scopedVars: ScopedVars,
  templates: TemplateSrv,
): GatewaylensQuery {
  try {
    return { ...stored, ...filled(completeQuery(stored), { scopedVars, templates }) };
  } catch {
    return stored;
  }
}

function filled(query: Query, fill: Fill): object {
  return {
    ...query,
    ...words(query, fill),
    ...('scenarios' in query ? choice(query, fill) : {}),
    ...(query.kind === 'kql' ? { text: query.text, variables: valuesOf(query, fill) } : {}),
    ...('outcomes' in query ? { outcomes: outcomes(query, fill) } : {}),
    where: query.where.flatMap((filter) => filterOf(filter, fill)),
  };
}

/**
 * What stands for each variable in KQL. It is kept apart from the text, into which the backend writes it as literals.
 */
function valuesOf({ text, variables }: QueryOf<'kql'>, fill: Fill): Variables {
  const found = variablesIn(text).flatMap((name) => {
    const reference = `\${${name}}`;
    const values = expanded(reference, fill);
    const isUnknown = values.length === 1 && values[0] === reference;
    return isUnknown ? [] : [[name, { values, ...(isAll(reference, fill) ? { all: true } : {}) }] as const];
  });
  return { ...variables, ...Object.fromEntries(found) };
}

/** A query in KQL with the values of its variables in its text, and any other as it is. */
export function withValues(query: GatewaylensQuery): GatewaylensQuery {
  if (query.kind !== 'kql') {
    return query;
  }
  const { text, variables } = completeQuery(query) as QueryOf<'kql'>;
  try {
    return { ...query, ...{ text: withVariables(text, variables), variables: {} } };
  } catch {
    return query; // of which the backend says what is wrong
  }
}

interface Fill {
  readonly scopedVars: ScopedVars;
  readonly templates: TemplateSrv;
}

function word<T extends string>(text: T, { scopedVars, templates }: Fill): T {
  return text.includes('$') ? (templates.replace(text, scopedVars) as T) : text;
}

/** Fields of one word or number, such as a step. */
function words(query: Query, fill: Fill): Readonly<Record<string, string | number>> {
  const { defaults } = queryTypes[query.kind];
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      if (typeof value !== 'string' || !value.includes('$') || !(name in defaults)) {
        return [];
      }
      const text = word(value, fill);
      const isNumber = typeof defaults[name as keyof typeof defaults] === 'number';
      return [[name, isNumber ? Number(text) : text]];
    }),
  );
}

const isFamily = (id: string): id is Family => Object.hasOwn(families, id);

/** A variable may stand for scenarios and for families. With “All” nothing is left out. */
function choice(query: FailureChoice, fill: Fill): Partial<FailureChoice> {
  if (query.scenarios.some((id) => isAll(id, fill))) {
    return { scenarios: [], families: [] };
  }
  const named = query.scenarios.flatMap((id) => expanded(id, fill).map((value) => ({ id, value })));
  const isOfFamily = ({ id, value }: { id: string; value: string }) => id !== value && isFamily(value);
  return {
    scenarios: named.filter((one) => !isOfFamily(one)).map(({ value }) => value),
    families: [...query.families, ...named.filter(isOfFamily).map(({ value }) => value as Family)],
  };
}

/** With “All” those that failed and those that were masked. */
function outcomes(query: Pick<FailureChoice, 'outcomes'>, fill: Fill): FailureChoice['outcomes'] {
  return query.outcomes.flatMap((one) =>
    isAll(one, fill) ? ['failed', 'masked'] : expanded(one, fill),
  ) as FailureChoice['outcomes'];
}

/** With “All” there is no condition: naming every value would miss those that the variable does not know. */
function filterOf(filter: Filter, fill: Fill): readonly Filter[] {
  return filter.op === 'in' && filter.values.some((value) => isAll(value, fill))
    ? []
    : [
        {
          ...filter,
          dimension: word(filter.dimension, fill),
          values: filter.values.flatMap((value) => expanded(value, fill)),
        },
      ];
}

/** A text that is nothing but a variable: `$name`, `${name}`, `${name:format}` or `[[name]]`. */
const VARIABLE = /^(?:\$(\w+)|\$\{(\w+)(?::[^}]*)?\}|\[\[(\w+)(?::[^\]]*)?\]\])$/;
const ALL = '$__all';

function isAll(text: string, { scopedVars, templates }: Fill): boolean {
  const name = VARIABLE.exec(text)?.slice(1).find(Boolean);
  if (name === undefined || name in scopedVars) {
    return false;
  }
  const variable = templates.getVariables().find((one) => one.name === name);
  const { current } = (variable ?? {}) as { current?: { value?: unknown } };
  return [current?.value].flat().includes(ALL);
}

/** The values that a text with variables stands for: a variable with several values stands for each of them. */
function expanded(text: string, { scopedVars, templates }: Fill): string[] {
  let values: string[] | undefined;
  const replaced = templates.replace(text, scopedVars, (value: unknown) => {
    values = [value].flat().map(String);
    return values.join(',');
  });
  // A variable that stands for nothing must not widen the query to everything.
  return VARIABLE.test(text) && values ? (values.length > 0 ? values : ['']) : [replaced];
}
