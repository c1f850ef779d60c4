import { columnsOf, type Predicate } from '../predicate';
import type { Catalogue } from '../scenarios';
import { outcomeBranches, packedParts, ruleBranches } from './classification';
import { dimension, type PlanColumn } from './dimensions';
import type { Plan } from './plan';

/** Which rows of a plan, before they are grouped. */
export type RowPlan = Pick<Plan, 'range' | 'where'>;

export interface Stages {
  /** Every column that some part reads, directly or through the classification. */
  readonly needed: ReadonlySet<string>;
  /** Conditions on the row alone, applied before it is classified; then those on its classification. */
  readonly before: readonly Predicate<PlanColumn>[];
  readonly after: readonly Predicate<PlanColumn>[];
}

const classified: ReadonlySet<string> = new Set(['Outcome', ...packedParts]);

/** @param reads columns that are read of the classified rows */
export function stages(plan: RowPlan, reads: readonly PlanColumn[], catalogue: Catalogue): Stages {
  const isAfter = (predicate: Predicate<PlanColumn>) =>
    columnsOf(predicate).some((column) => classified.has(column));
  const needed = new Set<string>([...reads, ...plan.where.flatMap((predicate) => columnsOf(predicate))]);
  const alsoNeeded = (predicates: readonly { when: Predicate<string> }[]) =>
    predicates.forEach(({ when }) => columnsOf(when).forEach((column) => needed.add(column)));
  if (packedParts.some((part) => needed.has(part))) {
    alsoNeeded(ruleBranches(catalogue));
  }
  if (needed.has('Outcome')) {
    alsoNeeded(outcomeBranches);
  }
  return {
    needed,
    before: plan.where.filter((predicate) => !isAfter(predicate)),
    after: plan.where.filter(isAfter),
  };
}

/** The columns that a plan's groups are made of. */
export function keyColumns(plan: Plan): readonly PlanColumn[] {
  return plan.dimensions.map((id) => dimension(id).column);
}
