import { setMaxListeners } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBInstance, StatementType } from '@duckdb/node-api';
import { sqlString } from '../../../core/dialects/sql';
import { GatewaylensError } from '../../../core/errors';
import { Gate } from '../../concurrency';
import { interruptedBy } from './interrupted-by';

/** A running query holds one of Node's four worker threads. */
const AT_ONCE = 2;

/** Each holds what it reads of a file, 32 MB, for each query; on a large machine they would fill the memory alone. */
const MOST_THREADS = 8;

interface Opened {
  readonly instance: DuckDBInstance;
  readonly temporary: string;
  /** The only type of statement that is run. */
  readonly select: StatementType;
}

/**
 * The embedded DuckDB of this process. It runs queries and no other statement, and can read below the given folders and
 * nowhere else. It is loaded at the first query.
 */
export class Engine {
  readonly #folders: readonly string[];
  readonly #workFolder: string;
  readonly #gate = new Gate(AT_ONCE);
  #opened: Promise<Opened> | undefined;

  /**
   * @param folders real paths of the folders that queries may read
   * @param workFolder where a folder for temporary files is made
   */
  constructor(folders: readonly string[], workFolder: string) {
    this.#folders = folders;
    this.#workFolder = workFolder;
  }

  /** @returns rows of plain values: bigint for whole numbers, a timestamp value for times */
  async rows(sql: string, signal: AbortSignal): Promise<unknown[][]> {
    // Every query of a request listens for its end.
    setMaxListeners(0, signal);
    try {
      // What is asked for at once has one signal: a long list of queries does not keep others waiting until its end.
      return await this.#gate.through(signal, () => this.#run(sql, signal), signal);
    } catch (problem) {
      throw signal.aborted ? new GatewaylensError('cancelled') : engineError(problem);
    }
  }

  async dispose(): Promise<void> {
    const opened = await this.#opened?.catch(() => undefined);
    this.#opened = undefined;
    opened?.instance.closeSync();
    if (opened) {
      await rm(opened.temporary, { recursive: true, force: true });
    }
  }

  async #run(sql: string, signal: AbortSignal): Promise<unknown[][]> {
    const opening = (this.#opened ??= open(this.#folders, this.#workFolder));
    // What could not be opened is tried again at the next query.
    opening.catch(() => (this.#opened = this.#opened === opening ? undefined : this.#opened));
    const { instance, select } = await opening;
    const connection = await instance.connect();
    const ended = interruptedBy(signal, connection);
    try {
      signal.throwIfAborted();
      const statement = await connection.prepare(sql);
      if (statement.statementType !== select) {
        throw new GatewaylensError('source-failed', { problem: 'it is no query' });
      }
      return (await statement.runAndReadAll()).getRows();
    } finally {
      ended();
      connection.closeSync();
    }
  }
}

/** As Node and the engine say it. */
const NO_SPACE = /ENOSPC|No space left on device/;

/** What the engine says begins with the kind of error; files and limits are nobody's fault of ours. */
function engineError(problem: unknown): GatewaylensError {
  if (problem instanceof GatewaylensError) {
    return problem;
  }
  const text = String((problem as Partial<Error> | undefined)?.message ?? problem);
  if (NO_SPACE.test(text)) {
    return new GatewaylensError('engine-disk', {}, { cause: problem });
  }
  const [kind = ''] = /^[A-Z][\w ]*? Error/.exec(text) ?? [];
  switch (kind) {
    case 'IO Error':
    case 'Invalid Input Error':
    case 'Invalid Error': // of damaged Parquet
    case 'Permission Error':
      return new GatewaylensError('files-failed', {}, { cause: problem });
    case 'Out of Memory Error':
      return new GatewaylensError('engine-memory', {}, { cause: problem });
    default:
      return new GatewaylensError('source-failed', { problem: kind || 'unknown' }, { cause: problem });
  }
}

/** The order matters: what is still allowed is fixed before external access is switched off and the settings locked. */
async function open(folders: readonly string[], workFolder: string): Promise<Opened> {
  const { DuckDBInstance, StatementType } = await import('@duckdb/node-api');
  const temporary = await mkdtemp(path.join(workFolder, 'duckdb-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    const [[threads] = []] = (await connection.runAndReadAll(`SELECT current_setting('threads')`)).getRows();
    for (const setting of [
      `threads = ${Math.min(Number(threads), MOST_THREADS)}`,
      `memory_limit = '1GB'`,
      `temp_directory = ${sqlString(temporary)}`,
      `max_temp_directory_size = '4GB'`,
      `autoinstall_known_extensions = false`,
      `autoload_known_extensions = false`,
      `TimeZone = 'UTC'`,
      `allowed_directories = [${folders.map(sqlString).join(', ')}]`,
      `enable_external_access = false`,
      `lock_configuration = true`,
    ]) {
      await connection.run(`SET ${setting}`);
    }
  } finally {
    connection.closeSync();
  }
  return { instance, temporary, select: StatementType.SELECT };
}
