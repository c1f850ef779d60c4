/** How many requests there were in all, by outcome: good news and missing data must not look alike. */
import { amount } from '../amount';
import type { Notice } from '../frames';
import { reader, type Answer, type GroupPlan } from '../plan';
import { outcomes, type Outcome } from '../scenarios';
import { conditions } from './choice';
import { countPlan } from './count-plan';
import type { AnyQuery } from './model';

export type Totals = Readonly<Record<Outcome, number>>;

export function totalsPlan({ where }: AnyQuery, range: GroupPlan['range']): GroupPlan {
  return { ...countPlan(range, conditions(where)), dimensions: ['outcome'] };
}

/** @param answer to a plan that groups by outcome, among others */
export function totalsOf({ table }: Answer): Totals {
  const read = reader(table);
  const totals = Object.fromEntries(outcomes.map((outcome) => [outcome, 0])) as Record<Outcome, number>;
  for (const row of table.rows) {
    totals[read(row, 'Outcome') as Outcome] += Number(read(row, 'Count'));
  }
  return totals;
}

export const requestsOf = ({ failed, masked, succeeded }: Totals) => failed + masked + succeeded;

/**
 * Why there is nothing to see, where there is nothing.
 * @param found rows that the answer has, where that alone tells
 */
export function emptyNotices(totals: Totals, found = 1): readonly Notice[] {
  const requests = requestsOf(totals);
  if (requests === 0) {
    return [{ severity: 'warning', text: 'No requests at all were found in this range with these filters.' }];
  }
  const otherwise = totals.failed + totals.masked;
  if (otherwise === 0) {
    const text = `No failed requests in this range (${amount(requests)} answered).`;
    return [{ severity: 'info', text }];
  }
  if (found > 0) {
    return [];
  }
  const text = `None of the failures that were asked for; ${amount(otherwise)} other requests failed or had an error that was masked.`;
  return [{ severity: 'info', text }];
}
