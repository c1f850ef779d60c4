import { GatewaylensError } from '../../../core/errors';
import type { Notice } from '../../../core/frames';
import {
  tableColumns,
  toSql,
  type Plan,
  type Table,
  type TableCell,
  type TimeRange,
} from '../../../core/plan';
import type { Catalogue } from '../../../core/scenarios';
import type { Capability, LogSource, SourceAnswer } from '../log-source';
import type { Engine } from './engine';

/** Rows that the embedded engine reads: where they are, and what has to be said of them. */
export interface Rows {
  /** A relation with the logged columns of the canonical row. */
  relation(
    range: TimeRange,
    engine: Engine,
    signal: AbortSignal,
  ): Promise<{ readonly sql: string; readonly notices: readonly Notice[] }>;
  check(engine: Engine, signal: AbortSignal): Promise<readonly Capability[]>;
}

/** What stands for the rows in queries that people see. */
const RELATION = 'gateway_logs';

/** The embedded source: DuckDB over demo data or exported log files. */
export class DuckDbSource implements LogSource {
  readonly #rows: Rows;
  readonly #catalogue: Catalogue;
  readonly #engine: Engine;

  /** @param engine shared by all sources of the process, and ended by its owner */
  constructor(rows: Rows, catalogue: Catalogue, engine: Engine) {
    this.#rows = rows;
    this.#catalogue = catalogue;
    this.#engine = engine;
  }

  async answer(plan: Plan, signal: AbortSignal): Promise<SourceAnswer> {
    const { sql, notices } = await this.#rows.relation(plan.range, this.#engine, signal);
    const rows = await this.#engine.rows(toSql(plan, this.#catalogue, sql), signal);
    if (rows.length > plan.limit) {
      throw new GatewaylensError('too-many-groups', { limit: plan.limit });
    }
    return {
      table: tableOf(plan, rows),
      range: plan.range,
      plan,
      query: toSql(plan, this.#catalogue, RELATION),
      notices,
    };
  }

  check(signal: AbortSignal): Promise<readonly Capability[]> {
    return this.#rows.check(this.#engine, signal);
  }

  async dispose(): Promise<void> {}
}

function tableOf(plan: Plan, rows: readonly (readonly unknown[])[]): Table {
  const columns = tableColumns(plan);
  const cell = (value: unknown, index: number): TableCell => {
    if (value === null) {
      return null;
    }
    switch (columns[index]?.type) {
      case 'datetime':
        return Number((value as { micros: bigint }).micros / 1000n);
      case 'number':
        return Number(value);
      case 'boolean':
        return Boolean(value);
      default:
        return String(value);
    }
  };
  return { columns, rows: rows.map((row) => row.map(cell)) };
}
