import type { DataSourceJsonData } from '@grafana/data';
import type { DataQuery } from '@grafana/schema';
import type { StoredQuery } from '../core/query';
import type { DataSourceSettings } from '../core/settings';

/** A query with the fields that Grafana keeps in every query, as it is stored: maybe older, or with fields left out. */
export type GatewaylensQuery = DataQuery & StoredQuery;

export type GatewaylensSettings = DataSourceJsonData & DataSourceSettings;

/** Names of stored secrets, as in Grafana’s Azure plugins. */
export type SecretName = 'clientSecret' | 'tlsCACert';
export type GatewaylensSecrets = Partial<Record<SecretName, string>>;
