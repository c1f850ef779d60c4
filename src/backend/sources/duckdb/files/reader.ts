import type { Places } from '../../../../core/log';

/** How a group of files is read: a relation of raw records, and where it has their values. */
export interface Reader extends Places {
  readonly sql: string;
}
