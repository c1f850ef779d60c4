import '../ui/public-path';
import { DataSourcePlugin } from '@grafana/data';
import { ConfigEditor } from './config/ConfigEditor';
import { GatewaylensDataSource } from './datasource';
import type { GatewaylensQuery, GatewaylensSettings } from './query';
import { QueryEditor } from './QueryEditor';

export const plugin = new DataSourcePlugin<GatewaylensDataSource, GatewaylensQuery, GatewaylensSettings>(
  GatewaylensDataSource,
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
