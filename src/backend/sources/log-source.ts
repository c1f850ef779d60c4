import type { Notice } from '../../core/frames';
import type { Answer, Plan } from '../../core/plan';

/** What a source can do, for the health check. */
export interface Capability {
  readonly name: string;
  readonly state: 'ok' | 'limited' | 'missing';
  readonly message: string;
  /** What to do next, where something is to be done. */
  readonly hint?: string;
}

/** An answer with what has to be said of it. */
export interface SourceAnswer extends Answer {
  /** The query as a reader may see it: without places on the server. */
  readonly query: string;
  /** What a reader of the numbers has to know. */
  readonly notices: readonly Notice[];
}

/** Where gateway logs are: the port that every log store implements. */
export interface LogSource {
  /**
   * @returns an answer to each plan, in order
   * @throws GatewaylensError, `cancelled` when the signal was raised
   */
  answers(plans: readonly Plan[], signal: AbortSignal): Promise<readonly SourceAnswer[]>;
  check(signal: AbortSignal): Promise<readonly Capability[]>;
  dispose(): Promise<void>;
}
