import path from 'node:path';
import { GatewaylensError } from '../../core/errors';
import { found, isObject, itemsOf, type Finding } from './finding';
import type { Path, SourceText } from './source-text';

interface DataFile {
  readonly name: string;
  readonly source: SourceText;
}

interface Named {
  readonly what: string;
  readonly key: 'uid' | 'name';
  readonly value: string;
  readonly organisation: string;
  readonly path: Path;
}

/**
 * Data sources and alert rules of one organisation that have a uid or a name of another one. Only within a folder: that is
 * what one Grafana reads, and a repository may have several.
 * @returns findings by the names of the files
 */
export function namedTwice(files: readonly DataFile[]): ReadonlyMap<string, readonly Finding[]> {
  const places = new Map<string, string>();
  const findings = new Map<string, Finding[]>();
  for (const { name, source } of files) {
    for (const { what, key, value, organisation, path: at } of namedIn(source.value)) {
      const identity = [path.dirname(name), what, key, organisation, value].join('\n');
      const before = places.get(identity);
      if (before === undefined) {
        places.set(identity, `${name}:${source.placeOf(at).line}`);
      } else {
        const error = new GatewaylensError('provisioned-twice', { what, key, value: value.slice(0, 100), place: before });
        findings.set(name, [...(findings.get(name) ?? []), found(at, error)]);
      }
    }
  }
  return findings;
} // prettier-ignore

function namedIn(value: unknown): readonly Named[] {
  if (!isObject(value)) {
    return [];
  }
  const rules = itemsOf(value.groups, ['groups']).flatMap(({ value: group, path: at }) =>
    isObject(group)
      ? itemsOf(group.rules, [...at, 'rules']).map((rule) => ({ ...rule, organisation: group.orgId }))
      : [],
  );
  const sources = itemsOf(value.datasources, ['datasources']).map((one) => ({
    ...one,
    organisation: isObject(one.value) ? one.value.orgId : undefined,
  }));
  return [
    ...rules.flatMap((one) => named('alert rule', 'uid', one)),
    ...sources.flatMap((one) => [...named('data source', 'uid', one), ...named('data source', 'name', one)]),
  ];
}

function named(
  what: string,
  key: Named['key'],
  { value, path: at, organisation }: { readonly value: unknown; readonly path: Path; readonly organisation: unknown },
): readonly Named[] {
  const name = isObject(value) ? value[key] : undefined;
  return typeof name === 'string' && name !== '' && !name.includes('$')
    ? [{ what, key, value: name, organisation: String(organisation ?? 1), path: [...at, key] }]
    : [];
} // prettier-ignore
