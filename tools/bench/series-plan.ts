import type { Plan } from '../../src/core/plan';
import { kinds } from '../../src/core/query/kinds';
import { builtinCatalogue, type Catalogue } from '../../src/core/scenarios';
import { rangeOf } from './log-data';

/** What a panel asks when it opens: failed requests by scenario, every five minutes. */
export function seriesPlan(catalogue: Catalogue = builtinCatalogue): Plan {
  const { defaults, plans } = kinds['scenario-series'];
  const range = rangeOf(1);
  const context = { catalogue, range, maxDataPoints: 0, forAlert: false, now: range.to };
  const [plan] = plans({ ...defaults, step: '5m' }, context);
  if (!plan) {
    throw new Error('a series has no plan');
  }
  return plan;
}
