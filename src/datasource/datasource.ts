import {
  SupplementaryQueryType,
  type AdHocVariableFilter,
  type CoreApp,
  type DataFrame,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type DataSourceWithSupplementaryQueriesSupport,
  type MetricFindValue,
  type QueryFixAction,
  type QueryResultMetaNotice,
  type ScopedVars,
  type SupplementaryQueryOptions,
  type TimeRange,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv, locationService } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';
import { GatewaylensError } from '../core/errors';
import type { RowDimensionId } from '../core/plan';
import { completeQuery, describeQuery, type Filter } from '../core/query';
import { filterOf, tagKeys, withFilters } from './adhoc-filters';
import { annotations } from './annotations/annotation-support';
import type { AskingDataSource, CatalogueAnswer } from './asking-data-source';
import { defaultQuery } from './default-query';
import { dimensionNamed } from '../ui/dimension-named';
import { testResult, type TestResult } from './health';
import { interpolated, withValues } from './interpolate';
import { kqlAccess, type KqlAccess } from './kql-access';
import { logsVolume, volumeQuery } from './logs-volume';
import type { GatewaylensQuery, GatewaylensSettings } from './query';
import { refreshNotice } from './refresh-notice';
import { withSource } from './source-links';
import { withValueFilter } from './value-filters';
import { GatewaylensVariables } from './variables/variable-support';

export class GatewaylensDataSource
  extends DataSourceWithBackend<GatewaylensQuery, GatewaylensSettings>
  implements AskingDataSource, DataSourceWithSupplementaryQueriesSupport<GatewaylensQuery>
{
  readonly kqlAccess: KqlAccess;
  readonly #settings: Partial<GatewaylensSettings>;
  #catalogue: Promise<CatalogueAnswer> | undefined;

  constructor(settings: DataSourceInstanceSettings<GatewaylensSettings>) {
    super(settings);
    this.kqlAccess = kqlAccess(settings.jsonData);
    this.#settings = settings.jsonData;
    this.annotations = annotations;
    this.variables = new GatewaylensVariables(this);
  }

  override getDefaultQuery(app: CoreApp): Partial<GatewaylensQuery> {
    return defaultQuery(app);
  }

  override query(request: DataQueryRequest<GatewaylensQuery>): Observable<DataQueryResponse> {
    const queries = request.targets.map((query) =>
      this.applyTemplateVariables(query, request.scopedVars, request.filters),
    );
    const answers = super.query(request).pipe(map((response) => withSource(response, this.uid, queries)));
    // The backend is not told how often a dashboard refreshes.
    const notice = refreshNotice(locationService.getSearchObject().refresh, this.#settings);
    return notice ? answers.pipe(map((answer) => withNotice(answer, notice))) : answers;
  }

  override async testDatasource(): Promise<TestResult> {
    return testResult(await this.callHealthCheck());
  }

  override filterQuery(query: GatewaylensQuery): boolean {
    return !query.hide;
  }

  override getQueryDisplayText(query: GatewaylensQuery): string {
    try {
      return describeQuery(completeQuery(query));
    } catch (thrown) {
      // Of what is of another shape the backend says what is wrong.
      return thrown instanceof GatewaylensError ? thrown.message : 'A query that cannot be read';
    }
  }

  /** @param filters a dashboard's ad-hoc filters; Grafana before 11 keeps them with its variables */
  override applyTemplateVariables(
    stored: GatewaylensQuery,
    scopedVars: ScopedVars,
    filters: readonly AdHocVariableFilter[] = adHocFilters(this),
  ): GatewaylensQuery {
    return withFilters(interpolated(stored, scopedVars, getTemplateSrv()), filters);
  }

  /** For places without these variables, such as Explore. */
  override interpolateVariablesInQueries(
    queries: GatewaylensQuery[],
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[],
  ): GatewaylensQuery[] {
    return queries.map((query) => withValues(this.applyTemplateVariables(query, scopedVars, filters)));
  }

  override getTagKeys(): Promise<MetricFindValue[]> {
    return Promise.resolve([...tagKeys]);
  }

  override async getTagValues({
    key,
    filters = [],
    timeRange,
  }: DataSourceGetTagValuesOptions<GatewaylensQuery>): Promise<MetricFindValue[]> {
    const others = filters.filter((filter) => filter.key !== key).map(filterOf);
    const dimension = dimensionNamed(key);
    const values = dimension ? await this.values(dimension, timeRange, others) : [];
    return values.map((text) => ({ text }));
  }

  override modifyQuery(query: GatewaylensQuery, action: QueryFixAction): GatewaylensQuery {
    return withValueFilter(query, action);
  }

  getSupportedSupplementaryQueryTypes(): SupplementaryQueryType[] {
    return [SupplementaryQueryType.LogsVolume];
  }

  getSupplementaryQuery(
    { type }: SupplementaryQueryOptions,
    query: GatewaylensQuery,
  ): GatewaylensQuery | undefined {
    return type === SupplementaryQueryType.LogsVolume ? volumeQuery(query) : undefined;
  }

  /** Not `getSupplementaryRequest`: with that Grafana counts by level of log, and 10.1 does not know it. */
  getDataProvider(
    type: SupplementaryQueryType,
    request: DataQueryRequest<GatewaylensQuery>,
  ): Observable<DataQueryResponse> | undefined {
    return type === SupplementaryQueryType.LogsVolume
      ? logsVolume(request, this.name, (asked) => this.query(asked))
      : undefined;
  }

  /** Asked for once. */
  catalogue(): Promise<CatalogueAnswer> {
    this.#catalogue ??= this.getResource<CatalogueAnswer>('catalogue').catch((problem: unknown) => {
      this.#catalogue = undefined;
      throw problem;
    });
    return this.#catalogue;
  }

  async values(
    dimension: RowDimensionId,
    range: TimeRange | undefined,
    where: readonly Filter[],
  ): Promise<readonly string[]> {
    const body = {
      dimension: getTemplateSrv().replace(dimension),
      range: millisecondsOf(range),
      where,
      limit: 1000,
    };
    const { values } = await this.postResource<{ values: readonly { value: string }[] }>('values', body);
    return values.map(({ value }) => value);
  }

  async kql(query: GatewaylensQuery, range: TimeRange, maxDataPoints: number | undefined): Promise<string> {
    const body = {
      query: this.applyTemplateVariables(query, {}),
      range: millisecondsOf(range),
      maxDataPoints,
    };
    const { queries } = await this.postResource<{ queries: readonly string[] }>('kql', body);
    return queries.join('\n\n');
  }
}

function withNotice(answer: DataQueryResponse, notice: QueryResultMetaNotice): DataQueryResponse {
  const [first, ...others] = answer.data as DataFrame[];
  if (!first) {
    return answer;
  }
  const notices = [...(first.meta?.notices ?? []), notice];
  return { ...answer, data: [{ ...first, meta: { ...first.meta, notices } }, ...others] };
}

const USUAL_RANGE = 6 * 3_600_000;

/** Editors outside dashboards have no range; then the last six hours, as in Grafana's own. */
function millisecondsOf(range: TimeRange | undefined): { readonly from: number; readonly to: number } {
  const to = range?.to.valueOf() ?? Date.now();
  return { from: range?.from.valueOf() ?? to - USUAL_RANGE, to };
}

/**
 * Grafana 10 keeps the ad-hoc filters with its variables; later versions pass them on. Filters of a variable that
 * names its data source by another variable are found by that one’s value alone: a uid, or a name in older dashboards.
 */
function adHocFilters({ uid, name }: { uid: string; name: string }): readonly AdHocVariableFilter[] {
  const templates = getTemplateSrv() as { getAdhocFilters?: (source: string) => AdHocVariableFilter[] };
  return [...new Set([uid, name].flatMap((source) => templates.getAdhocFilters?.(source) ?? []))];
}
