import type { Notice } from '../../core/frames';
import type { Plan, Table } from '../../core/plan';

/** What a source can do, for the health check. */
export interface Capability {
  readonly name: string;
  readonly state: 'ok' | 'limited' | 'missing';
  readonly message: string;
  /** What to do next, where something is to be done. */
  readonly hint?: string;
}

export interface Answer {
  readonly table: Table;
  /** The text that the engine ran. */
  readonly query: string;
  /** What a reader of the numbers has to know. */
  readonly notices: readonly Notice[];
}

/** Where gateway logs are: the port that every log store implements. */
export interface LogSource {
  /** @throws GatewaylensError, `cancelled` when the signal was raised */
  answer(plan: Plan, signal: AbortSignal): Promise<Answer>;
  check(signal: AbortSignal): Promise<readonly Capability[]>;
  dispose(): Promise<void>;
}
