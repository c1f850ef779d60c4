import { kqlString, kqlTimespan } from '../dialects/kql';
import { canonicalKql, type GatewayTable, type KqlRows, type Span } from '../log';
import { oncePer } from '../once-per';
import { toKql as predicateToKql, type Marked } from '../predicate';
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
import { measureOf, type MeasureUse } from './measures';
import { BUCKET, SAMPLE_COLUMNS, type GroupPlan, type Plan, type RowChoice } from './plan';
import { repeatedIn } from './repeated';
import { readsOf, slowestOf, stages, thresholds } from './stages';
import { tableColumns } from './table';

/** The plan as one Kusto query over the tables that a workspace has. */
export function toKql(
  plan: Plan,
  catalogue: Catalogue,
  tables: readonly GatewayTable[] = ['resource'],
): string {
  const { statements, lines } = classifiedKql(plan, readsOf(plan), catalogue, tables);
  const last = answerKql(plan);
  const slowest = slowestOf(plan);
  if (slowest.length === 0) {
    return [...statements, ...lines, ...last].join('\n');
  }
  const scalars = slowest.map((which) => {
    const { name, percent } = thresholds[which];
    return `let ${name} = toscalar(rows | summarize percentile(TotalTime, ${percent}));`;
  });
  return [...statements, `let rows = materialize(${lines.join('\n')});`, ...scalars, 'rows', ...last].join(
    '\n',
  );
}

/**
 * The last lines of a query: from the rows of a plan to its table.
 * @param suffix of the names of its thresholds, where several plans have their own
 */
export function answerKql(plan: Plan, suffix = ''): string[] {
  return plan.gives === 'groups' ? summaryKql(plan, suffix) : newestKql(plan.columns, plan.limit);
}

/** The chosen rows with the given columns, classified. */
export function classifiedKql(
  choice: Pick<RowChoice, 'where'> & { readonly range: Span },
  reads: readonly PlanColumn[],
  catalogue: Catalogue,
  tables: readonly GatewayTable[] = ['resource'],
): KqlRows {
  const { needed, before, after } = stages(choice, reads, catalogue);
  const { statements, lines } = canonicalKql(tables, choice.range, needed);
  return {
    statements,
    lines: [
      ...lines,
      ...before.map((predicate) => `| where ${predicateToKql(predicate)}`),
      ...classificationKql(needed, catalogue),
      ...after.map((predicate) => `| where ${predicateToKql(predicate)}`),
    ],
  };
}

function classificationKql(needed: ReadonlySet<string>, catalogue: Catalogue): string[] {
  const parts = packedParts.filter((part) => needed.has(part));
  const unpacked = parts.map(
    (part) => `${part} = tostring(split(Rule, ${kqlString(SEPARATOR)})[${packedParts.indexOf(part)}])`,
  );
  return [
    ...(needed.has('Outcome') ? [`| extend Outcome = ${outcomeKql(outcomeBranches)}`] : []),
    ...(parts.length === 0 ? [] : [...ruleKql(ruleBranches(catalogue)), `| extend ${unpacked.join(', ')}`]),
  ];
}

/** They are the same in every query, and long. */
const outcomeKql = oncePer((branches: readonly Branch[]) => caseKql(branches, OUTCOME_ELSE));
const ruleKql = oncePer((rules: readonly Branch[]): readonly string[] => {
  const { marks, branches } = repeatedIn(rules, predicateToKql);
  const conditions = [...marks].map(([name, kql]) => `${name} = ${kql}`);
  return [
    ...(conditions.length === 0 ? [] : [`| extend ${conditions.join(',\n    ')}`]),
    `| extend Rule = ${caseKql(branches, RULE_ELSE)}`,
  ];
});

function caseKql(branches: readonly Branch<Marked>[], otherwise: string): string {
  const lines = branches.map(({ when, then }) => `    ${predicateToKql(when)}, ${kqlString(then)},`);
  return ['case(', ...lines, `    ${kqlString(otherwise)})`].join('\n');
}

function summaryKql(plan: GroupPlan, suffix: string): string[] {
  const keys = [
    ...(plan.stepMs === null ? [] : [`${BUCKET} = ${bucketKql(plan.stepMs)}`]),
    ...plan.dimensions.map((id) => dimension(id).column),
  ];
  const aliases = Object.entries(SAMPLE_COLUMNS).map(([name, column]) => `${name} = ${column}`);
  const aggregates = [
    ...plan.measures.map((use) => `${use.as} = ${measureOf(use).toKql(use, conditionKql(use, suffix))}`),
    ...(plan.sample ? [`arg_max(TimeGenerated, ${Object.keys(SAMPLE_COLUMNS).join(', ')})`] : []),
  ];
  return [
    ...(plan.sample ? [`| extend ${aliases.join(', ')}`] : []),
    `| summarize ${aggregates.join(', ')}${keys.length === 0 ? '' : ` by ${keys.join(', ')}`}`,
    `| project ${tableColumns(plan)
      .map(({ name }) => name)
      .join(', ')}`,
    // One more than allowed, so that a cut is noticed.
    `| take ${plan.limit + 1}`,
  ];
}

const DAY = 86_400_000;

/** Kusto counts several days from the year 1 on, all others from 1970; what divides a day is the same. */
function bucketKql(stepMs: number): string {
  return stepMs <= DAY
    ? `bin(TimeGenerated, ${kqlTimespan(stepMs)})`
    : `datetime_add("day", bin(datetime_diff("day", TimeGenerated, datetime(1970-01-01)), ${stepMs / DAY}), datetime(1970-01-01))`;
}

/** Which rows of a group a measure is about; undefined for all. */
function conditionKql({ where, among }: MeasureUse, suffix: string): string | undefined {
  const parts = [
    ...(where ? [predicateToKql(where)] : []),
    ...(among ? [`(isnotnull(TotalTime) and TotalTime >= ${thresholds[among].name}${suffix})`] : []),
  ];
  return parts.length === 0 ? undefined : parts.join(' and ');
}

function newestKql(columns: readonly PlanColumn[], limit: number): string[] {
  return [
    '| order by TimeGenerated desc, CorrelationId asc',
    `| take ${limit}`,
    `| project ${columns.join(', ')}`,
  ];
}
