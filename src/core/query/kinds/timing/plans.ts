import { groupedBy, type GroupPlan, type MeasureUse, type Plan, type PlanPredicate } from '../../../plan';
import { bucketMs } from '../../buckets';
import { conditions } from '../../choice';
import { countPlan } from '../../count-plan';
import type { QueryContext } from '../kind';
import type { TimingQuery } from './query';
import { wallMeasures } from './walls';

/** Which requests: all, or those at or above the 95th or 99th percentile of the total over the whole range. */
export const amongs = ['all', 'slowest5', 'slowest1'] as const;
export type Among = (typeof amongs)[number];

/** In the order in which they are clamped and stacked. */
export const parts = {
  backend: 'BackendPart',
  client: 'ClientPart',
  cache: 'CachePart',
  gateway: 'GatewayPart',
} as const;
export type Part = keyof typeof parts;
export const partNames = Object.keys(parts) as readonly Part[];

export const percents = [50, 95, 99] as const;

const isFailed: PlanPredicate = { column: 'Outcome', op: 'oneOf', value: ['failed'] };
const hasTotal = { column: 'TotalTime', op: 'atLeast', value: 0 } as const;
/** It has a total, and something tells where that went. */
const isSplit = { column: 'GatewayPart', op: 'atLeast', value: 0 } as const;

/** Requests and sums of parts: means are divided later, because only sums add up. */
function measuresOf(among: Among): MeasureUse[] {
  const only = among === 'all' ? {} : { among };
  return [
    { measure: 'count', as: nameOf(among, 'requests'), where: isSplit, ...only },
    ...partNames.map((part): MeasureUse => ({
      measure: 'sum',
      column: parts[part],
      as: nameOf(among, part),
      ...only,
    })),
    ...percents.map((percent): MeasureUse => ({
      measure: 'percentile',
      column: 'TotalTime',
      percent,
      as: nameOf(among, percent),
      where: isSplit,
      ...only,
    })),
  ];
}

/** Name of a measure's column. */
export const nameOf = (among: Among, what: Part | (typeof percents)[number] | 'requests') =>
  `${among}_${what}`;

/** The groups; then the range as a whole. */
export function plans(query: TimingQuery, context: QueryContext): readonly Plan[] {
  const { range } = context;
  const whole: GroupPlan = {
    ...countPlan(range, [...conditions(query.where), ...(query.requests === 'failed' ? [isFailed] : [])]),
    measures: [
      ...amongs.flatMap(measuresOf),
      { measure: 'count', as: 'clamped', where: { column: 'IsClamped', op: 'equals', value: true } },
      { measure: 'count', as: 'withoutTotal', where: { not: hasTotal } },
      { measure: 'count', as: 'withoutParts', where: { all: [hasTotal, { not: isSplit }] } },
      ...wallMeasures,
    ],
  };
  const groups: GroupPlan = {
    ...whole,
    stepMs: query.per === 'time' ? bucketMs(query.step, context) : null,
    dimensions: query.per === 'time' ? [] : groupedBy(query.per),
    measures: amongs.flatMap(measuresOf),
  };
  return [groups, whole];
}
