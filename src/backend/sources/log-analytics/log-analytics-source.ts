import { setMaxListeners } from 'node:events';
import { GatewaylensError } from '../../../core/errors';
import type { Notice } from '../../../core/frames';
import { toKql, type Plan, type WrittenPlan } from '../../../core/plan';
import type { Catalogue } from '../../../core/scenarios';
import type { DataSourceSettings, ListedScopes, LogAnalyticsSettings } from '../../../core/settings';
import type { Gate } from '../../concurrency';
import type { Capability, LogSource, SourceAnswer } from '../log-source';
import { read, wholeHours, type BatchWay, type Manner, type Outcome } from './batch';
import type { AzureAccess } from './access';
import { basicNotice } from './basic-plan';
import { check } from './check';
import { openClient, type AzureClient } from './client';
import { defaultTimes, Gatherer, type Times } from './gatherer';
import { endsNow, newestRowNotices } from './newest-row';
import { instancePage, logsPage, pageOwner } from './portal';
import { listScopes } from './scopes';
import { send, type Reply, type Request } from './requests';
import { leavesOutSilently, silentRights } from './scope';
import { snapped } from './snapped';
import { tableNames } from './table-names';
import { within } from './within';
import { asSent, readWritten } from './written';

interface Parts {
  readonly settings: LogAnalyticsSettings & Pick<DataSourceSettings, 'expertKql'>;
  readonly access: AzureAccess;
  readonly catalogue: Catalogue;
  /** Shared by all data sources with the same identity. */
  readonly gate: Gate;
  /** Name of the lane in which this data source waits. */
  readonly lane: string;
  readonly times?: Times;
  /** Most bytes of an answer, decompressed. */
  readonly maxBytes?: number;
}

/** More would make the query too long, and one slow plan would keep too many. */
const MOST_PLANS = 48;
/** A little more than what Azure gives at most. */
const MAX_BYTES = 104 * 2 ** 20;
/** Most that a login may take; Azure's take less than a second. */
const LOGIN_MS = 30_000;

/** Azure Log Analytics: what a dashboard asks at the same time is read in one request. */
export class LogAnalyticsSource implements LogSource {
  readonly #parts: Parts;
  readonly #host: string;
  readonly #gatherer: Gatherer<Plan>;
  readonly #written: Gatherer<WrittenPlan>;
  #client: Promise<AzureClient> | undefined;

  constructor(parts: Parts) {
    const { settings, access, times = defaultTimes, lane } = parts;
    this.#parts = parts;
    this.#host = new URL(access.connection.logs).host;
    this.#gatherer = new Gatherer(
      (plans, signal) => read(plans, this.#manner(false, `${lane}/views`), this.#way, signal),
      times,
      settings.basicLogsEnabled ? 1 : MOST_PLANS,
    );
    this.#written = new Gatherer(
      async ([plan], signal) => [
        await readWritten(plan!, this.#manner(false, `${lane}/views`), this.#way, signal),
      ],
      { ...times, windowMs: 0 },
      1,
    );
  }

  async answers(
    plans: readonly Plan[],
    signal: AbortSignal,
    forAlert = false,
  ): Promise<readonly SourceAnswer<Plan>[]> {
    // Every plan of a request listens for its end.
    setMaxListeners(0, signal);
    const asked = plans.map((plan) => this.#scoped(forAlert ? plan : snapped(plan)));
    try {
      const outcomes = forAlert
        ? await this.#readAnew(asked, signal)
        : await Promise.all(asked.map((plan) => this.#gatherer.ask(plan, signal)));
      const isEmpty = outcomes.every((outcome) => hasNoRows(outcome));
      return await Promise.all(
        outcomes.map((outcome, i) =>
          this.#answer(outcome, asked[i]!, { kql: this.#kql(asked[i]!), forAlert, isEmpty }),
        ),
      );
    } catch (problem) {
      throw signal.aborted ? new GatewaylensError('cancelled') : problem;
    }
  }

  async written(
    plan: WrittenPlan,
    signal: AbortSignal,
    forAlert = false,
  ): Promise<SourceAnswer<WrittenPlan>> {
    if (!this.#parts.settings.expertKql) {
      throw new GatewaylensError('kql-not-allowed');
    }
    const asked = this.#scoped(forAlert ? plan : snapped(plan));
    try {
      const outcome = forAlert
        ? await readWritten(asked, this.#manner(true, `${this.#parts.lane}/alerts`), this.#way, signal)
        : await this.#written.ask(asked, signal);
      const { kql } = asSent(asked, this.#way);
      return await this.#answer(outcome, asked, { kql, forAlert, isEmpty: hasNoRows(outcome) });
    } catch (problem) {
      throw signal.aborted ? new GatewaylensError('cancelled') : problem;
    }
  }

  async #readAnew(plans: readonly Plan[], signal: AbortSignal): Promise<readonly Outcome[]> {
    const manner = this.#manner(true, `${this.#parts.lane}/alerts`);
    const groups = this.#way.isBasic ? plans.map((plan) => [plan]) : [plans];
    const all = await Promise.all(groups.map((group) => read(group, manner, this.#way, signal)));
    return all.flat();
  }

  check(signal: AbortSignal): Promise<readonly Capability[]> {
    const { settings } = this.#parts;
    return check({
      token: () => within(settings.timeout * 1000, signal, async () => (await this.#open()).token()),
      send: (kql, timespan, table) => {
        const request = { kql, timespan, ...this.#manner(true, `${this.#parts.lane}/checks`) };
        return send(request, { ...this.#requestWay, tables: [table] }, signal);
      },
      settings,
      scope: this.#parts.access.scope,
      host: this.#host,
      now: Date.now,
    });
  } // prettier-ignore

  /** Within the time that a query has. */
  async scopes(signal: AbortSignal): Promise<ListedScopes> {
    const seconds = this.#parts.settings.timeout;
    const manager = this.#parts.access.connection.manager;
    return listScopes(await this.#open(), manager, seconds, signal);
  }

  async dispose(): Promise<void> {
    const client = await this.#client?.catch(() => undefined);
    client?.close();
  }

  #kql(plan: Plan): string {
    const { catalogue, settings } = this.#parts;
    return toKql(plan, catalogue, settings.tables);
  }

  async #answer<P extends Plan | WrittenPlan>(
    outcome: Outcome,
    plan: P,
    { kql, forAlert, isEmpty }: Asked,
  ): Promise<SourceAnswer<P>> {
    if ('problem' in outcome) {
      throw outcome.problem;
    }
    const { table, reply, plans, readAt, newest } = outcome;
    const { partial, waitedMs, tookMs } = reply;
    if (forAlert && partial !== undefined && !this.#parts.settings.partialResultsInAlerts) {
      throw new GatewaylensError('azure-partial', { problem: partial });
    }
    const ageMs = performance.now() - readAt;
    return {
      table,
      range: plan.range,
      plan,
      isEstimated: true,
      query: `${kql}${sharedNote(plans)}`,
      notices: [
        ...this.#notices(partial, ageMs, isEmpty),
        ...(newest && endsNow(plan.range, Date.now())
          ? newestRowNotices(newest, plan.range, Date.now())
          : []),
      ],
      reading: { plans, waitedMs, tookMs, ageMs, isIncomplete: partial !== undefined },
      ...(forAlert ? {} : await this.#portal(kql, plan)),
    };
  }

  /** Where people look at the same; for an alert rule nobody looks. */
  async #portal(kql: string, { range }: Plan | WrittenPlan): Promise<Pick<SourceAnswer, 'portal'>> {
    const { portal } = this.#parts.access.connection;
    if (portal === undefined) {
      return {};
    }
    const owner = pageOwner(this.#parts.access.scope);
    const query = owner === undefined ? {} : { query: await logsPage(portal, owner, kql, wholeHours(range)) };
    return { portal: { ...query, instance: instancePage(portal) } };
  }

  #notices(partial: string | undefined, ageMs: number, isEmpty: boolean): readonly Notice[] {
    const { settings } = this.#parts;
    return [
      ...noticesOf(partial, ageMs),
      ...(isEmpty && leavesOutSilently(this.#parts.access.scope, settings) ? [silentRights] : []),
      ...(settings.basicLogsEnabled ? [basicNotice] : []),
      ...(settings.tables.length > 1 ? [twoTablesNotice] : []),
    ];
  }

  #scoped<P extends Plan | WrittenPlan>(plan: P): P {
    const { where } = this.#parts.access.scope;
    return where.length === 0 ? plan : { ...plan, where: [...plan.where, ...where] };
  }

  #manner(isFresh: boolean, lane: string): Manner {
    return { isFresh, lane, deadline: performance.now() + this.#parts.settings.timeout * 1000 };
  }

  get #way(): BatchWay {
    const { catalogue, settings } = this.#parts;
    return {
      send: (request: Request, signal: AbortSignal): Promise<Reply> => send(request, this.#requestWay, signal),
      catalogue,
      tables: settings.tables,
      host: this.#host,
      isBasic: settings.basicLogsEnabled,
      where: this.#parts.access.scope.where,
      now: Date.now,
    };
  } // prettier-ignore

  get #requestWay() {
    return {
      client: () => this.#open(),
      scope: this.#parts.access.scope,
      gate: this.#parts.gate,
      host: this.#host,
      tables: this.#parts.settings.tables.map((table) => tableNames[table]),
    };
  }

  #open(): Promise<AzureClient> {
    const { access, settings, maxBytes = MAX_BYTES } = this.#parts;
    // Sooner than the queries that wait for it are given up: what they are told is that the login did not answer.
    const loginMs = Math.min(LOGIN_MS, settings.timeout * 500);
    return (this.#client ??= openClient(access.connection, {
      isBasic: settings.basicLogsEnabled,
      maxBytes,
      loginMs,
    }));
  }
}

interface Asked {
  /** The query by itself. */
  readonly kql: string;
  readonly forAlert: boolean;
  /** Whether nothing at all was read for the query that this is a part of, its totals among it. */
  readonly isEmpty: boolean;
}

const hasNoRows = (outcome: Outcome) => 'table' in outcome && outcome.table.rows.length === 0;

const twoTablesNotice: Notice = {
  severity: 'info',
  text: 'Of AzureDiagnostics, rows are left out for every service and hour in which ApiManagementGatewayLogs has rows of that service. In the hour in which a service changes from one table to the other, requests are missing.',
};

const sharedNote = (plans: number) =>
  plans > 1
    ? `\n// Read in one request together with ${plans - 1} other plans; this is the query by itself.`
    : '';

/** From this age on it is told beside the numbers. */
const OLD_MS = 1000;

function noticesOf(partial: string | undefined, ageMs: number): readonly Notice[] {
  return [
    ...(partial === undefined
      ? []
      : [{ severity: 'warning', text: `Incomplete: Azure read only a part of the logs, so numbers are too low. ${partial}` } as const]),
    ...(ageMs < OLD_MS
      ? []
      : [{ severity: 'info', text: `Read ${Math.round(ageMs / 1000)} s ago and kept for those who ask the same.` } as const]),
  ];
} // prettier-ignore
