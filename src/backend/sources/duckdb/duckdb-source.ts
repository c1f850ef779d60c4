import { setImmediate as turn } from 'node:timers/promises';
import { GatewaylensError } from '../../../core/errors';
import type { Notice } from '../../../core/frames';
import {
  isShared,
  tableColumns,
  toSql,
  toSqlTogether,
  type GroupPlan,
  type Plan,
  type Table,
  type TableCell,
  type TimeRange,
} from '../../../core/plan';
import type { Catalogue } from '../../../core/scenarios';
import type { Capability, LogSource, SourceAnswer } from '../log-source';
import type { Engine } from './engine';

/** A relation with the logged columns of the canonical row. */
export interface Relation {
  readonly sql: string;
  readonly notices: readonly Notice[];
  /** Its rows are as many as files have lines: nothing of them is put aside, even where that takes longer. */
  readonly isStream?: boolean;
}

/** Rows that the embedded engine reads: where they are, and what has to be said of them. */
export interface Rows {
  relation(range: TimeRange, engine: Engine, signal: AbortSignal): Promise<Relation>;
  check(engine: Engine, signal: AbortSignal): Promise<readonly Capability[]>;
}

/** What stands for the rows in queries that people see. */
const RELATION = 'gateway_logs';

/** The embedded source: DuckDB over demo data or exported log files. */
export class DuckDbSource implements LogSource {
  readonly #rows: Rows;
  readonly #catalogue: Catalogue;
  readonly #engine: Engine;
  /** Those whose plans are still being gathered. */
  readonly #requests = new WeakMap<AbortSignal, Request>();

  /** @param engine shared by all sources of the process, and ended by its owner */
  constructor(rows: Rows, catalogue: Catalogue, engine: Engine) {
    this.#rows = rows;
    this.#catalogue = catalogue;
    this.#engine = engine;
  }

  async answers(plans: readonly Plan[], signal: AbortSignal): Promise<readonly SourceAnswer<Plan>[]> {
    const request = this.#requests.get(signal) ?? this.#begin(signal);
    plans.forEach((plan) => request.plans.set(JSON.stringify(plan), plan));
    const answers = await request.answers;
    return Promise.all(plans.map((plan) => answers.get(JSON.stringify(plan))!));
  }

  /** Queries of one request have one signal and ask at once: rows that they share are found once. */
  #begin(signal: AbortSignal): Request {
    const plans = new Map<string, Plan>();
    const answers = turn().then(() => {
      this.#requests.delete(signal);
      return new Map(sameRows([...plans.values()]).flatMap((group) => this.#answersTo(group, signal)));
    });
    const request = { plans, answers };
    this.#requests.set(signal, request);
    return request;
  }

  /** @param plans over the same rows; one with too many groups harms no other */
  #answersTo(plans: readonly Plan[], signal: AbortSignal): [string, Promise<SourceAnswer<Plan>>][] {
    const found = this.#found(plans, signal);
    const answerTo = async (plan: Plan, i: number): Promise<SourceAnswer<Plan>> => {
      const { cells, notices } = await found;
      return {
        table: tableOf(plan, await cells[i]!),
        range: plan.range,
        plan,
        query: toSql(plan, this.#catalogue, RELATION),
        notices,
      };
    };
    return plans.map((plan, i) => [JSON.stringify(plan), answerTo(plan, i)]);
  }

  async #found(plans: readonly Plan[], signal: AbortSignal): Promise<Found> {
    const relation = await this.#rows.relation(plans[0]!.range, this.#engine, signal);
    const shared = relation.isStream ? [] : plans.filter(isShared);
    const together = shared.length > 1 ? await this.#together(shared, relation.sql, signal) : undefined;
    return { cells: together ?? this.#apart(plans, relation, signal), notices: relation.notices };
  }

  /** One that fails harms no other. */
  #apart(
    plans: readonly Plan[],
    { sql, isStream }: Relation,
    signal: AbortSignal,
  ): readonly Promise<Cells>[] {
    const written = (plan: Plan) =>
      isStream ? toSql(plan, this.#catalogue, sql, false) : toSql(plan, this.#catalogue, sql);
    return plans.map((plan) => this.#engine.rows(written(plan), signal));
  }

  /** Undefined where together they need more memory than there is: each by itself may have enough. */
  async #together(
    shared: readonly GroupPlan[],
    sql: string,
    signal: AbortSignal,
  ): Promise<readonly Cells[] | undefined> {
    const rows = await this.#engine
      .rows(toSqlTogether(shared, this.#catalogue, sql), signal)
      .catch(unlessTooBig);
    let before = 1;
    return (
      rows &&
      shared.map((plan, i) => {
        const from = before;
        before += tableColumns(plan).length;
        return rows
          .filter(([number]) => number === i)
          .map((row) => row.slice(from, from + tableColumns(plan).length));
      })
    );
  }

  check(signal: AbortSignal): Promise<readonly Capability[]> {
    return this.#rows.check(this.#engine, signal);
  }

  async dispose(): Promise<void> {}
}

type Cells = readonly (readonly unknown[])[];

interface Found extends Pick<Relation, 'notices'> {
  /** One for each plan. */
  readonly cells: readonly (Cells | Promise<Cells>)[];
}

function unlessTooBig(problem: unknown): undefined {
  if (!(problem instanceof GatewaylensError && problem.code === 'engine-memory')) {
    throw problem;
  }
}

/** Plans by their JSON, each once whoever asks for it. */
interface Request {
  readonly plans: Map<string, Plan>;
  readonly answers: Promise<ReadonlyMap<string, Promise<SourceAnswer<Plan>>>>;
}

/** Each plan is a column group of the rows that come out: with many, most of these would be empty. */
const MOST_TOGETHER = 16;

/** Plans in groups: those of the same failures, and each other plan for itself. */
function sameRows(plans: readonly Plan[]): readonly (readonly Plan[])[] {
  const groups: Plan[][] = [];
  const open = new Map<string, Plan[]>();
  for (const plan of plans) {
    const key = isShared(plan) ? JSON.stringify([plan.range, plan.where]) : undefined;
    const group = key === undefined ? undefined : open.get(key);
    if (group && group.length < MOST_TOGETHER) {
      group.push(plan);
      continue;
    }
    const begun = [plan];
    groups.push(begun);
    if (key !== undefined) {
      open.set(key, begun);
    }
  }
  return groups;
}

/** @throws GatewaylensError for more groups than the plan allows */
function tableOf(plan: Plan, rows: Cells): Table {
  if (rows.length > plan.limit) {
    throw new GatewaylensError('too-many-groups', { limit: plan.limit });
  }
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
