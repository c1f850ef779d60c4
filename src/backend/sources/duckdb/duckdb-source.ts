import { GatewaylensError } from '../../../core/errors';
import type { Notice } from '../../../core/frames';
import { tableColumns, toSql, type Plan, type Table, type TimeRange } from '../../../core/plan';
import type { Catalogue } from '../../../core/scenarios';
import type { Answer, Capability, LogSource } from '../log-source';
import { Engine } from './engine';

/** Rows that the embedded engine reads: where they are, and what has to be said of them. */
export interface Rows {
  /** Folders that the engine may read. */
  readonly folders: readonly string[];
  /** A relation with the logged columns of the canonical row. */
  relation(
    range: TimeRange,
    engine: Engine,
    signal: AbortSignal,
  ): Promise<{ sql: string; notices: readonly Notice[] }>;
  check(engine: Engine, signal: AbortSignal): Promise<readonly Capability[]>;
}

/** The embedded source: DuckDB over demo data or exported log files. */
export class DuckDbSource implements LogSource {
  readonly #rows: Rows;
  readonly #catalogue: Catalogue;
  readonly #engine: Engine;

  /** @param workFolder where the engine may keep temporary files */
  constructor(rows: Rows, catalogue: Catalogue, workFolder: string) {
    this.#rows = rows;
    this.#catalogue = catalogue;
    this.#engine = new Engine(rows.folders, workFolder);
  }

  async answer(plan: Plan, signal: AbortSignal): Promise<Answer> {
    const { sql, notices } = await this.#rows.relation(plan.range, this.#engine, signal);
    const query = toSql(plan, this.#catalogue, sql);
    const rows = await this.#engine.rows(query, signal);
    if (rows.length > plan.limit) {
      throw new GatewaylensError('too-many-groups', { limit: plan.limit });
    }
    return { table: tableOf(plan, rows), query, notices };
  }

  check(signal: AbortSignal): Promise<readonly Capability[]> {
    return this.#rows.check(this.#engine, signal);
  }

  dispose(): Promise<void> {
    return this.#engine.dispose();
  }
}

function tableOf(plan: Plan, rows: readonly (readonly unknown[])[]): Table {
  const columns = tableColumns(plan);
  const cell = (value: unknown, index: number): string | number => {
    switch (columns[index]?.type) {
      case 'datetime':
        return Number((value as { micros: bigint }).micros / 1000n);
      case 'number':
        return Number(value);
      default:
        return String(value);
    }
  };
  return { columns, rows: rows.map((row) => row.map(cell)) };
}
