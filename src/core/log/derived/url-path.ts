import type { DerivedColumn } from './derived-column';

export const urlPath = {
  name: 'UrlPath',
  type: 'string',
  meaning: 'Address of the incoming request without its query string, which may carry keys.',
  from: ['Url'],
  read: (row) => row.Url.split('?')[0] ?? '',
  kql: 'tostring(split(Url, "?")[0])',
  sql: `split_part("Url", '?', 1)`,
} as const satisfies DerivedColumn;
