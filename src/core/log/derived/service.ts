import { lowerCase } from '../lower-case';
import type { DerivedColumn } from './derived-column';

/** `/subscriptions/s/resourcegroups/g/providers/microsoft.apimanagement/service/NAME`: the ninth part. */
const PART = 8;

export const service = {
  name: 'Service',
  type: 'string',
  meaning: 'The API Management instance; empty for a self-hosted gateway, whose records do not name it.',
  from: ['_ResourceId'],
  read: (row) => lowerCase(row._ResourceId.split('/')[PART] ?? ''),
  kql: `tolower(tostring(split(_ResourceId, "/")[${PART}]))`,
  sql: `lower(split_part("_ResourceId", '/', ${PART + 1}))`,
} as const satisfies DerivedColumn;
