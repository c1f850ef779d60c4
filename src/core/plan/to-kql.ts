import { kqlDatetime, kqlString, kqlTimespan } from '../dialects/kql';
import { canonicalKql } from '../log';
import { toKql as predicateToKql } from '../predicate';
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

/** The plan as one Kusto query over the resource-specific table. */
export function toKql(plan: Plan, catalogue: Catalogue): string {
  return [...classifiedKql(plan, keyColumns(plan), catalogue), ...summaryKql(plan)].join('\n');
}

/** The plan's rows with the given columns, classified, as lines of a query. */
export function classifiedKql(plan: RowPlan, reads: readonly PlanColumn[], catalogue: Catalogue): string[] {
  const { needed, before, after } = stages(plan, reads, catalogue);
  const { from, to } = plan.range;
  return [
    'ApiManagementGatewayLogs',
    `| where TimeGenerated >= ${kqlDatetime(from)} and TimeGenerated < ${kqlDatetime(to)}`,
    ...canonicalKql(needed),
    ...before.map((predicate) => `| where ${predicateToKql(predicate)}`),
    ...classificationKql(needed, catalogue),
    ...after.map((predicate) => `| where ${predicateToKql(predicate)}`),
  ];
}

function classificationKql(needed: ReadonlySet<string>, catalogue: Catalogue): string[] {
  const parts = packedParts.filter((part) => needed.has(part));
  const rule = parts.length === 0 ? [] : [`| extend Rule = ${caseKql(ruleBranches(catalogue), RULE_ELSE)}`];
  const unpacked = parts.map(
    (part) => `${part} = tostring(split(Rule, ${kqlString(SEPARATOR)})[${packedParts.indexOf(part)}])`,
  );
  return [
    ...(needed.has('Outcome') ? [`| extend Outcome = ${caseKql(outcomeBranches, OUTCOME_ELSE)}`] : []),
    ...rule,
    ...(unpacked.length === 0 ? [] : [`| extend ${unpacked.join(', ')}`]),
  ];
}

function caseKql(branches: readonly Branch[], otherwise: string): string {
  const lines = branches.map(({ when, then }) => `    ${predicateToKql(when)}, ${kqlString(then)},`);
  return ['case(', ...lines, `    ${kqlString(otherwise)})`].join('\n');
}

function summaryKql(plan: Plan): string[] {
  const keys = [
    ...(plan.stepMs === null ? [] : [`${BUCKET} = bin(TimeGenerated, ${kqlTimespan(plan.stepMs)})`]),
    ...keyColumns(plan),
  ];
  const numbers = plan.measures.map((id) => `${measureColumn(id)} = ${measures[id].kql}`);
  return [
    `| summarize ${numbers.join(', ')}${keys.length === 0 ? '' : ` by ${keys.join(', ')}`}`,
    // One more than allowed, so that a cut is noticed.
    `| take ${plan.limit + 1}`,
  ];
}
