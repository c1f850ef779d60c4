import { anyDefaults, type AnyQuery, type QueryType } from '../../model';

/** How old the newest request in the log is. */
export interface FreshnessQuery extends AnyQuery {
  readonly kind: 'freshness';
}

export const freshnessQuery: QueryType<FreshnessQuery> = {
  title: 'Age of the newest request',
  description:
    'How long ago each API Management instance logged its newest request; also the number by which an alert rule finds that data stopped arriving',
  defaults: { kind: 'freshness', ...anyDefaults },
  describe: () => 'Age of the newest request',
};
