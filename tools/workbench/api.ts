/** The few calls of Grafana's HTTP API that the plugin makes, passed on to the backend. */
import type { PluginContext } from '../../src/backend/grafana/gen/backend';
import type { BackendProcess } from './backend-process';
import { frameJson } from './frame-json';

export interface HttpAnswer {
  readonly status: number;
  readonly body: unknown;
}

interface QueryBody {
  readonly from: string;
  readonly to: string;
  readonly queries: readonly {
    readonly refId: string;
    readonly maxDataPoints?: number;
    readonly intervalMs?: number;
  }[];
}

/** The one data source of the workbench; its settings can be changed, and are forgotten at the end. */
export class WorkbenchApi {
  readonly #backend: BackendProcess;
  #jsonData: unknown = { source: 'demo' };
  #updated = Date.now();

  constructor(backend: BackendProcess) {
    this.#backend = backend;
  }

  async answer(method: string, path: string, body: Buffer): Promise<HttpAnswer | undefined> {
    const json = () => JSON.parse(body.toString() || 'null') as unknown;
    if (path === '/api/ds/query') {
      return this.#query(json() as QueryBody);
    }
    if (path === '/api/datasources/uid/workbench') {
      if (method === 'PUT') {
        this.#jsonData = json();
        this.#updated = Date.now();
      }
      return { status: 200, body: this.#jsonData };
    }
    if (path.endsWith('/health')) {
      const { status, message, jsonDetails } = await this.#backend.checkHealth({
        pluginContext: this.#context(),
        headers: {},
      });
      const details = JSON.parse(jsonDetails.toString()) as unknown;
      return {
        status: status === 1 ? 200 : 400,
        body: { status: status === 1 ? 'OK' : 'ERROR', message, details },
      };
    }
    const resource = /^\/api\/datasources\/uid\/workbench\/resources\/(.+)$/.exec(path)?.[1];
    if (resource) {
      const { code, body: answer } = await this.#backend.callResource({
        pluginContext: this.#context(),
        path: resource,
        method,
        url: resource,
        headers: {},
        body,
      });
      return { status: code, body: JSON.parse(answer.toString()) as unknown };
    }
    return undefined;
  }

  async #query({ from, to, queries }: QueryBody): Promise<HttpAnswer> {
    const timeRange = { fromEpochMS: Number(from), toEpochMS: Number(to) };
    const { responses } = await this.#backend.queryData({
      pluginContext: this.#context(),
      headers: {},
      queries: queries.map((query) => ({
        refId: query.refId,
        maxDataPoints: query.maxDataPoints ?? 0,
        intervalMS: query.intervalMs ?? 0,
        timeRange,
        json: Buffer.from(JSON.stringify(query)),
        queryType: '',
      })),
    });
    const results = Object.entries(responses).map(([refId, { frames, error, status, errorSource }]) => [
      refId,
      { status, frames: frames.map(frameJson), ...(error ? { error, errorSource } : {}) },
    ]);
    return { status: 200, body: { results: Object.fromEntries(results) as unknown } };
  }

  #context(): PluginContext {
    return {
      orgId: 1,
      pluginId: 'gatewaylens-apim-datasource',
      user: { login: 'workbench', role: 'Admin' },
      dataSourceInstanceSettings: {
        id: 1,
        uid: 'workbench',
        name: 'Workbench',
        jsonData: Buffer.from(JSON.stringify(this.#jsonData)),
        decryptedSecureJsonData: {},
        lastUpdatedMS: this.#updated,
      },
    };
  }
}
