import type { CoreApp, DataSourceInstanceSettings, ScopedVars, TimeRange } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { SeriesCustom } from '../core/frames';
import { completeQuery, defaultQuery } from '../core/query';
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

  override getDefaultQuery(_: CoreApp): Partial<GatewaylensQuery> {
    return defaultQuery;
  }

  override filterQuery(query: GatewaylensQuery): boolean {
    return !query.hide;
  }

  override getQueryDisplayText(query: GatewaylensQuery): string {
    const { by, as, scenarios, families, splitBy } = completeQuery(query);
    const chosen = [...scenarios, ...families].join(', ') || 'all';
    return `Failures by ${by} (${as}): ${chosen}${splitBy ? `, split by ${splitBy}` : ''}`;
  }

  override applyTemplateVariables(query: GatewaylensQuery, scopedVars: ScopedVars): GatewaylensQuery {
    const { where, scenarios, ...rest } = completeQuery(query);
    return {
      ...query,
      ...rest,
      scenarios: scenarios.flatMap((id) => expanded(id, scopedVars)),
      where: where.map((filter) => ({
        ...filter,
        values: filter.values.flatMap((value) => expanded(value, scopedVars)),
      })),
    };
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
  async kql(query: GatewaylensQuery, range: TimeRange): Promise<string> {
    const body = {
      query: this.applyTemplateVariables(query, {}),
      range: { from: range.from.valueOf(), to: range.to.valueOf() },
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
  return whole && values ? values : [replaced];
}
