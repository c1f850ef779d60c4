import { amongTitles } from '../../core/frames';

/**
 * The parts of a request's time, and which requests are looked at, in the order in which they are drawn. Their colours
 * are told apart by colour-blind readers, too.
 */
export const parts = [
  { id: 'backend', title: 'Backend', color: 'blue', meaning: 'waiting for the backend' },
  { id: 'client', title: 'Client', color: 'dark-orange', meaning: 'exchanging with the caller' },
  { id: 'cache', title: 'Cache', color: 'light-green', meaning: 'asking the cache' },
  { id: 'gateway', title: 'Gateway', color: 'dark-purple', meaning: 'the rest: policies and waiting in the gateway' },
] as const; // prettier-ignore
export type Part = (typeof parts)[number]['id'];

export const amongs = amongTitles;
export type Among = keyof typeof amongs;
export const amongIds = Object.keys(amongs) as readonly Among[];

export const percentiles = ['p50', 'p95', 'p99'] as const;
export type Percentile = (typeof percentiles)[number];
