import { sqlString, sqlTimestamp } from '../dialects/sql';
import { derivedSelect } from '../log';
import { oncePer } from '../once-per';
import { columnsOf, toSql as predicateToSql, type Marked, type Predicate } from '../predicate';
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
import { dimension, type PlanColumn } from './dimensions';
import { evidenceOf } from './evidence';
import { measureOf, type MeasureUse } from './measures';
import {
  BUCKET,
  SAMPLE_COLUMNS,
  type GroupPlan,
  type Plan,
  type PlanPredicate,
  type RowChoice,
  type RowPlan,
} from './plan';
import { repeatedIn } from './repeated';
import { MOST_SHOWN } from './shown-text';
import { readsOf, slowestOf, stages, thresholds } from './stages';
import { tableColumns } from './table';

/**
 * The plan as one DuckDB query.
 * @param logged a relation with the logged columns of the canonical row, UTC timestamps and no null strings
 */
export function toSql(
  plan: Plan,
  catalogue: Catalogue,
  logged: string,
  isBrief = plan.gives === 'groups',
): string {
  const last = plan.gives === 'groups' ? summarySql(plan) : newestSql(plan);
  return `${rowsSql([plan], catalogue, logged, isBrief)}\n${last}`;
}

/**
 * Plans over the same rows as one query, which finds these once. Each of its rows begins with the number of its plan;
 * the tables stand side by side, empty where another plan speaks.
 */
export function toSqlTogether(plans: readonly GroupPlan[], catalogue: Catalogue, logged: string): string {
  const empty = plans.map((plan) => tableColumns(plan).map(() => 'NULL'));
  const tables = plans.map((plan, i) => {
    const list = [i, ...empty.slice(0, i).flat(), '*', ...empty.slice(i + 1).flat()];
    return `SELECT ${list.join(', ')} FROM (${summarySql(plan)})`;
  });
  return `${rowsSql(plans, catalogue, logged, true)}\n${tables.join('\nUNION ALL ')}`;
}

/** Whether finding the rows of this plan is worth doing once for several: failures, which are few, are put aside. */
export const isShared = (plan: Plan): plan is GroupPlan =>
  plan.gives === 'groups' && plan.where.some(isOfOutcome) && slowestOf(plan).length === 0;

function rowsSql(plans: readonly Plan[], catalogue: Catalogue, logged: string, isBrief: boolean): string {
  const [choice] = plans;
  const slowest = plans.flatMap(slowestOf).map((which) => {
    const { name, percent } = thresholds[which];
    return `,\n${name} AS (SELECT quantile_disc("TotalTime", 0.${percent}) AS value FROM classified)`;
  });
  return classifiedSql(choice!, plans.flatMap(readsOf), catalogue, logged, isBrief) + slowest.join('');
}

/**
 * A `WITH` clause whose relation `classified` holds the chosen rows, classified.
 * @param isBrief only what is read is kept of the rows, so that little is put aside where many have to be
 */
export function classifiedSql(
  choice: RowChoice,
  reads: readonly PlanColumn[],
  catalogue: Catalogue,
  logged: string,
  isBrief = false,
): string {
  const { needed, before, after } = stages(choice, reads, catalogue);
  const { from, to } = choice.range;
  const failures = after.filter(isOfOutcome);
  const isRuled = packedParts.some((part) => needed.has(part));
  const rules = ruleBranches(catalogue);
  return [
    `WITH canonical AS (SELECT *, ${derivedSelect.join(', ')} FROM ${logged}`,
    `  WHERE "TimeGenerated" >= ${sqlTimestamp(from)} AND "TimeGenerated" < ${sqlTimestamp(to)}),`,
    `outcome AS (SELECT *, ${caseSql(outcomeBranches, OUTCOME_ELSE)} AS "Outcome" FROM canonical${whereSql(before)}),`,
    ...(isBrief && isRuled && failures.length > 0
      ? ruledByEvidenceSql(rules, needed, failures)
      : ruledByRowSql(rules)),
    `classified AS (SELECT * FROM ruled${whereSql(after)})`,
  ].join('\n');
}

function ruledByRowSql(rules: readonly Branch[]): string[] {
  return [...packedSql(rules)('outcome'), `ruled AS (SELECT *, ${unpacked} FROM packed),`];
}

/** Of many rules this is much to write, and it is the same for every plan. */
const packedSql = oncePer((rules: readonly Branch<Marked>[]) => {
  const { marks, branches } = repeatedIn(rules, predicateToSql);
  const conditions = foldedOnce([...marks].map(([name, sql]) => `, ${sql} AS "${name}"`).join(''));
  const rule = foldedOnce(caseSql(branches, RULE_ELSE));
  const folds = new Set([...conditions.folds, ...rule.folds]);
  return (from: string): string[] => [
    `folded AS (SELECT ${['*', ...folds].join(', ')} FROM ${from}),`,
    ...(marks.size === 0 ? [] : [`shared AS (SELECT *${conditions.sql} FROM folded),`]),
    `packed AS (SELECT *, ${rule.sql} AS "Rule" FROM ${marks.size === 0 ? 'folded' : 'shared'}),`,
  ];
});

/** Failures alone are put aside: few of all rows, and of these the columns that are needed. */
function ruledByEvidenceSql(
  rules: readonly Branch[],
  needed: ReadonlySet<string>,
  failures: RowChoice['where'],
): string[] {
  const { texts, marks, branches } = evidenceOf(rules);
  const kept = [...needed].filter((column) => !packedParts.some((part) => part === column));
  const list = [...kept.map(quoted), ...[...marks].map(([name, sql]) => `${sql} AS "${name}"`)];
  const evidence = [...texts, ...marks.keys()].map(quoted).join(', ');
  return [
    `failure AS MATERIALIZED (SELECT ${list.join(', ')} FROM outcome${whereSql(failures.map(withoutNames))}),`,
    `evidence AS (SELECT DISTINCT ${evidence} FROM failure),`,
    ...packedSql(branches)('evidence'),
    `found AS (SELECT ${evidence}, ${unpacked} FROM packed),`,
    `ruled AS (SELECT * FROM failure JOIN found USING (${evidence})),`,
  ];
}

const isOfOutcome = (predicate: PlanPredicate) =>
  columnsOf(predicate).every((column) => column === 'Outcome');

/** The same condition on the logged columns, where it asks for the first outcomes: truth values are faster than names. */
function withoutNames(predicate: PlanPredicate): Predicate<string> {
  if (!('op' in predicate) || predicate.op !== 'oneOf') {
    return predicate;
  }
  const asked = predicate.value as readonly string[];
  const first = outcomeBranches.slice(0, asked.length);
  return first.every(({ then }) => asked.includes(then)) ? { any: first.map(({ when }) => when) } : predicate;
}

const quoted = (column: string) => `"${column}"`;

const unpacked = packedParts
  .map((part, i) => `split_part("Rule", ${sqlString(SEPARATOR)}, ${i + 1}) AS "${part}"`)
  .join(', ');

/** A literal, in which nothing is to be replaced, or a column in lower case. */
const FOLD = /'(?:[^']|'')*'|lower\("(\w+)"\)/g;

/**
 * The engine folds a column anew in every branch of a CASE, which takes longer than comparing it: it is done once.
 * @returns the expression over folded columns, and their select list
 */
function foldedOnce(expression: string): { readonly sql: string; readonly folds: readonly string[] } {
  const folds = new Set<string>();
  const sql = expression.replace(FOLD, (text, column?: string) => {
    if (column === undefined) {
      return text;
    }
    folds.add(`${text} AS "Folded${column}"`);
    return `"Folded${column}"`;
  });
  return { sql, folds: [...folds] };
}

function caseSql(branches: readonly Branch<Marked>[], otherwise: string): string {
  const lines = branches.map(({ when, then }) => `    WHEN ${predicateToSql(when)} THEN ${sqlString(then)}`);
  return ['CASE', ...lines, `    ELSE ${sqlString(otherwise)} END`].join('\n');
}

function whereSql(predicates: readonly Predicate<string>[]): string {
  return predicates.length === 0 ? '' : ` WHERE ${predicates.map(predicateToSql).join(' AND ')}`;
}

function summarySql(plan: GroupPlan): string {
  const keys = [
    ...(plan.stepMs === null ? [] : [`${bucketSql(plan.stepMs)} AS "${BUCKET}"`]),
    ...plan.dimensions.map((id) => `"${dimension(id).column}"`),
  ];
  const numbers = plan.measures.map(
    (use) => `${measureOf(use).toSql(use, conditionSql(use))} AS "${use.as}"`,
  );
  const samples = Object.entries(SAMPLE_COLUMNS).map(
    ([name, column]) => `${shownSql(`coalesce(arg_max("${column}", "TimeGenerated"), '')`)} AS "${name}"`,
  );
  const group = keys.length === 0 ? '' : ` GROUP BY ${keys.map((_, i) => i + 1).join(', ')}`;
  // One more than allowed, so that a cut is noticed.
  return `SELECT ${[...keys, ...numbers, ...(plan.sample ? samples : [])].join(', ')} FROM classified${group} LIMIT ${plan.limit + 1}`;
}

/** Which rows of a group a measure is about; undefined for all. */
function conditionSql({ where, among }: MeasureUse): string | undefined {
  const parts = [
    ...(where ? [predicateToSql(where)] : []),
    ...(among ? [`"TotalTime" >= (SELECT value FROM ${thresholds[among].name})`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(' AND ');
}

function newestSql(plan: RowPlan): string {
  const { isWhole, limit } = plan;
  const list = tableColumns(plan)
    .map(({ name, type }) =>
      isWhole || type !== 'string' ? `"${name}"` : `${shownSql(`"${name}"`)} AS "${name}"`,
    )
    .join(', ');
  return `SELECT ${list} FROM classified ORDER BY "TimeGenerated" DESC, "CorrelationId" LIMIT ${limit}`;
}

/** What is not shown of a text is not even read out: thousands of long ones would fill the memory. */
const shownSql = (text: string) => `left(${text}, ${MOST_SHOWN + 1})`;

/** Plain arithmetic on the time since 1970, before which remainders are negative. */
function bucketSql(stepMs: number): string {
  const step = `${stepMs * 1000}`;
  return `make_timestamp(epoch_us("TimeGenerated") - (epoch_us("TimeGenerated") % ${step} + ${step}) % ${step})`;
}
