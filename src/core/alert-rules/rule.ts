/** Alert rules in the form that Grafana provisions (apiVersion 1). */
import type { Query } from '../query';
import type { AlertRuleOptions } from './options';

export interface AlertRule {
  readonly uid: string;
  readonly title: string;
  readonly condition: string;
  readonly for: string;
  readonly noDataState: 'OK' | 'Alerting';
  readonly execErrState: 'Error';
  readonly labels: Readonly<Record<string, string>>;
  readonly annotations: Readonly<Record<string, string>>;
  readonly data: readonly AlertData[];
}

interface AlertData {
  readonly refId: string;
  readonly datasourceUid: string;
  readonly relativeTimeRange: Window;
  readonly model: Readonly<Record<string, unknown>>;
}

/** Seconds before the evaluation. */
export interface Window {
  readonly from: number;
  readonly to: number;
}

const EXPRESSIONS = '__expr__';

export function asked(
  refId: string,
  query: Partial<Query> & Pick<Query, 'kind'>,
  window: Window,
  { datasource, where }: AlertRuleOptions,
): AlertData {
  const scope = where.length > 0 ? { where } : {};
  return {
    refId,
    datasourceUid: datasource,
    relativeTimeRange: window,
    model: { refId, ...query, version: 1, ...scope },
  };
}

/** True where a number is above this. */
export function above(refId: string, of: string, threshold: number): AlertData {
  const conditions = [{ evaluator: { type: 'gt', params: [threshold] } }];
  return expression(refId, { type: 'threshold', expression: of, conditions });
}

export function math(refId: string, formula: string): AlertData {
  return expression(refId, { type: 'math', expression: formula });
}

function expression(refId: string, model: Readonly<Record<string, unknown>>): AlertData {
  return {
    refId,
    datasourceUid: EXPRESSIONS,
    relativeTimeRange: { from: 0, to: 0 },
    model: { refId, ...model },
  };
}

/** What tells this rule from all others of this Grafana. */
export function uidOf(kind: string, { name }: AlertRuleOptions): string {
  return ['apim', ...(name === '' ? [] : [name]), kind].join('-');
}

/** Grafana expands `$` in titles, names and labels, though not in queries and annotations. */
export const literal = (text: string) => text.replaceAll('$', '$$$$');

export const titleOf = (title: string, { name }: AlertRuleOptions) =>
  name === '' ? title : `${title} (${name})`;
