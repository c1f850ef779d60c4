import type { Query } from '../../core/query';
import type { AskingDataSource } from '../asking-data-source';

/** What an editor of one kind of query gets. */
export interface EditorProps<Q extends Query> {
  readonly datasource: AskingDataSource;
  readonly query: Q;
  /** Stores the change and runs the query. */
  readonly set: (change: Partial<Q>) => void;
  /** A document-wide id for a field. */
  readonly id: (name: string) => string;
}
