import type { Filter } from '../../core/query';
import { addConditions } from '../../ui/condition-parameter';
import { appUrl } from '../../ui/links';
import { FILTERS, filterTexts } from '../scope/filters-of-dashboards';
import type { Scope } from '../scope/use-scope';

/** The dimensions that the dashboard has a variable for; what else is filtered by goes to its ad-hoc filters. */
const VARIABLES: readonly Filter['dimension'][] = ['service', 'api', 'backendHost'];
const isOfVariable = ({ dimension, op }: Filter) => op === 'in' && VARIABLES.includes(dimension);

interface DashboardLink {
  readonly url: string;
  /** Filters that the dashboard cannot take. */
  readonly missing: readonly Filter[];
}

/** The shipped dashboard about one scenario, with data source, range and filters carried over. */
export function scenarioDashboard(
  scenario: string,
  { source, address: { from, to, where = [] } }: Scope,
): DashboardLink {
  const range = { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  const params = new URLSearchParams({
    ...range,
    'var-datasource': source?.uid ?? '',
    'var-scenario': scenario,
  });
  addConditions(params, where.filter(isOfVariable));
  const others = where.filter((filter) => !isOfVariable(filter));
  others.flatMap((filter) => filterTexts(filter) ?? []).forEach((text) => params.append(FILTERS, text));
  return {
    url: appUrl(`/d/gatewaylens-scenario?${params.toString()}`),
    missing: others.filter((filter) => filterTexts(filter) === undefined),
  };
}
