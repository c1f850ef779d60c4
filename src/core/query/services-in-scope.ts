import type { ServiceSize } from '../settings';
import { lowerCase } from '../log';
import { comparedWith } from './choice';
import type { Filter } from './model';

/** Instances that the settings name, as far as the filters let them through: those that are silent are watched, too. */
export function servicesInScope(
  where: readonly Filter[],
  { services = [] }: { readonly services?: readonly ServiceSize[] },
): readonly string[] {
  const names = [...new Set(services.map(({ service }) => lowerCase(service)))]; // as the column has them
  const filters = where.filter(({ dimension, values }) => dimension === 'service' && values.length > 0);
  return names.filter((name) =>
    filters.every((filter) => (filter.op === 'in') === comparedWith(filter).includes(name)),
  );
}
