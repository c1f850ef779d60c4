/**
 * Gathers what is asked within a short window into one request, lets those who ask the same wait together, and keeps
 * answers for a short time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { TimeRange } from '../../../core/plan';
import { SharedTask } from '../../concurrency';
import type { Outcome } from './batch';

export interface Times {
  /** How long a request waits for others to come along, ms. */
  readonly windowMs: number;
  /** How long an answer is kept, ms. */
  readonly keepMs: number;
}

export const defaultTimes: Times = { windowMs: 25, keepMs: 30_000 };

/** Most cells that all kept answers have. */
const MOST_KEPT = 1_000_000;

/** What is asked for: of a range, and the same where its JSON is. */
interface Asked {
  readonly range: TimeRange;
}

interface Batch<P> {
  readonly plans: Map<string, P>;
  readonly task: SharedTask<ReadonlyMap<string, Outcome>>;
  isOpen: boolean;
  cells: number;
}

export class Gatherer<P extends Asked> {
  readonly #read: (plans: readonly P[], signal: AbortSignal) => Promise<readonly Outcome[]>;
  readonly #times: Times;
  readonly #mostPlans: number;
  /** Batches that are open, at work or kept, by the plans that they answer; the oldest first. */
  readonly #batches = new Map<string, Batch<P>>();

  /** @param mostPlans that one request reads */
  constructor(
    read: (plans: readonly P[], signal: AbortSignal) => Promise<readonly Outcome[]>,
    times: Times,
    mostPlans: number,
  ) {
    this.#mostPlans = mostPlans;
    this.#read = read;
    this.#times = times;
  }

  /** @throws what the request fails with; a failure of the plan alone is in its outcome */
  async ask(plan: P, signal: AbortSignal): Promise<Outcome> {
    const key = JSON.stringify(plan);
    const known = this.#batches.get(key);
    const batch = known && !known.task.isEnded ? known : this.#join(key, plan);
    const outcomes = await batch.task.join(signal);
    return outcomes.get(key)!;
  }

  #join(key: string, plan: P): Batch<P> {
    const open = [...new Set(this.#batches.values())].find(
      ({ isOpen, task, plans }) =>
        isOpen &&
        !task.isEnded &&
        plans.size < this.#mostPlans &&
        goTogether([...plans.values()], plan.range),
    );
    const batch = open ?? this.#begin();
    batch.plans.set(key, plan);
    this.#batches.set(key, batch);
    return batch;
  }

  #begin(): Batch<P> {
    const plans = new Map<string, P>();
    const task = new SharedTask(async (signal) => {
      await sleep(this.#times.windowMs, undefined, { signal });
      batch.isOpen = false;
      const outcomes = await this.#read([...plans.values()], signal);
      return new Map([...plans.keys()].map((key, i) => [key, outcomes[i]!]));
    });
    const batch: Batch<P> = { plans, task, isOpen: true, cells: 0 };
    task.result.then(
      (outcomes) => this.#keep(batch, outcomes),
      () => this.#forget(batch),
    );
    return batch;
  }

  /** For a while, and only what was answered in full. */
  #keep(batch: Batch<P>, outcomes: ReadonlyMap<string, Outcome>): void {
    const isWhole = [...outcomes.values()].every(
      (outcome) => 'table' in outcome && outcome.reply.partial === undefined,
    );
    batch.cells = [...outcomes.values()].reduce((sum, outcome) => sum + cellsOf(outcome), 0);
    if (!isWhole || this.#times.keepMs === 0) {
      this.#forget(batch);
      return;
    }
    let cells = 0;
    for (const one of [...new Set(this.#batches.values())].reverse()) {
      cells += one.cells;
      if (cells > MOST_KEPT && one.cells > 0) {
        this.#forget(one);
      }
    }
    setTimeout(() => this.#forget(batch), this.#times.keepMs).unref();
  }

  #forget(batch: Batch<P>): void {
    batch.isOpen = false;
    for (const key of batch.plans.keys()) {
      if (this.#batches.get(key) === batch) {
        this.#batches.delete(key);
      }
    }
  }
}

const cellsOf = (outcome: Outcome) =>
  'table' in outcome ? outcome.table.rows.length * outcome.table.columns.length : 0;

/** A range so many times as long as another does not go along with it: who asks for an hour does not wait for a month. */
const MOST_TIMES_LONGER = 4;

/** Ranges with a gap between them would make one that reads more than they need. */
const goTogether = (plans: readonly Asked[], range: TimeRange): boolean =>
  plans.some((plan) => range.from <= plan.range.to && plan.range.from <= range.to) &&
  plans.every((plan) => areAlike(length(plan.range), length(range)));

const length = ({ from, to }: TimeRange) => to - from;
const areAlike = (a: number, b: number) => Math.max(a, b) < MOST_TIMES_LONGER * Math.min(a, b);
