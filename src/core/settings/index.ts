export { defaultSettings, type DataSourceSettings } from './data-source-settings';
export { samplingOf, type Sampling } from './sampling';
export { connectionLimit, tiers, type ServiceSize, type Tier } from './service-size';
