import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { Query, StoredQuery } from '../core/query';
import type { DataSourceSettings } from '../core/settings';

/** Our query with the fields that Grafana keeps in every query. */
export type GatewaylensQuery = DataQuery & Query;
/** The same as it may be stored: older, or written by hand with fields left out. */
export type StoredGatewaylensQuery = DataQuery & StoredQuery;

export type GatewaylensSettings = DataSourceJsonData & DataSourceSettings;
