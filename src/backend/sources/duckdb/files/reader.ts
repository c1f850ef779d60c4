import type { canonicalSelect, Place } from '../../../../core/log';

/** How a group of files is read: a relation of raw records, and where it has their values. */
export interface Reader {
  readonly sql: string;
  readonly place: Place;
  readonly typed?: Parameters<typeof canonicalSelect>[2];
}
