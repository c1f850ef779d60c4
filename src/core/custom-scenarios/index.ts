export { issueOf, type CatalogueIssue } from './issue';
export { mergedCatalogue, type MergedCatalogue, type MergeSettings } from './merged-catalogue';
export type { Override } from './overrides';
export type { Provenance } from './provenance';
export { listIn, valueIn, yamlOf, yamlProblem, type ReadList } from './yaml-list';
