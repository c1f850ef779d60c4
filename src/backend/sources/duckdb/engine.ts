import { mkdtemp, rm } from 'node:fs/promises';
import path from 'node:path';
import type { DuckDBInstance } from '@duckdb/node-api';
import { sqlString } from '../../../core/dialects/sql';
import { GatewaylensError } from '../../../core/errors';
import { Gate } from './gate';

/** A running query holds one of Node's four worker threads. */
const AT_ONCE = 2;

interface Opened {
  readonly instance: DuckDBInstance;
  readonly temporary: string;
}

/** An embedded DuckDB that can read below the given folders and nowhere else. It is loaded at the first query. */
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
    try {
      return await this.#gate.through(signal, () => this.#run(sql, signal));
    } catch (problem) {
      if (signal.aborted) {
        throw new GatewaylensError('cancelled');
      }
      throw new GatewaylensError('source-failed', {
        problem: problem instanceof Error ? problem.message : String(problem),
      });
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
    this.#opened ??= open(this.#folders, this.#workFolder);
    const { instance } = await this.#opened;
    const connection = await instance.connect();
    const interrupt = () => connection.interrupt();
    signal.addEventListener('abort', interrupt, { once: true });
    try {
      signal.throwIfAborted();
      const reader = await connection.runAndReadAll(sql);
      return reader.getRows();
    } finally {
      signal.removeEventListener('abort', interrupt);
      connection.closeSync();
    }
  }
}

/** The order matters: what is still allowed is fixed before external access is switched off and the settings locked. */
async function open(folders: readonly string[], workFolder: string): Promise<Opened> {
  const { DuckDBInstance } = await import('@duckdb/node-api');
  const temporary = await mkdtemp(path.join(workFolder, 'duckdb-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  try {
    for (const setting of [
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
  return { instance, temporary };
}
