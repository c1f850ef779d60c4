import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { DuckDbSource } from '../../../src/backend/sources/duckdb/duckdb-source';
import { Engine } from '../../../src/backend/sources/duckdb/engine';
import { fileRows } from '../../../src/backend/sources/duckdb/files/file-rows';
import { columns, sqlTypes, type ColumnValues } from '../../../src/core/log';
import { builtinCatalogue, type Catalogue } from '../../../src/core/scenarios';
import { observedRange } from '../../support/gateway-records';
import { inDuckDb, type Meant } from './meanings';

const { signal } = new AbortController();

/** A folder of log files, with the embedded engine that reads them as the backend does. */
export class LogFolder {
  readonly folder: string;
  readonly engine: Engine;

  static async make(): Promise<LogFolder> {
    return new LogFolder(await mkdtemp(path.join(tmpdir(), 'gatewaylens-test-')));
  }

  private constructor(folder: string) {
    this.folder = folder;
    this.engine = new Engine([folder], folder);
  }

  path(name: string): string {
    return path.join(this.folder, name);
  }

  async write(name: string, content: string | Uint8Array): Promise<void> {
    await writeFile(this.path(name), content);
  }

  /** @param select SQL of an engine that may read and write everything */
  async writeParquet(name: string, select: string): Promise<void> {
    const instance = await DuckDBInstance.create(':memory:');
    const connection = await instance.connect();
    await connection.run(`COPY (${select}) TO '${this.path(name)}' (FORMAT parquet)`);
    connection.closeSync();
    instance.closeSync();
  }

  /** SQL of the logged columns of these rows, which need not look like gateway records. */
  async relation(name: string, rows: readonly ColumnValues[]): Promise<string> {
    const lines = rows.map((row) =>
      JSON.stringify({ ...row, TimeGenerated: new Date(row.TimeGenerated ?? 0) }),
    );
    await this.write(name, lines.join('\n'));
    const types = columns.map(({ name: column, type }) => `'${column}': '${sqlTypes[type]}'`);
    return `(SELECT * FROM read_json('${this.path(name)}', format = 'newline_delimited', columns = {${types.join(', ')}}))`;
  }

  rows(wanted: string) {
    return fileRows(this.folder, wanted, () => Date.now());
  }

  source(wanted: string, catalogue: Catalogue = builtinCatalogue): DuckDbSource {
    return new DuckDbSource(this.rows(wanted), catalogue, this.engine);
  }

  /** Every row of these files with all its columns, and what the files are warned of. */
  async meaning(wanted: string, catalogue?: Catalogue): Promise<{ rows: Meant[]; notices: string[] }> {
    const { sql, notices } = await this.rows(wanted).relation(observedRange, this.engine, signal);
    const warnings = notices.filter(({ severity }) => severity === 'warning');
    return { rows: await inDuckDb(this.engine, sql, catalogue), notices: warnings.map(({ text }) => text) };
  }

  async dispose(): Promise<void> {
    await this.engine.dispose();
    await rm(this.folder, { recursive: true });
  }
}
