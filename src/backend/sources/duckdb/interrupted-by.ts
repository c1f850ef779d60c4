import type { DuckDBConnection } from '@duckdb/node-api';

const AGAIN_MS = 50;

/**
 * Tells the connection to stop when the signal is raised, again and again: a query that still waits for a worker thread
 * forgets that it was told.
 * @returns to be called when the query has ended
 */
export function interruptedBy(
  signal: AbortSignal,
  connection: Pick<DuckDBConnection, 'interrupt'>,
): () => void {
  let again: NodeJS.Timeout | undefined;
  const interrupt = () => {
    connection.interrupt();
    again = setTimeout(interrupt, AGAIN_MS);
  };
  signal.addEventListener('abort', interrupt, { once: true });
  return () => {
    signal.removeEventListener('abort', interrupt);
    clearTimeout(again);
  };
}
