import { rangeUtil, type QueryResultMetaNotice } from '@grafana/data';
import type { GatewaylensSettings } from './query';

/** The backend keeps answers of Log Analytics for so long; rows reach the log minutes after their requests. */
const KEPT_MS = 30_000;
/** On the Basic plan each refresh costs. */
const BASIC_MS = 5 * 60_000;

/** @param refresh of the dashboard, as its address has it: “5s”; nothing where it does not refresh by itself */
export function refreshNotice(
  refresh: unknown,
  { source, basicLogsEnabled }: Partial<GatewaylensSettings>,
): QueryResultMetaNotice | undefined {
  const ms = typeof refresh === 'string' ? milliseconds(refresh) : undefined;
  if (source !== 'log-analytics' || ms === undefined) {
    return undefined;
  }
  if (basicLogsEnabled === true && ms < BASIC_MS) {
    const text = `Refreshed every ${refresh as string} from a table on the Basic plan, each time for money: 5 minutes or more are enough, because rows come minutes late.`;
    return { severity: 'warning', text };
  }
  if (ms < KEPT_MS) {
    const text = `Refreshed every ${refresh as string}, but answers are kept for 30 seconds and rows come minutes late: a slower refresh shows the same, and leaves Azure’s limits to others.`;
    return { severity: 'warning', text };
  }
  return undefined;
}

/** Grafana may write words there, such as “auto” or “off”. */
function milliseconds(refresh: string): number | undefined {
  return /^\d+[a-z]+$/.test(refresh) ? rangeUtil.intervalToMs(refresh) : undefined;
}
