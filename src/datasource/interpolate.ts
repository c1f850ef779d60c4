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
import { variableName } from '../ui/variable-name';
import { filterOperator } from '../ui/filter-operator';
import { hasVariable } from './has-variable';
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
    ...('outcomes' in query ? { outcomes: listed(query.outcomes, ['failed', 'masked'], fill) } : {}),
    ...('severities' in query ? { severities: listed(query.severities, [], fill) } : {}),
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
  const inWords = (value: unknown) => [value].flat().map(String).join(', ');
  return hasVariable(text) ? (templates.replace(text, scopedVars, inWords) as T) : text;
}

/** Fields of one word or number, such as a step. */
function words(query: Query, fill: Fill): Readonly<Record<string, string | number | null>> {
  const { defaults } = queryTypes[query.kind];
  return Object.fromEntries(
    Object.entries(query).flatMap(([name, value]) => {
      if (typeof value !== 'string' || !hasVariable(value) || !(name in defaults)) {
        return [];
      }
      const text = word(value, fill);
      return [[name, asIts(defaults[name as keyof typeof defaults], text)]];
    }),
  );
}

/** What a variable stands for as the kind of value that the field has. */
function asIts(standard: unknown, text: string): string | number | null {
  if (typeof standard === 'number' && /^\d+$/.test(text)) {
    return Number(text);
  }
  // So the editor writes that nothing is chosen, in a list where something could be.
  return standard === null && (text === 'none' || text === '') ? null : text;
}

const isFamily = (id: string): id is Family => Object.hasOwn(families, id);

/** A variable may stand for scenarios and for families, in either list. With “All” nothing is left out. */
function choice(query: FailureChoice, fill: Fill): Partial<FailureChoice> {
  const { scenarios, families: chosen } = query;
  if ([...scenarios, ...chosen].some((id) => isAll(id, fill))) {
    return { scenarios: [], families: [] };
  }
  const filled = [...scenarios, ...chosen].filter(hasVariable).flatMap((id) => expanded(id, fill));
  return {
    scenarios: [...scenarios.filter((id) => !hasVariable(id)), ...filled.filter((id) => !isFamily(id))],
    families: [...chosen.filter((id) => !hasVariable(id)), ...filled.filter(isFamily)],
  };
}

/** A list of words, in which a variable may stand for several; with “All” it is what means all of them. */
function listed<T extends string>(chosen: readonly T[], all: readonly T[], fill: Fill): readonly T[] {
  return chosen.some((one) => isAll(one, fill)) ? all : chosen.flatMap((one) => expanded(one, fill) as T[]);
}

/** With “All” there is no condition: naming every value would miss those that the variable does not know. */
function filterOf(filter: Filter, fill: Fill): readonly Filter[] {
  const op = filterOperator(word(filter.op, fill));
  return op === 'in' && filter.values.some((value) => isAll(value, fill))
    ? []
    : [
        {
          ...filter,
          op,
          dimension: word(filter.dimension, fill),
          values: filter.values.flatMap((value) => expanded(value, fill)),
        },
      ];
}

const ALL = '$__all';

function isAll(text: string, { scopedVars, templates }: Fill): boolean {
  const name = variableName(text);
  if (name === undefined || name in scopedVars) {
    return false;
  }
  const variable = templates.getVariables().find((one) => one.name === name);
  const { current } = (variable ?? {}) as { current?: { value?: unknown } };
  return [current?.value].flat().includes(ALL);
}

/** More are refused by the backend, and would keep a browser busy. */
const MOST_TEXTS = 1001;

/** The texts that a text with variables stands for: one for each value of a variable with several. */
function expanded(text: string, { scopedVars, templates }: Fill): string[] {
  const found: string[][] = [];
  const replaced = templates.replace(text, scopedVars, (value: unknown) => {
    const values = [value].flat().map(String);
    // A variable that stands for nothing must not widen the query to everything.
    found.push(values.length > 0 ? values : ['']);
    return `${MARK}${found.length - 1}${MARK}`;
  });
  return replaced.split(MARKED).reduce<string[]>(
    (texts, part, i) => {
      const values = (i % 2 === 1 ? found[Number(part)] : undefined) ?? [part];
      return texts.flatMap((one) => values.map((value) => one + value)).slice(0, MOST_TEXTS);
    },
    [''],
  );
}

/** Of Unicode’s private use: nobody types it. */
const MARK = '\uE000';
const MARKED = new RegExp(`${MARK}(\\d+)${MARK}`);
