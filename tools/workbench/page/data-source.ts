import type { DataSourcePlugin } from '@grafana/data';
import { setDataSourceSrv, type DataSourceSrv } from '@grafana/runtime';
import type { GatewaylensDataSource } from '../../../src/datasource/datasource';
import type { GatewaylensQuery, GatewaylensSettings } from '../../../src/datasource/query';

/** The one data source of the workbench, also for whoever asks Grafana for data sources. */
export function startDataSource(
  { meta, DataSourceClass }: DataSourcePlugin<GatewaylensDataSource, GatewaylensQuery, GatewaylensSettings>,
  jsonData: GatewaylensSettings,
): GatewaylensDataSource {
  const logo = '/public/plugins/gatewaylens-apim-app/img/logo.svg';
  const withLogo = { ...meta, info: { ...meta.info, logos: { small: logo, large: logo } } };
  const settings = {
    id: 1,
    uid: 'workbench',
    name: 'Workbench',
    type: meta.id,
    meta: withLogo,
    jsonData,
  };
  const datasource = new DataSourceClass(settings as never);
  setDataSourceSrv({
    get: () => Promise.resolve(datasource),
    getList: () => [settings],
    getInstanceSettings: () => settings,
  } as unknown as DataSourceSrv);
  return datasource;
}
