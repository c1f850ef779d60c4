import type { Frame } from '../../frames';
import type { Plan, Table, TimeRange } from '../../plan';
import type { Catalogue } from '../../scenarios';

export interface QueryContext {
  readonly catalogue: Catalogue;
  readonly range: TimeRange;
  /** Points that the screen has, 0 when unknown. */
  readonly maxDataPoints: number;
  /** Alert rules evaluate numbers only: cards and episodes are left out. */
  readonly forAlert: boolean;
}

/** A question that users ask: which plans answer it, and how their tables become frames. */
export interface Kind<Q> {
  readonly title: string;
  readonly plans: (query: Q, context: QueryContext) => readonly Plan[];
  /** @param tables one for each plan, in order */
  readonly frames: (query: Q, context: QueryContext, tables: readonly Table[]) => readonly Frame[];
}
