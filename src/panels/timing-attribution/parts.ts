import { amongTitles } from '../../core/frames';
import { timeParts } from '../../ui/time-parts';

/** Which requests are looked at, and the parts of their time, in the order in which they are drawn. */
export const parts = timeParts;
export type Part = (typeof parts)[number]['id'];

export const amongs = amongTitles;
export type Among = keyof typeof amongs;
export const amongIds = Object.keys(amongs) as readonly Among[];

export const percentiles = ['p50', 'p95', 'p99'] as const;
export type Percentile = (typeof percentiles)[number];
