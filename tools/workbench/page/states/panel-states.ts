/** Every state in which somebody may see our panels. */
import { FieldType, LoadingState, toDataFrame, type DataFrame, type PanelData } from '@grafana/data';
import {
  connections,
  elsewhere,
  good,
  MANY_TYPES,
  masked,
  nothing,
  queried,
  series,
  table,
  timing,
  untimed,
} from './invented';
import { annotations, hostile, wide } from './many';

export interface PanelState {
  readonly name: string;
  readonly data: () => Partial<PanelData>;
  readonly options?: object;
  readonly fieldConfig?: { readonly defaults: object; readonly overrides: readonly object[] };
  /** Pixels, where it is not as wide as the page and 420 high. */
  readonly width?: number;
  readonly height?: number;
}

interface PanelStates {
  readonly type: string;
  readonly states: readonly PanelState[];
}

const of = (...frames: readonly DataFrame[][]) => ({ series: frames.flat() });
const noted = (
  frames: DataFrame[],
  notices: readonly object[],
  custom: object = {},
  ageMs = 0,
): DataFrame[] =>
  frames.map((frame) => ({
    ...frame,
    meta: {
      ...frame.meta,
      notices: [...(frame.meta?.notices ?? []), ...notices] as never,
      custom: { ...frame.meta?.custom, ...custom },
      stats: [{ displayName: 'Age of the answer', value: ageMs, unit: 'ms' }],
    },
  }));
const strange = () => [toDataFrame({ fields: [{ name: 'x', type: FieldType.string, values: ['a'] }] })];
const failing = { state: LoadingState.Error, series: [], errors: [{ message: 'Azure refused the token: the client secret has expired.' }] }; // prettier-ignore
const late = {
  severity: 'warning',
  text: 'Log Analytics answered only in part: the newest rows may be missing.',
};
const biased = {
  severity: 'warning',
  text: 'Only 25 % of the requests are logged (sampling), but all that failed: shares of all requests are biased, too high.',
};

/** What goes wrong in all panels alike. */
const problems: readonly PanelState[] = [
  { name: 'loading', data: () => ({ state: LoadingState.Loading, series: [] }), height: 160 },
  { name: 'a failed query', data: () => failing, height: 160 },
  { name: 'wrong frames', data: () => of(strange()), height: 160 },
  { name: 'no frames', data: () => ({ series: [] }), height: 160 },
];

const list = { legend: { showLegend: true, displayMode: 'list', placement: 'bottom' } };
const hidden = { legend: { showLegend: false, displayMode: 'list', placement: 'bottom' } };
const named = (name: string, ...properties: readonly object[]) => ({
  matcher: { id: 'byName', options: name },
  properties,
});
const overrides = {
  defaults: { decimals: 2, unit: 'locale' },
  overrides: [
    named('Untrusted backend certificate', { id: 'displayName', value: 'TLS (renamed)' }, { id: 'color', value: { mode: 'fixed', fixedColor: 'super-light-blue' } }),
    named('Backend timed out', { id: 'custom.hideFrom', value: { viz: true, legend: true, tooltip: true } }),
  ],
}; // prettier-ignore

export const panelStates: Readonly<Record<string, PanelStates>> = {
  errors: {
    type: 'gatewaylens-apimerrors-panel',
    states: [
      { name: 'series, table and masked errors', data: () => of(series(), table(), masked()) },
      { name: 'folded families', data: () => of(series(), table()), options: { families: 'folded' } },
      { name: 'series alone, with annotations', data: () => ({ ...of(series()), annotations: annotations() }) },
      { name: 'table alone', data: () => of(table()) },
      { name: 'a list as legend', data: () => of(series()), options: list },
      { name: 'no legend, partial and cached', data: () => of(noted(series(), [late], { partial: true }, 42_000)), options: hidden },
      { name: 'biased shares, as lines', data: () => of(noted(series({ as: 'share' }).map((frame) => ({ ...frame, meta: { ...frame.meta, custom: { ...frame.meta?.custom, addsUp: false } } })), [biased])) },
      { name: 'field overrides', data: () => of(series(), table()), fieldConfig: overrides },
      { name: 'forty series of a thousand points', data: () => of([wide(40, 1000)]) },
      { name: 'too many series', data: () => of([wide(150, 60)]) },
      { name: 'hostile frames', data: () => ({ ...of(hostile()), annotations: annotations() }) },
      { name: 'nothing failed', data: () => of(series({}, good, [])), height: 200 },
      { name: 'none of the selected', data: () => of(series({ scenarios: ['quota-exceeded'] }, [['failed', 12], ['succeeded', 90]], [])), height: 160 },
      { name: 'no requests', data: () => of(series({}, nothing, [])), height: 160 },
      { name: 'queries that counted other requests', data: () => of(queried('A', series()), queried('C', elsewhere())) },
      { name: 'narrow', data: () => of(series(), table()), width: 420, height: 520 },
      { name: 'very narrow', data: () => ({ ...of(series(), table()), annotations: annotations() }), width: 270, height: 520 },
      { name: 'tall', data: () => of(series(), table()), width: 520, height: 900 },
      { name: 'tiny', data: () => of(series(), table()), width: 220, height: 130 },
      ...problems,
    ],
  },
  timing: {
    type: 'gatewaylens-apimtiming-panel',
    states: [
      { name: 'over time, with annotations', data: () => ({ ...of(timing()), annotations: annotations() }) },
      { name: 'at a wall', data: () => of(timing({}, 14_000, 320)), options: { legend: { showLegend: true, displayMode: 'table', placement: 'right' } } },
      { name: 'by API', data: () => of(timing({ per: 'api' }, 9000, 320)) },
      { name: 'the slowest, partial', data: () => of(noted(timing(), [late], { partial: true })), options: { among: 'slowest5', showPercentiles: false } },
      { name: 'decimals and names', data: () => of(timing()), fieldConfig: { defaults: { decimals: 3, unit: 's' }, overrides: [named('All requests: backend', { id: 'displayName', value: 'Upstream' })] } },
      { name: 'no request with a total time', data: () => of(untimed(250, 31)), height: 160 },
      { name: 'no requests', data: () => of(untimed()), height: 160 },
      { name: 'narrow', data: () => of(timing()), width: 420, height: 420 },
      { name: 'very narrow', data: () => ({ ...of(timing()), annotations: annotations() }), width: 270, height: 420 },
      { name: 'very narrow, by API', data: () => of(timing({ per: 'api' }, 9000, 320)), width: 270, height: 420 },
      { name: 'no legend', data: () => ({ ...of(timing()), annotations: annotations() }), options: { ...hidden, showWholeRange: false }, width: 620 },
      { name: 'tiny', data: () => of(timing()), width: 220, height: 130 },
      ...problems,
    ],
  },
  connections: {
    type: 'gatewaylens-apimconnections-panel',
    states: [
      { name: 'types and hosts, with annotations', data: () => ({ ...of(connections()), annotations: annotations() }), height: 480 },
      { name: 'eight types, wide', data: () => of(connections(undefined, undefined, MANY_TYPES)) },
      { name: 'eight types, without room for columns', data: () => of(connections(undefined, undefined, MANY_TYPES)), width: 760 },
      { name: 'many hosts, cached', data: () => of(noted(connections(undefined, Array.from({ length: 300 }, (_, i) => `host-${i}.contoso.net`)), [], {}, 90_000)) },
      { name: 'nothing failed', data: () => of(connections(good, [])), height: 200 },
      { name: 'no requests', data: () => of(connections(nothing, [])), height: 160 },
      { name: 'narrow', data: () => of(connections()), width: 420, height: 520 },
      { name: 'very narrow', data: () => of(connections()), width: 270, height: 520 },
      { name: 'no legend', data: () => of(connections()), options: hidden, width: 620 },
      { name: 'tiny', data: () => of(connections()), width: 220, height: 130 },
      ...problems,
    ],
  },
}; // prettier-ignore
