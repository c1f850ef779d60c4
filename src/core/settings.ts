/** The data source's settings, as the configuration editor writes them and provisioned files give them. */
export interface DataSourceSettings {
  /** Where the logs are: invented demo data, or exported files. */
  readonly source: 'demo' | 'files';
  /** With `files`: a file, a folder or a pattern below the folder that Grafana's administrator allows. */
  readonly path: string;
}

export const defaultSettings: DataSourceSettings = { source: 'demo', path: '' };
