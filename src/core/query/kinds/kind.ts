import type { ZodType } from 'zod';
import type { Frame } from '../../frames';
import type { Answer, Plan, TimeRange, WrittenPlan } from '../../plan';
import type { Catalogue } from '../../scenarios';
import type { ServiceSize } from '../../settings';
import type { AnyQuery, QueryType } from '../model';

export interface QueryContext {
  readonly catalogue: Catalogue;
  readonly range: TimeRange;
  /** Points that the screen has, 0 when unknown. */
  readonly maxDataPoints: number;
  /** Alert rules evaluate numbers only: cards and episodes are left out, and nothing is added up as "other". */
  readonly forAlert: boolean;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** Sizes of API Management instances, as far as the settings tell them. */
  readonly services?: readonly ServiceSize[];
}

/** A question that users ask: how it is stored, which plans answer it, and how their answers become frames. */
export interface Kind<Q extends AnyQuery & { readonly kind: string }> extends QueryType<Q> {
  /** Every field besides `kind`. */
  readonly fields: { readonly [F in Exclude<keyof Q, 'kind'>]: ZodType<Q[F]> };
  /** @throws GatewaylensError for what does not fit the range or the catalogue */
  readonly plans: (query: Q, context: QueryContext) => readonly Plan[];
  /** Instead of plans: what the log store is asked in its own language, which only some can be. */
  readonly written?: (query: Q, context: QueryContext) => WrittenPlan;
  /** Its frames are the same in whatever order an answer's groups come; otherwise they come in that of their keys. */
  readonly anyOrder?: true;
  /** @param answers one for each plan, in order, or the one to what was written */
  readonly frames: (query: Q, context: QueryContext, answers: readonly Answer[]) => readonly Frame[];
}
