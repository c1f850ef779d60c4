import { readQuery } from '../../core/query/schema';
import { OUR_TYPE } from '../../core/our-type';
import { scenariosNotInForce, type CatalogueOf } from './check-alerting';
import { found, isObject, type Finding } from './finding';
import type { Path } from './source-text';

/** Every query of ours in a dashboard. What has a variable in it is known when it is filled in. */
export function checkDashboard(
  value: unknown,
  catalogueOf: CatalogueOf,
  path: Path = [],
): readonly Finding[] {
  if (
    isObject(value) &&
    isObject(value.datasource) &&
    value.datasource.type === OUR_TYPE &&
    'kind' in value
  ) {
    return checkQuery(value, catalogueOf, path);
  }
  const parts = Array.isArray(value) ? [...value.entries()] : isObject(value) ? Object.entries(value) : [];
  return parts.flatMap(([key, one]) => checkDashboard(one, catalogueOf, [...path, key]));
}

function checkQuery(stored: unknown, catalogueOf: CatalogueOf, path: Path): readonly Finding[] {
  const read = readQuery(stored);
  if ('query' in read) {
    return scenariosNotInForce(read.query, catalogueOf('').catalogue, path);
  }
  return read.problems
    .filter(({ path: inner }) => !JSON.stringify(valueAt(stored, inner) ?? '').includes('$'))
    .map((one) => found([...path, ...one.path], one.error));
}

function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (part, key) => (typeof part === 'object' && part !== null ? (part as Record<string, unknown>)[key] : undefined),
    value,
  );
} // prettier-ignore
