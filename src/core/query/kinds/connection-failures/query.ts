import { anyDefaults, type AnyQuery, type QueryType, type Step } from '../../model';

/** Failures to connect to backends, by type and host. */
export interface ConnectionFailuresQuery extends AnyQuery {
  readonly kind: 'connection-failures';
  readonly step: Step | 'auto';
  /** The most hosts to show, those with the most failures first. */
  readonly top: number;
}

export const connectionFailuresQuery: QueryType<ConnectionFailuresQuery> = {
  title: 'Backend connection failures',
  description: 'Types of connection failure by backend host, with evidence and estimated connections',
  defaults: { kind: 'connection-failures', ...anyDefaults, step: 'auto', top: 20 },
  describe: () => 'Backend connection failures by host',
};
