import { z } from 'zod';
import { DEFAULT_KIND, queryTypes, type QueryKind } from '../../src/core/query';
import { querySchemas } from '../../src/core/query/schema';
import { customScenarioSchema, scenarioSchema } from '../../src/core/scenarios/schema';
import type { Files } from './files';

/** A JSON Schema, as far as pages are made of it. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly default?: unknown;
  readonly description?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | false;
}

/** What editors of YAML and JSON know best; newer drafts say nothing that is needed here. */
const DRAFT = 'http://json-schema.org/draft-07/schema#';

/** The schemas of what people write by hand: scenarios of their own, and queries in provisioned files. */
export function schemas(): Files {
  const scenario = z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7' });
  return new Map([
    ['schema/scenario.schema.json', json(scenario)],
    ['schema/custom-scenarios.schema.json', json(customScenarios())],
    ['schema/query.schema.json', json(querySchema())],
  ]);
}

/** What stands in `customScenarios` of the settings, and in a file. */
function customScenarios(): object {
  const list = z.array(customScenarioSchema).meta({
    title: 'Custom scenarios',
    description:
      'Scenarios of a team’s own: the list of “customScenarios”, and of the file that “customScenariosFile” names.',
  });
  return z.toJSONSchema(list, { io: 'input', target: 'draft-7' });
}

function querySchema(): object {
  const kinds = Object.keys(queryTypes) as QueryKind[];
  return {
    $schema: DRAFT,
    title: 'Query',
    description: `A query of the Gatewaylens data source, as dashboards, alert rules and provisioned files store it. Fields that are left out take their defaults; without a kind it is ${DEFAULT_KIND}. Grafana adds fields of its own, such as refId.`,
    oneOf: kinds.map((kind) => ({ $ref: `#/definitions/${kind}` })),
    definitions: Object.fromEntries(kinds.map((kind) => [kind, kindSchema(kind)])),
  };
}

/** A kind of query as it may be stored: whatever has a default may be left out. */
export function kindSchema(
  kind: QueryKind,
): JsonSchema & { readonly properties: Record<string, JsonSchema> } {
  const { title, description, defaults } = queryTypes[kind];
  const schema = querySchemas[kind] as z.ZodObject;
  const { properties = {} } = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' }) as JsonSchema;
  const values = new Map<string, unknown>(Object.entries(defaults));
  return {
    title,
    description: `${description}.`,
    type: 'object',
    properties: Object.fromEntries(
      Object.entries(properties).map(([field, one]) => [
        field,
        field === 'kind'
          ? { ...one, description: 'The kind of query.' }
          : { ...one, default: values.get(field) },
      ]),
    ),
    ...(kind === DEFAULT_KIND ? {} : { required: ['kind'] }),
  } as JsonSchema & { readonly properties: Record<string, JsonSchema> };
}

function json(schema: object): string {
  return `${JSON.stringify(schema, null, 2)}\n`;
}
