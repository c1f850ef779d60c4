import { CoreApp, type DataSourceInstanceSettings, type ScopedVars, type TimeRange } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { SeriesCustom } from '../core/frames';
import { asGatewaylensError } from '../core/errors';
import {
  completeQuery,
  DEFAULT_KIND,
  describeQuery,
  queryTypes,
  type Query,
  type ScenarioSeriesQuery,
} from '../core/query';
import type { GatewaylensQuery, GatewaylensSettings } from './query';

/** What the backend's resource `catalogue` answers. */
export interface CatalogueAnswer {
  readonly order: readonly string[];
  readonly scenarios: SeriesCustom['scenarios'];
}

export class GatewaylensDataSource extends DataSourceWithBackend<GatewaylensQuery, GatewaylensSettings> {
  #catalogue: Promise<CatalogueAnswer> | undefined;

  constructor(settings: DataSourceInstanceSettings<GatewaylensSettings>) {
    super(settings);
  }

  /** An alert rule evaluates one value of its range. */
  override getDefaultQuery(app: CoreApp): Partial<GatewaylensQuery> {
    const { defaults } = queryTypes[DEFAULT_KIND];
    const isAlert = app === CoreApp.UnifiedAlerting || app === CoreApp.CloudAlerting;
    const query: ScenarioSeriesQuery = isAlert ? { ...defaults, result: 'window' } : defaults;
    return query;
  }

  override filterQuery(query: GatewaylensQuery): boolean {
    return !query.hide;
  }

  override getQueryDisplayText(query: GatewaylensQuery): string {
    try {
      return describeQuery(completeQuery(query));
    } catch (thrown) {
      return asGatewaylensError(thrown).message;
    }
  }

  /** What this plugin cannot read goes to the backend as it is, which says what is wrong. */
  override applyTemplateVariables(stored: GatewaylensQuery, scopedVars: ScopedVars): GatewaylensQuery {
    let query: Query;
    try {
      query = completeQuery(stored);
    } catch {
      return stored;
    }
    const where = query.where.map((filter) => ({
      ...filter,
      values: filter.values.flatMap((value) => expanded(value, scopedVars)),
    }));
    const chosen =
      'scenarios' in query ? { scenarios: query.scenarios.flatMap((id) => expanded(id, scopedVars)) } : {};
    return { ...stored, ...query, ...chosen, where };
  }

  override interpolateVariablesInQueries(
    queries: GatewaylensQuery[],
    scopedVars: ScopedVars,
  ): GatewaylensQuery[] {
    return queries.map((query) => this.applyTemplateVariables(query, scopedVars));
  }

  /** The scenarios in force, asked for once. */
  catalogue(): Promise<CatalogueAnswer> {
    this.#catalogue ??= this.getResource<CatalogueAnswer>('catalogue').catch((problem: unknown) => {
      this.#catalogue = undefined;
      throw problem;
    });
    return this.#catalogue;
  }

  /** The query as KQL, as it would run on Log Analytics. */
  async kql(query: GatewaylensQuery, range: TimeRange, maxDataPoints: number | undefined): Promise<string> {
    const body = {
      query: this.applyTemplateVariables(query, {}),
      range: { from: range.from.valueOf(), to: range.to.valueOf() },
      maxDataPoints,
    };
    const { queries } = await this.postResource<{ queries: readonly string[] }>('kql', body);
    return queries.join('\n\n');
  }
}

/** The values that a text with variables stands for: a variable with several values stands for each of them. */
function expanded(text: string, scopedVars: ScopedVars): string[] {
  let values: string[] | undefined;
  const whole = /^\$\w+$|^\$\{[^}]+\}$|^\[\[[^\]]+\]\]$/.test(text);
  const replaced = getTemplateSrv().replace(text, scopedVars, (value: unknown) => {
    values = [value].flat().map(String);
    return values.join(',');
  });
  // A variable that stands for nothing must not widen the query to everything.
  return whole && values ? (values.length > 0 ? values : ['']) : [replaced];
}
