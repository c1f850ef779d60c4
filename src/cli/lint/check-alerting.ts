import { closest } from '../../core/closest';
import type { MergedCatalogue } from '../../core/custom-scenarios';
import { GatewaylensError } from '../../core/errors';
import { queryTypes, type Query } from '../../core/query';
import { readQuery } from '../../core/query/schema';
import { unknownScenarios } from '../../core/unknown-scenario';
import { checkNotifications } from './check-notifications';
import { OUR_TYPE } from '../../core/our-type';
import { versionOf } from './check-data-sources';
import { found, isObject, itemsOf, type Finding } from './finding';
import { unknownKeys } from './known-keys';
import type { Path } from './source-text';

/** The catalogue of a data source by its uid; of one that no file has, what all files have. */
export type CatalogueOf = (uid: string) => { readonly isOurs: boolean; readonly catalogue: MergedCatalogue };

const EXPRESSIONS = ['__expr__', '-100'];
/** Frames of these are tables, of which Grafana makes an error. */
const TABLES: readonly Query['kind'][] = [
  'taxonomy',
  'breakdown',
  'failures',
  'episodes',
  'connection-failures',
];

const KINDS = Object.keys(queryTypes);

/** A file below `provisioning/alerting`: rules that ask our data source, whoever wrote them. */
export function checkAlerting(
  file: Readonly<Record<string, unknown>>,
  catalogueOf: CatalogueOf,
): readonly Finding[] {
  const groups = itemsOf(file.groups, ['groups']).flatMap(({ value, path }) => [
    ...unknownKeys(value, 'group', path),
    ...itemsOf(isObject(value) ? value.rules : [], [...path, 'rules']).flatMap((rule) =>
      isObject(rule.value) ? checkRule(rule.value, rule.path, catalogueOf) : [],
    ),
  ]);
  return [
    ...unknownKeys(file, 'alertingFile', []),
    ...versionOf(file),
    ...groups,
    ...checkNotifications(file),
  ];
}

function checkRule(rule: Readonly<Record<string, unknown>>, path: Path, catalogueOf: CatalogueOf): readonly Finding[] {
  const data = itemsOf(rule.data, [...path, 'data']).filter((one) => isObject(one.value));
  const ours = data.filter(({ value }) => isOurs(value as Readonly<Record<string, unknown>>, catalogueOf));
  if (ours.length === 0) {
    return [];
  }
  const refs = data.map(({ value }) => (value as { readonly refId?: unknown }).refId);
  const condition = rule.condition;
  const isMissing = !refs.includes(condition);
  const missing = { condition: String(condition).slice(0, 40), refs: refs.join(', ') };
  const expressions = data.filter((one) => !ours.includes(one)).map(({ value }) => JSON.stringify(value));
  return [
    ...unknownKeys(rule, 'rule', path),
    ...(isMissing ? [found([...path, 'condition'], new GatewaylensError('rule-condition-missing', missing))] : []),
    ...data.flatMap(({ value, path: at }) => [
      ...unknownKeys(value, 'data', at),
      ...unknownKeys(
        (value as { readonly relativeTimeRange?: unknown }).relativeTimeRange,
        'relativeTimeRange',
        [...at, 'relativeTimeRange'],
      ),
    ]),
    ...ours.flatMap(({ value, path: at }) =>
      checkModel(value as Readonly<Record<string, unknown>>, at, { catalogueOf, condition, expressions }),
    ),
  ];
} // prettier-ignore

function isOurs(
  { datasourceUid, model }: Readonly<Record<string, unknown>>,
  catalogueOf: CatalogueOf,
): boolean {
  if (!isObject(model) || EXPRESSIONS.includes(String(datasourceUid))) {
    return false;
  }
  const type = isObject(model.datasource) ? model.datasource.type : undefined;
  const isKnown = catalogueOf(String(datasourceUid)).isOurs;
  return (
    isKnown || type === OUR_TYPE || (type === undefined && closest(String(model.kind), KINDS) !== undefined)
  );
}

interface Rule {
  readonly catalogueOf: CatalogueOf;
  readonly condition: unknown;
  /** As JSON. */
  readonly expressions: readonly string[];
}

function checkModel(
  { datasourceUid, refId, model }: Readonly<Record<string, unknown>>,
  path: Path,
  { catalogueOf, condition, expressions }: Rule,
): readonly Finding[] {
  const at = [...path, 'model'];
  const read = readQuery(model);
  if ('problems' in read) {
    return read.problems.map((one) => found([...at, ...one.path], one.error));
  }
  const { query } = read;
  const ref = String(refId);
  const decides =
    condition === ref ||
    expressions.some((one) => one.includes(`"expression":"${ref}"`) || new RegExp(`\\$\\{?${escaped(ref)}\\b`).test(one));
  const { catalogue } = catalogueOf(String(datasourceUid));
  return [
    ...(TABLES.includes(query.kind)
      ? [found([...at, 'kind'], new GatewaylensError('rule-needs-numbers', { kind: query.kind }))]
      : []),
    ...(decides && 'places' in query && query.places !== null
      ? [found([...at, 'places'], new GatewaylensError('rule-labels-change', { ref }))]
      : []),
    ...scenariosNotInForce(query, catalogue, at),
  ];
} // prettier-ignore

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

export function scenariosNotInForce(query: Query, { scenarios }: MergedCatalogue, path: Path): readonly Finding[] {
  return unknownScenarios('scenarios' in query ? query.scenarios : [], scenarios)
    .filter(({ id }) => !id.includes('$'))
    .map(({ i, error }) => found([...path, 'scenarios', i], error));
} // prettier-ignore
