import type { SelectableValue } from '@grafana/data';
import { getTemplateSrv } from '@grafana/runtime';

/** The dashboard's variables, for fields whose value is chosen and not typed. */
export function variableOptions(): SelectableValue<string>[] {
  return getTemplateSrv()
    .getVariables()
    .filter(({ type }) => !['adhoc', 'datasource'].includes(type))
    .map(({ name }) => optionOf(name));
}

/** The same at each drawing: an open list forgets the place in new ones. */
const options = new Map<string, SelectableValue<string>>();

function optionOf(name: string): SelectableValue<string> {
  const value = `$${name}`;
  const option = options.get(name) ?? { value, label: value, description: 'Variable of the dashboard' };
  options.set(name, option);
  return option;
}
