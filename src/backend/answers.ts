/** What the backend answers: everything but the process, which serves before this is loaded. */
import { realpathSync } from 'node:fs';
import { asGatewaylensError, GatewaylensError } from '../core/errors';
import { DEFAULT_KIND, queryTypes } from '../core/query';
import type { Catalogue } from '../core/scenarios';
import type { DataSourceSettings } from '../core/settings';
import type { Logger } from './goplugin';
import { dataService, diagnosticsService, logProblem, resourceService, type ProblemReport } from './grafana';
import { checkHealth } from './handlers/check-health';
import type { Instance } from './handlers/instance';
import { Instances } from './handlers/instances';
import { queryData } from './handlers/query-data';
import { callResource } from './handlers/resources';
import type { DataSourceRef } from './messages';
import { createMetrics, measuredSource } from './metrics';
import { configuredCatalogue } from './settings/configured-catalogue';
import { scenariosFileState } from './settings/scenarios-file';
import { parseSettings } from './settings/schema';
import { demoRows } from './sources/duckdb/demo/demo-rows';
import { DuckDbSource } from './sources/duckdb/duckdb-source';
import { Engine } from './sources/duckdb/engine';
import { fileRows } from './sources/duckdb/files/file-rows';
import { azureAccess, azureAdministration, Gates, LogAnalyticsSource } from './sources/log-analytics';
import type { LogSource } from './sources/log-source';
import { refusingSource } from './sources/refusing-source';

export interface Surroundings {
  readonly log: Logger;
  /** For temporary files. */
  readonly folder: string;
  /** Where log files may lie; undefined when Grafana's administrator allows none. */
  readonly filesFolder: string | undefined;
  /** What Grafana tells plugins of Azure. */
  readonly environment: NodeJS.ProcessEnv;
}

/** Milliseconds that no correction of the machine’s clock moves. */
const monotonic = () => performance.now();

export type Answers = ReturnType<typeof createAnswers>;

export function createAnswers(surroundings: Surroundings) {
  const { log, folder, filesFolder } = surroundings;
  const metrics = createMetrics(() => process.memoryUsage());
  const report: ProblemReport = (what, problem, fields) => {
    metrics.error(problem.code);
    logProblem(log, what, problem, fields);
  };
  const engine = new Engine(filesFolder ? [realFolder(filesFolder)] : [], folder);
  const sourceOf = sources(surroundings, engine);
  const create = async (dataSource: DataSourceRef): Promise<Instance> => {
    const settings = parseSettings(dataSource.jsonData);
    const source = (catalogue: Catalogue) =>
      measuredSource(sourceOf(settings, catalogue, dataSource), settings.source, metrics, monotonic);
    return configured(settings, filesFolder, source);
  };
  const instances = new Instances(create, monotonic);
  return {
    data: dataService(
      (item, context, signal) =>
        metrics.query(kindOf(item.query), () =>
          instances.use(context, (instance) => queryData(item, context, instance, signal)),
        ),
      report,
    ),
    diagnostics: diagnosticsService(
      (context, signal) => instances.use(context, (instance) => checkHealth(instance, signal)),
      metrics.text,
      report,
    ),
    resource: resourceService(
      (request, context, signal) =>
        instances.use(context, (instance) => callResource(request, instance, context, signal)),
      report,
    ),
    dispose: async () => {
      await Promise.all([instances.dispose(), engine.dispose()]);
    },
  };
}

async function configured(
  settings: DataSourceSettings,
  filesFolder: string | undefined,
  source: (catalogue: Catalogue) => LogSource,
): Promise<Instance> {
  const fileState = () => scenariosFileState(filesFolder, settings.customScenariosFile);
  const before = await fileState();
  const catalogue = await configuredCatalogue(settings, filesFolder);
  const isCurrent = async () => (await fileState()) === before;
  return { source: source(catalogue), catalogue, settings, now: Date.now, isCurrent };
}

function realFolder(allowed: string): string {
  try {
    return realpathSync(allowed);
  } catch {
    return allowed; // Health check and queries say that it is missing.
  }
}

function sources({ filesFolder, environment }: Surroundings, engine: Engine) {
  const administration = azureAdministration(environment);
  const gates = new Gates();
  return (settings: DataSourceSettings, catalogue: Catalogue, { uid, secrets }: DataSourceRef): LogSource => {
    switch (settings.source) {
      case 'demo':
        return new DuckDbSource(demoRows(Date.now), catalogue, engine);
      case 'files':
        return filesFolder
          ? new DuckDbSource(fileRows(filesFolder, settings.path, monotonic), catalogue, engine)
          : refusingSource(new GatewaylensError('files-not-allowed'));
      case 'log-analytics':
        try {
          const access = azureAccess(settings, secrets, administration);
          const gate = gates.of(access.connection, settings.basicLogsEnabled);
          return new LogAnalyticsSource({ settings, access, catalogue, gate, lane: uid });
        } catch (problem) {
          return refusingSource(asGatewaylensError(problem));
        }
    }
  };
}

/** The kind of a stored query, as far as it is one. */
function kindOf(query: unknown): string {
  const { kind = DEFAULT_KIND } = (query ?? {}) as { readonly kind?: unknown };
  return typeof kind === 'string' && Object.hasOwn(queryTypes, kind) ? kind : 'unknown';
}
