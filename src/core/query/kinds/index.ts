import { inKeyOrder } from '../../plan';
import type { AnyQuery } from '../model';
import { breakdown } from './breakdown';
import { connectionFailures } from './connection-failures';
import { episodes } from './episodes';
import { failures } from './failures';
import { freshness } from './freshness';
import type { Kind } from './kind';
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

export type { Kind, QueryContext } from './kind';
