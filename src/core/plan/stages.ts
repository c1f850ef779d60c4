import { columnsOf, type Predicate } from '../predicate';
import type { Catalogue } from '../scenarios';
import { columnsOfBranches, outcomeBranches, packedParts, ruleBranches, type Branch } from './classification';
import { dimension, type ClassifiedColumn, type PlanColumn } from './dimensions';
import { measureOf, type Slowest } from './measures';
import { SAMPLE_COLUMNS, type Plan, type RowChoice } from './plan';

export interface Stages {
  /** Every column that some part reads, directly or through the classification. */
  readonly needed: ReadonlySet<string>;
  /** Conditions on the row alone, applied before it is classified; then those on its classification. */
  readonly before: readonly Predicate<ClassifiedColumn>[];
  readonly after: readonly Predicate<ClassifiedColumn>[];
}

const classified: ReadonlySet<string> = new Set(['Outcome', ...packedParts]);

/** @param reads columns that are read of the classified rows */
export function stages(
  choice: Pick<RowChoice, 'where'>,
  reads: readonly PlanColumn[],
  catalogue: Catalogue,
): Stages {
  const isAfter = (predicate: Predicate<ClassifiedColumn>) =>
    columnsOf(predicate).some((column) => classified.has(column));
  const needed = new Set<string>([...reads, ...choice.where.flatMap((predicate) => columnsOf(predicate))]);
  const alsoNeeded = (branches: readonly Branch[]) =>
    columnsOfBranches(branches).forEach((column) => needed.add(column));
  if (packedParts.some((part) => needed.has(part))) {
    alsoNeeded(ruleBranches(catalogue));
  }
  if (needed.has('Outcome')) {
    alsoNeeded(outcomeBranches);
  }
  return {
    needed,
    before: choice.where.filter((predicate) => !isAfter(predicate)),
    after: choice.where.filter(isAfter),
  };
}

/** The columns that a plan reads of its classified rows. */
export function readsOf(plan: Plan): readonly PlanColumn[] {
  if (plan.gives === 'rows') {
    return plan.columns;
  }
  return [
    'TimeGenerated',
    ...plan.dimensions.map((id) => dimension(id).column),
    ...plan.measures.flatMap((use) => [
      ...measureOf(use).reads(use),
      ...(use.where ? columnsOf(use.where) : []),
    ]),
    ...(slowestOf(plan).length > 0 ? (['TotalTime'] as const) : []),
    ...(plan.sample ? Object.values(SAMPLE_COLUMNS) : []),
  ];
}

/** The thresholds that a plan's measures compare with. */
export function slowestOf(plan: Plan): readonly Slowest[] {
  const used = plan.gives === 'groups' ? plan.measures.map(({ among }) => among) : [];
  return (['slowest5', 'slowest1'] as const).filter((slowest) => used.includes(slowest));
}

/** Name and percentile of a threshold. */
export const thresholds = {
  slowest5: { name: 'Slow5', percent: 95 },
  slowest1: { name: 'Slow1', percent: 99 },
} as const;
