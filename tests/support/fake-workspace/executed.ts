/** Queries as the workspace answers them: executed, with values as the service writes them. */
import type { KqlResult } from '../kql-engine';
import type { Asked } from './fake-workspace';
import { documented } from './documented-errors';

/** What executes the KQL. */
export interface KqlRunner {
  query(kql: string, view?: string): Promise<KqlResult>;
}

/** Executes each query once and knows its result from then on. */
export function remembering(runner: KqlRunner): KqlRunner {
  const known = new Map<string, Promise<KqlResult>>();
  return {
    query: (kql, view) => {
      const key = JSON.stringify([kql, view]);
      const result = known.get(key) ?? runner.query(kql, view);
      known.set(key, result);
      return result;
    },
  };
}

interface Executed {
  readonly status: number;
  readonly body: object;
}

/** How long the service takes to ingest a row, for queries that ask. */
const INGESTED = '(TimeGenerated + 3m)';

export async function executed(engine: KqlRunner | undefined, asked: Asked): Promise<Executed> {
  if (!engine) {
    return { status: 200, body: { tables: [] } };
  }
  try {
    const query = asked.query.replaceAll('ingestion_time()', INGESTED);
    return { status: 200, body: answerOf(await engine.query(query, view(asked))) };
  } catch (problem) {
    return { status: 400, body: errorOf(String(problem), asked.query) };
  }
}

function answerOf({ columns, rows }: KqlResult): object {
  const types = columns.map(([, type]) => type);
  return {
    tables: [
      {
        name: 'PrimaryResult',
        columns: columns.map(([name, type]) => ({ name, type })),
        rows: rows.map((row) => row.map((value, i) => written(value, types[i] ?? ''))),
      },
    ],
  };
}

/** Dynamic values come as the text of their JSON; reals that JSON has no number for as text. */
function written(value: unknown, type: string): unknown {
  return type === 'dynamic' && value !== null && typeof value !== 'string'
    ? JSON.stringify(value)
    : typeof value === 'number' && !Number.isFinite(value)
      ? String(value)
      : value;
}

/** The rows in the timespan and, where one resource is asked that is no workspace, of that resource. */
function view({ path, timespan }: Asked): string | undefined {
  const [from, to] = timespan?.split('/') ?? [];
  const resource = /^\/v1(\/subscriptions\/.+)\/query$/.exec(path)?.[1];
  const conditions = [
    ...(from && to ? [`TimeGenerated between timestamp '${plain(from)}' and timestamp '${plain(to)}'`] : []),
    ...(resource && !/operationalinsights/i.test(resource)
      ? [`lower(_ResourceId) = '${plain(resource.toLowerCase())}'`]
      : []),
  ];
  return conditions.length > 0 ? conditions.join(' and ') : undefined;
}

const plain = (value: string) => value.replaceAll("'", "''").replace(/Z$/, '');

const GATEWAY_TABLE = /\b(ApiManagementGatewayLogs|AzureDiagnostics)\b/;

/** Of a missing table, the engine may name what could not be made of it. */
function errorOf(problem: string, query: string): object {
  const isMadeOfIt = /schema error for '\w+' \(unknown table/.test(problem);
  const missing = isMadeOfIt
    ? GATEWAY_TABLE.exec(query)?.[1]
    : /Table with name (\w+) does not exist/.exec(problem)?.[1];
  return missing !== undefined
    ? documented.missingTable(missing)
    : /could not parse/.test(problem)
      ? documented.syntax(problem.split('\n')[0] ?? '')
      : documented.semantic(problem.split('\n')[0] ?? '');
}
