import type { GroupPlan, MeasureUse, Plan, PlanPredicate } from '../../../plan';
import { bucketMs, stepMs } from '../../buckets';
import { conditions } from '../../choice';
import { countPlan } from '../../count-plan';
import { totalsPlan } from '../../totals';
import type { QueryContext } from '../kind';
import type { ConnectionFailuresQuery } from './query';

/** A failure to connect that a retry made good is one all the same. */
const isFailure: readonly PlanPredicate[] = [
  { column: 'Family', op: 'equals', value: 'backend-connection' },
  { column: 'Outcome', op: 'oneOf', value: ['failed', 'masked'] },
];
/** Until when the error took, or the backend, or the request. */
const around = (from: number, to: number): PlanPredicate => ({
  any: (['LastErrorElapsed', 'BackendTime', 'TotalTime'] as const).map((column) => ({
    column,
    op: 'between',
    value: [from, to],
  })),
});
/** Windows gives up connecting after about 21 s; Azure's load balancer drops idle connections after 240 s. */
const CONNECT_WALL = around(19_500, 22_500);
const IDLE_WALL = around(235_000, 245_000);

const MINUTE = 60_000;
/** Of failures to connect. */
const EVIDENCE: readonly MeasureUse[] = [
  { measure: 'count', as: 'Count' },
  { measure: 'percentile', column: 'LastErrorElapsed', percent: 50, as: 'Elapsed' },
  { measure: 'percentile', column: 'TotalTime', percent: 50, as: 'Total' },
  { measure: 'count', as: 'AtConnectWall', where: CONNECT_WALL },
  { measure: 'count', as: 'AtIdleWall', where: IDLE_WALL },
  { measure: 'lastSeen', as: 'LastSeen' },
];

/** Of calls, to estimate from how many connections they took. */
const LOAD: readonly MeasureUse[] = [
  { measure: 'count', as: 'Count' },
  { measure: 'count', as: 'Timed', where: { column: 'BackendTime', op: 'atLeast', value: 0 } },
  { measure: 'sum', column: 'BackendTime', as: 'BackendMs' },
];

/** Failures over time by type; by host and type; calls by host; calls over time by gateway and host; all requests. */
export function plans(query: ConnectionFailuresQuery, context: QueryContext): readonly Plan[] {
  const { range } = context;
  const calls: GroupPlan = {
    ...countPlan(range, conditions(query.where)),
    dimensions: ['backendHost'],
  };
  const failures: GroupPlan = { ...calls, where: [...calls.where, ...isFailure] };
  return [
    {
      ...failures,
      stepMs: bucketMs(query.step, context),
      dimensions: ['scenario'],
    },
    {
      ...failures,
      dimensions: ['backendHost', 'scenario'],
      measures: EVIDENCE,
      sample: true,
    },
    calls,
    {
      ...calls,
      where: [...calls.where, { not: { column: 'BackendHost', op: 'equals', value: '' } }],
      stepMs: Math.max(MINUTE, stepMs('auto', range, 0)),
      dimensions: ['service', 'region', 'backendHost'],
      measures: LOAD,
    },
    totalsPlan(query, range),
  ];
}
