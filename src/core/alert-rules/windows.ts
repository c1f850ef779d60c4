/** The ranges that rules read. docs/alerting.md explains them. */
import type { AlertRuleOptions } from './options';
import type { Window } from './rule';

type Times = Pick<AlertRuleOptions, 'timeout' | 'delay' | 'lookback' | 'silence'>;

/** Before this, all requests are logged: the slowest has ended, and its row has arrived. */
export const lagOf = ({ timeout, delay }: Times) => timeout + delay;

/** To the present, so that a failure is seen as soon as its row is there; and so far back that a late one is, too. */
export function countWindow(times: Times): Window {
  return { from: times.lookback + lagOf(times), to: 0 };
}

/** Complete: failures come later than successes, so a share of what is still arriving would be too low. */
export function shareWindow(times: Times): Window {
  return { from: times.lookback + lagOf(times), to: lagOf(times) };
}

const DAY = 86_400;
/** In which an instance is looked for that fell silent. */
export const freshnessWindow: Window = { from: DAY, to: 0 };

/** Seconds without a request after which data has stopped arriving. */
export const staleAfter = (times: Times) => lagOf(times) + times.silence;
