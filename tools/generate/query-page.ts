import type { Field, Frame } from '../../src/core/frames';
import { rowDimensions, type TableColumn } from '../../src/core/plan';
import { DEFAULT_KIND, defaultsOf, queryTypes, type Query, type QueryKind } from '../../src/core/query';
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
    variablePart(),
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
  const inAlerts: Readonly<Record<string, unknown>> = { ...defaultsOf(kind, true) };
  return table(
    ['field', 'values', 'default', 'meaning'],
    fields.map(([name, schema]) => [
      code(name),
      values(schema),
      defaultWords(schema.default, inAlerts[name]),
      prose(schema.description ?? ''),
    ]),
  );
}

/** Both where an alert rule’s query has another. */
function defaultWords(...defaults: readonly unknown[]): string {
  const [usual = '', inAlerts = ''] = defaults.map((one) => code(JSON.stringify(one)));
  return usual === inAlerts ? usual : `${usual}, in alert rules ${inAlerts}`;
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

/** What a dashboard’s variables may stand for; src/datasource/interpolate.ts fills them in. */
function variablePart(): string {
  return section(
    'Variables',
    'The editor’s lists offer the dashboard’s variables, and take `$name`, `${name}` and `[[name]]` as they are typed. They are filled in before a query is sent, in panels, in annotations and in the queries of other variables. Alert rules have none.',
    table(
      ['field', 'one value', 'several values', '“All”'],
      [
        ['`scenarios`, `families`', 'a scenario or a family', 'each of them', 'every failure'],
        ['`severities`', 'that severity', 'each of them', 'every severity'],
        ['`outcomes`', '`failed` or `masked`', 'both', 'both'],
        ['`values` of a filter, also within a text such as `v1-$name`', 'that value', 'each of them', 'with “=”: the filter is left out; with “≠”: none of the values that the variable lists'],
        ['`op` of a filter', '`=` or `!=`, also `in` or `notIn`', 'an error', 'an error'],
        ['`dimension` of a filter, `splitBy`, `places`, `per`, `by`, `as`, `step`, `result`, `format`, `requests`', 'that word; of `splitBy` and `places` also `none`', 'an error', 'an error'],
        ['`top`, `limit`', 'that number', 'an error', 'an error'],
        ['`text` of the kind `kql`', '[as a literal](#macros-and-variables-of-kql)', 'a list of literals', 'a list of literals; with `$__contains` every row'],
        ['`values` of a variable’s query', 'a dimension, `scenario` or `family`', 'an error', 'an error'],
      ],
    ),
    'What takes one word gets one error where it gets several, which names the field and what stood there: which of them was meant cannot be known. A variable that stands for nothing never widens a query to everything.',
    '`kind` takes no variable, because the other fields depend on it, and the switches (`previous`, `queryStrings`, `dashboardTime`) take none, because a switch is on or off and has no place for a name; Grafana’s own data sources do the same. For two ways to look at the same, make two panels.',
  );
} // prettier-ignore

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
