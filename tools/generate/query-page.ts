import type { Field, Frame } from '../../src/core/frames';
import { rowDimensions, type TableColumn } from '../../src/core/plan';
import { DEFAULT_KIND, queryTypes, type Query, type QueryKind } from '../../src/core/query';
import { kindOf, type QueryContext } from '../../src/core/query/kinds';
import { builtinCatalogue } from '../../src/core/scenarios';
import type { Files } from './files';
import { inventedAnswer, inventedRange, inventedWritten } from './invented-answers';
import { kqlPart } from './kql-part';
import { code, origin, page, prose, section, table } from './markdown';
import { kindSchema, type JsonSchema } from './schemas';

/** Queries of a kind whose frames differ. */
const variants: { readonly [K in QueryKind]: readonly (readonly [string, Partial<Query>])[] } = {
  'scenario-series': [
    ['', {}],
    ['With `"result": "window"`', { result: 'window' }],
    ['With `"places": "api"` as well', { result: 'window', places: 'api' }],
  ],
  taxonomy: [['', {}]],
  timing: [
    ['', {}],
    ['With a dimension, such as `"per": "api"`', { per: 'api' }],
  ],
  'connection-failures': [['', {}]],
  breakdown: [['', {}]],
  failures: [
    ['', {}],
    ['With `"format": "logs"`', { format: 'logs' }],
  ],
  episodes: [['', {}]],
  freshness: [['', {}]],
  kql: [
    ['', {}],
    ['With `"format": "numeric"`', { format: 'numeric' }],
    ['With `"format": "logs"`', { format: 'logs' }],
  ],
};

const context: QueryContext = {
  catalogue: builtinCatalogue,
  range: inventedRange,
  maxDataPoints: 0,
  forAlert: false,
  now: inventedRange.to,
};

/** The kinds of query: what each shows, its fields, and the frames it gives. */
export function queryPage(): Files {
  const kinds = Object.keys(queryTypes) as QueryKind[];
  const text = page(
    '# Queries',
    origin('src/core/query/kinds'),
    'A query asks one question about the requests of the chosen range, whatever the data source reads. The editor writes it; dashboards, alert rules and provisioned files store it as the JSON described here, of which [`schema/query.schema.json`](../schema/query.schema.json) is the formal description. Fields that are left out take their defaults.',
    table(
      ['kind', 'name in the editor', 'what it shows'],
      kinds.map((kind) => {
        const { title, description } = queryTypes[kind];
        const standard = kind === DEFAULT_KIND ? ' (where none is named)' : '';
        return [`[${kind}](#${kind})${standard}`, prose(title), prose(`${description}.`)];
      }),
    ),
    ...kinds.map(kindPart),
    kqlPart(),
    dimensionPart(),
  );
  return new Map([['docs/queries.md', text]]);
}

function kindPart(kind: QueryKind): string {
  const { title, description } = queryTypes[kind];
  return section(
    kind,
    `**${prose(title)}.** ${prose(`${description}.`)}`,
    fieldTable(kind),
    ...variants[kind].flatMap(([words, fields]) => {
      const frames = framesOf({ ...queryTypes[kind].defaults, ...fields } as Query);
      return [...(words === '' ? [] : [`${words}:`]), ...frames.flatMap(frameWords)];
    }),
  );
}

function fieldTable(kind: QueryKind): string {
  const fields = Object.entries(kindSchema(kind).properties).filter(([name]) => name !== 'kind');
  return table(
    ['field', 'values', 'default', 'meaning'],
    fields.map(([name, schema]) => [
      code(name),
      values(schema),
      code(JSON.stringify(schema.default)),
      prose(schema.description ?? ''),
    ]),
  );
}

const dimensionIds: readonly string[] = rowDimensions.map(({ id }) => id);

function dimensionPart(): string {
  return section(
    'Dimensions',
    'What requests are filtered and grouped by. Ids that are unique within an API Management instance only are grouped together with it, so that equal ids of two instances do not merge.',
    table(
      ['dimension', 'title', 'column', 'with the instance'],
      rowDimensions.map((one) => [
        code(one.id),
        prose(one.title),
        code(one.column),
        'withinService' in one ? 'yes' : '',
      ]),
    ),
  );
}

/** What a field may hold. */
function values(schema: JsonSchema): string {
  if (schema.const !== undefined) {
    return code(JSON.stringify(schema.const));
  }
  if (schema.anyOf) {
    return schema.anyOf.map(values).join(', ');
  }
  if (schema.enum) {
    const { enum: words } = schema;
    const isDimension = dimensionIds.every((id) => words.includes(id));
    const own = words.filter((word) => !isDimension || !dimensionIds.includes(word));
    return [...own.map(code), ...(isDimension ? ['a [dimension](#dimensions)'] : [])].join(', ');
  }
  switch (schema.type) {
    case 'array':
      return `list of: ${values(schema.items ?? {})}`;
    case 'object':
      return schema.additionalProperties
        ? `by name: ${values(schema.additionalProperties)}`
        : Object.entries(schema.properties ?? {})
            .map(([name, one]) => `${code(name)} (${values(one)})`)
            .join(', ');
    case 'integer':
      return `${schema.minimum} to ${schema.maximum}`;
    case 'boolean':
      return '`true`, `false`';
    case 'null':
      return '`null`';
    default:
      return 'text';
  }
}

function framesOf(query: Query): readonly Frame[] {
  const { plans, written, frames } = kindOf(query);
  const answers = written
    ? [inventedWritten(written(query, context), columnsFor(query))]
    : plans(query, context).map(inventedAnswer);
  return frames(query, context, answers);
}

/** Columns that fit the format of a query that was written by hand. */
function columnsFor(query: Query): readonly TableColumn[] {
  const all: readonly TableColumn[] = [
    { name: 'TimeGenerated', type: 'datetime' },
    { name: 'Title', type: 'string' },
    { name: 'Failures', type: 'number' },
  ];
  return query.kind === 'kql' && query.format === 'numeric' ? all.slice(1) : all;
}

function frameWords({ name, meta, fields }: Frame): readonly string[] {
  const type = meta.type ? ` of type ${code(meta.type)}` : ', a table';
  const custom = Object.keys(meta.custom ?? {}).filter((key) => key !== 'kind');
  // Lines of the same form differ in their labels only.
  const kinds = fields.filter(
    (field, i) =>
      fields.findIndex((one) => one.name === field.name && labelNames(one) === labelNames(field)) === i,
  );
  const labelled = kinds.some((field) => labelNames(field) !== '');
  return [
    `Frame ${code(name)}${type}:`,
    table(
      ['field', 'type', 'unit', 'name shown', ...(labelled ? ['labels'] : [])],
      kinds.map((field) => [...fieldRow(field), ...(labelled ? [labelNames(field)] : [])]),
    ),
    custom.length === 0 ? '' : `\`meta.custom\`: ${custom.map(code).join(', ')}.`,
  ];
}

function fieldRow(field: Field): readonly string[] {
  const { displayNameFromDS = '', unit = '' } = field.config ?? {};
  const shown = prose(displayNameFromDS);
  return [
    code(field.name),
    field.type,
    unit === '' ? '' : code(unit),
    labelNames(field) === '' || shown === '' ? shown : `such as “${shown}”`,
  ];
}

const labelNames = ({ labels = {} }: Field) => Object.keys(labels).map(code).join(', ');
