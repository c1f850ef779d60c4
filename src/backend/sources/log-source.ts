import type { Notice } from '../../core/frames';
import type { Answer, Plan, WrittenPlan } from '../../core/plan';
import type { ListedScopes } from '../../core/settings';

/** What a source can do, for the health check. */
export interface Capability {
  readonly name: string;
  readonly state: 'ok' | 'limited' | 'missing';
  readonly message: string;
  /** What to do next, where something is to be done. */
  readonly hint?: string;
}

/** How an answer came about, for Grafana's query inspector. */
export interface Reading {
  /** Plans that were read in the same request, this one among them. */
  readonly plans: number;
  /** ms that the request waited for its turn, and that it took from then on. */
  readonly waitedMs: number;
  readonly tookMs: number;
  /** How long ago it was read, ms. */
  readonly ageMs: number;
  /** Whether the log store says that rows may be missing. */
  readonly isIncomplete: boolean;
}

/** Pages of the log store's own portal. */
export interface PortalPages {
  /** Shows the same query over the same range; left out where the store has none for what was asked. */
  readonly query?: string;
  /** With the resource id of an instance behind it, it is the address of its page. */
  readonly instance: string;
}

/** An answer with what has to be said of it. */
export interface SourceAnswer<P extends Plan | WrittenPlan = Plan | WrittenPlan> extends Answer<P> {
  /** The query as a reader may see it: without places on the server. */
  readonly query: string;
  /** What a reader of the numbers has to know. */
  readonly notices: readonly Notice[];
  /** Left out by a source that is asked anew each time and has no limits. */
  readonly reading?: Reading;
  readonly portal?: PortalPages;
}

/** Where gateway logs are: the port that every log store implements. */
export interface LogSource {
  /**
   * @param forAlert whether an alert rule asks: nothing that was read before is good enough, and nothing incomplete
   * @returns an answer to each plan, in order
   * @throws GatewaylensError, `cancelled` when the signal was raised
   */
  answers(
    plans: readonly Plan[],
    signal: AbortSignal,
    forAlert?: boolean,
  ): Promise<readonly SourceAnswer<Plan>[]>;
  /**
   * The answer to a query written by hand, which a source without a language for that leaves out.
   * @throws GatewaylensError, also where the settings do not allow it
   */
  written?(plan: WrittenPlan, signal: AbortSignal, forAlert?: boolean): Promise<SourceAnswer<WrittenPlan>>;
  check(signal: AbortSignal): Promise<readonly Capability[]>;
  /** What the credential may list; left out by a source that has nothing to choose from. */
  scopes?(signal: AbortSignal): Promise<ListedScopes>;
  dispose(): Promise<void>;
}
