import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import { millionSql } from './log-data';

/** A million rows in the engine's memory, as table `logs`. */
export class LogTable {
  readonly #instance: DuckDBInstance;
  readonly #connection: DuckDBConnection;

  private constructor(instance: DuckDBInstance, connection: DuckDBConnection) {
    this.#instance = instance;
    this.#connection = connection;
  }

  static async of(million: number): Promise<LogTable> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE logs AS ${millionSql(0, million)}`);
    return new LogTable(instance, connection);
  }

  async run(statement: string): Promise<void> {
    await this.#connection.run(statement);
  }

  async rows(sql: string, values?: Record<string, DuckDBValue>): Promise<DuckDBValue[][]> {
    return (await this.#connection.runAndReadAll(sql, values)).getRows();
  }

  end(): void {
    this.#connection.closeSync();
    this.#instance.closeSync();
  }
}
