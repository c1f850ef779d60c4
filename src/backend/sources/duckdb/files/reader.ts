import type { Places } from '../../../../core/log';

/** How a group of files is read: a relation of raw records, and where it has their values. */
export interface Reader extends Places {
  readonly sql: string;
  /** Whether a record may hold more than this way of reading finds in it. */
  readonly doubtful?: string;
}
