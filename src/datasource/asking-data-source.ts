import type { DataSourceApi, TimeRange } from '@grafana/data';
import type { SeriesCustom } from '../core/frames';
import type { RowDimensionId } from '../core/plan';
import type { Filter } from '../core/query';
import type { KqlAccess } from './kql-access';
import type { GatewaylensQuery, GatewaylensSettings } from './query';

/** What the backend's resource `catalogue` answers. */
export interface CatalogueAnswer {
  readonly order: readonly string[];
  readonly scenarios: SeriesCustom['scenarios'];
}

/** What editors ask their data source. */
export interface AskingDataSource extends DataSourceApi<GatewaylensQuery, GatewaylensSettings> {
  readonly kqlAccess: KqlAccess;
  /** The scenarios in force. */
  catalogue(): Promise<CatalogueAnswer>;
  /** The values of a dimension that occur in a range, the most frequent first. */
  values(
    dimension: RowDimensionId,
    range: TimeRange | undefined,
    where: readonly Filter[],
  ): Promise<readonly string[]>;
  /** The query as KQL, as it would run on Log Analytics. */
  kql(query: GatewaylensQuery, range: TimeRange, maxDataPoints: number | undefined): Promise<string>;
}
