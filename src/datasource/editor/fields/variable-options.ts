import type { SelectableValue } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

/** The dashboard's variables, for fields whose value is chosen and not typed. */
export function variableOptions(): SelectableValue<string>[] {
  return getTemplateSrv()
    .getVariables()
    .filter(({ type }) => !['adhoc', 'datasource'].includes(type))
    .map(({ name }) => ({ value: `$${name}`, label: `$${name}`, description: 'Variable of the dashboard' }));
}
