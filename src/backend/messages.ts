/** What Grafana asks and what it gets, free of the protocol that carries it. */
import type { Frame } from '../core/frames';
import type { TimeRange } from '../core/plan';

export interface DataSourceRef {
  readonly uid: string;
  readonly name: string;
  /** Milliseconds since 1970. */
  readonly updated: number;
  readonly jsonData: unknown;
  readonly secrets: Readonly<Record<string, string>>;
}

export interface RequestContext {
  readonly orgId: number;
  /** Absent when Grafana itself asks, as alert rules do. */
  readonly user: { readonly login: string; readonly role: string } | undefined;
  readonly dataSource: DataSourceRef | undefined;
  readonly headers: Readonly<Record<string, string>>;
}

export interface QueryItem {
  readonly refId: string;
  /** The stored query; undefined when it is no JSON. */
  readonly query: unknown;
  readonly range: TimeRange;
  readonly maxDataPoints: number;
}

export interface QueryResult {
  readonly frames: readonly Frame[];
}

export interface HealthResult {
  readonly ok: boolean;
  readonly message: string;
  readonly details: object;
}

export interface ResourceRequest {
  readonly path: string;
  readonly method: string;
  readonly body: unknown;
}

export interface ResourceResult {
  readonly status: number;
  readonly body: object;
}
