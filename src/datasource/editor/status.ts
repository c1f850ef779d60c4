import { LoadingState, type DataFrame, type PanelData } from '@grafana/data';
import { amount } from '../../core/amount';
import type { SeriesCustom } from '../../core/frames';
import { externalUrl } from '../../ui/links';

type Custom = Partial<Pick<SeriesCustom, 'totals' | 'incomplete'>> & { readonly portal?: unknown };

/** In short sentences; nothing where the query has no answer, whose error Grafana shows. */
export function statusOf({ state, series }: PanelData, refId: string): readonly string[] {
  const frames = ofQuery(series, refId);
  if (state === LoadingState.Error || frames.length === 0) {
    return [];
  }
  const { totals, incomplete = [] } = customOf(frames);
  const notices = [...new Set(frames.flatMap(({ meta }) => (meta?.notices ?? []).map(({ text }) => text)))];
  return [
    totals ? countedRequests(totals) : countedRows(frames),
    ...(incomplete.length > 0 ? [`${amount(incomplete.length, 'bucket')} at the ends not whole`] : []),
    ...notices,
  ];
}

/** Where the log store's own portal shows the same. */
export function portalOf({ series }: PanelData, refId: string): string | undefined {
  const addresses = ofQuery(series, refId).map(({ meta }) => (meta?.custom as Custom | undefined)?.portal);
  const address = addresses.find((one) => typeof one === 'string');
  return typeof address === 'string' ? externalUrl(address) : undefined;
}

const ofQuery = (series: readonly DataFrame[], refId: string) =>
  series.filter((frame) => (frame.refId ?? refId) === refId);

function customOf(frames: readonly DataFrame[]): Custom {
  const found = frames.map(({ meta }) => meta?.custom as Custom | undefined).find((custom) => custom?.totals);
  return found ?? {};
}

function countedRequests({ failed, masked, succeeded }: SeriesCustom['totals']): string {
  const all = failed + masked + succeeded;
  const other = masked > 0 ? `, ${amount(masked)} masked` : '';
  return `${amount(all, 'request')}: ${amount(failed)} failed${other}`;
}

/** Of one row with a column for each series, what was counted are these. */
function countedRows(frames: readonly DataFrame[]): string {
  const [{ length, fields, meta } = { length: 0, fields: [], meta: undefined }] = frames;
  return meta?.type === 'numeric-wide' ? amount(fields.length, 'value') : amount(length, 'row');
}
