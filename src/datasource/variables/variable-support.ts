import {
  CustomVariableSupport,
  type DataQueryRequest,
  type DataQueryResponse,
  type MetricFindValue,
} from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';
import { catchError, from, map, throwError, type Observable } from 'rxjs';
import { GatewaylensError } from '../../core/errors';
import { rowDimensions } from '../../core/plan';
import { families } from '../../core/scenarios';
import { queryTypes, type Filter } from '../../core/query';
import type { AskingDataSource } from '../asking-data-source';
import { handledError } from '../handled-error';
import { interpolated } from '../interpolate';
import type { GatewaylensQuery } from '../query';
import { VariableEditor } from './VariableEditor';
import { DEFAULT_VALUES, type VariableQuery } from './variable-query';

/** Variables whose values are those of a dimension, scenarios or families. */
export class GatewaylensVariables extends CustomVariableSupport<AskingDataSource, VariableQuery> {
  readonly #datasource: AskingDataSource;
  override editor = VariableEditor;

  constructor(datasource: AskingDataSource) {
    super();
    this.#datasource = datasource;
    // Grafana calls it as a function of its own.
    this.query = this.query.bind(this);
  }

  override query(request: DataQueryRequest<VariableQuery>): Observable<DataQueryResponse> {
    return from(this.#values(request)).pipe(
      map((data) => ({ data: [...data] })),
      catchError((thrown: unknown) => throwError(() => handledError(thrown))),
    );
  }

  async #values({
    targets,
    range,
    scopedVars,
  }: DataQueryRequest<VariableQuery>): Promise<readonly MetricFindValue[]> {
    const [{ values: stored = DEFAULT_VALUES, where = [] } = {} as VariableQuery] = targets;
    const values = getTemplateSrv().replace(stored, scopedVars) as VariableQuery['values'];
    switch (values) {
      case 'family':
        return Object.entries(families).map(([value, text]) => ({ text, value }));
      case 'scenario': {
        const { order, scenarios } = await this.#datasource.catalogue();
        return order.map((value) => ({ text: scenarios[value]?.title ?? value, value }));
      }
      default: {
        if (!rowDimensions.some(({ id }) => id === values)) {
          throw new GatewaylensError('query-field-invalid', {
            path: 'values',
            problem: `expected is a dimension, “scenario” or “family”; it is “${String(values).slice(0, 100)}”`,
          });
        }
        const filled = interpolated(
          { refId: 'variable', ...queryTypes.timing.defaults, where } as GatewaylensQuery,
          scopedVars,
          getTemplateSrv(),
        );
        const found = await this.#datasource.values(values, range, filled.where as readonly Filter[]);
        return found.filter((value) => value !== '').map((text) => ({ text, value: text }));
      }
    }
  }
}
