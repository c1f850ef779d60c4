import { sqlString, sqlTimestamp } from '../dialects/sql';
import { derivedSelect } from '../log';
import { toSql as predicateToSql } from '../predicate';
import type { Catalogue } from '../scenarios';
import {
  OUTCOME_ELSE,
  outcomeBranches,
  packedParts,
  RULE_ELSE,
  ruleBranches,
  SEPARATOR,
  type Branch,
} from './classification';
import type { PlanColumn } from './dimensions';
import { measures } from './measures';
import { BUCKET, type Plan } from './plan';
import { keyColumns, stages, type RowPlan } from './stages';
import { measureColumn } from './table';

/**
 * The plan as one DuckDB query.
 * @param logged a relation with the logged columns of the canonical row, UTC timestamps and no null strings
 */
export function toSql(plan: Plan, catalogue: Catalogue, logged: string): string {
  return `${classifiedSql(plan, keyColumns(plan), catalogue, logged)}\n${summarySql(plan)}`;
}

/** A `WITH` clause whose relation `classified` holds the plan's rows, classified. */
export function classifiedSql(
  plan: RowPlan,
  reads: readonly PlanColumn[],
  catalogue: Catalogue,
  logged: string,
): string {
  const { before, after } = stages(plan, reads, catalogue);
  const { from, to } = plan.range;
  const parts = packedParts.map(
    (part, i) => `split_part("Rule", ${sqlString(SEPARATOR)}, ${i + 1}) AS "${part}"`,
  );
  return [
    `WITH canonical AS (SELECT *, ${derivedSelect.join(', ')} FROM ${logged}`,
    `  WHERE "TimeGenerated" >= ${sqlTimestamp(from)} AND "TimeGenerated" < ${sqlTimestamp(to)}),`,
    `outcome AS (SELECT *, ${caseSql(outcomeBranches, OUTCOME_ELSE)} AS "Outcome" FROM canonical${whereSql(before)}),`,
    `ruled AS (SELECT *, ${caseSql(ruleBranches(catalogue), RULE_ELSE)} AS "Rule" FROM outcome),`,
    `unpacked AS (SELECT *, ${parts.join(', ')} FROM ruled),`,
    `classified AS (SELECT * FROM unpacked${whereSql(after)})`,
  ].join('\n');
}

function caseSql(branches: readonly Branch[], otherwise: string): string {
  const lines = branches.map(({ when, then }) => `    WHEN ${predicateToSql(when)} THEN ${sqlString(then)}`);
  return ['CASE', ...lines, `    ELSE ${sqlString(otherwise)} END`].join('\n');
}

function whereSql(predicates: readonly Parameters<typeof predicateToSql>[0][]): string {
  return predicates.length === 0 ? '' : ` WHERE ${predicates.map(predicateToSql).join(' AND ')}`;
}

function summarySql(plan: Plan): string {
  const keys = [
    ...(plan.stepMs === null ? [] : [`${bucketSql(plan.stepMs)} AS "${BUCKET}"`]),
    ...keyColumns(plan).map((column) => `"${column}"`),
  ];
  const numbers = plan.measures.map((id) => `${measures[id].sql} AS "${measureColumn(id)}"`);
  const group = keys.length === 0 ? '' : ` GROUP BY ${keys.map((_, i) => i + 1).join(', ')}`;
  // One more than allowed, so that a cut is noticed.
  return `SELECT ${[...keys, ...numbers].join(', ')} FROM classified${group} LIMIT ${plan.limit + 1}`;
}

/** Plain arithmetic on the time since 1970; like `bin()` in KQL for every step that divides a day. */
function bucketSql(stepMs: number): string {
  const step = `${stepMs * 1000}`;
  return `make_timestamp(epoch_us("TimeGenerated") - epoch_us("TimeGenerated") % ${step})`;
}
