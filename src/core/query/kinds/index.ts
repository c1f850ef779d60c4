import type { GatewayTable } from '../../log';
import { inKeyOrder, toKql, writtenKql } from '../../plan';
import type { AnyQuery } from '../model';
import { breakdown } from './breakdown';
import { connectionFailures } from './connection-failures';
import { episodes } from './episodes';
import { failures } from './failures';
import { freshness } from './freshness';
import type { Kind, QueryContext } from './kind';
import { kql } from './kql';
import type { Query, QueryKind } from './queries';
import { scenarioSeries } from './scenario-series';
import { taxonomy } from './taxonomy';
import { timing } from './timing';

export const kinds = {
  'scenario-series': scenarioSeries,
  taxonomy,
  timing,
  'connection-failures': connectionFailures,
  breakdown,
  failures,
  episodes,
  freshness,
  kql,
} as const;

/** The kind that a query names. The same answers give the same frames, however an engine ordered its groups. */
export function kindOf({ kind }: Pick<Query, 'kind'>): Kind<AnyQuery & { readonly kind: QueryKind }> {
  // What a kind does with its own queries is safe, which the compiler cannot see.
  const found = kinds[kind] as unknown as Kind<AnyQuery & { readonly kind: QueryKind }>;
  return found.anyOrder
    ? found
    : {
        ...found,
        frames: (query, context, answers) => found.frames(query, context, answers.map(inKeyOrder)),
      };
}

/**
 * A query as KQL: a text for each of its plans, or the one that was written by hand with its macros replaced.
 * @throws GatewaylensError for what does not fit the range or the catalogue
 */
export function asKql(
  query: Query,
  context: QueryContext,
  tables: readonly GatewayTable[] = ['resource'],
): readonly string[] {
  const { plans, written } = kindOf(query);
  const { catalogue } = context;
  return written
    ? [writtenKql(written(query, context), catalogue, tables).kql]
    : plans(query, context).map((plan) => toKql(plan, catalogue, tables));
}

export type { Kind, QueryContext } from './kind';
