import type { Scope } from '../scope/use-scope';
import { pageUrl } from '../scope/address';

/** The shipped dashboard about one scenario, with data source, range and filters carried over. */
export function scenarioDashboardUrl(
  scenario: string,
  { source, address: { ds: _, ...address } }: Scope,
): string {
  return pageUrl('/d/gatewaylens-scenario', address, {
    'var-datasource': source?.uid ?? '',
    'var-scenario': scenario,
  });
}
