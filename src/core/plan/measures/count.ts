import type { Measure } from './measure';

export const count: Measure = { title: 'Requests', kql: 'count()', sql: 'count(*)' };
