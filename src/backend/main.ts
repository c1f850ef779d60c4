/** The backend's composition root: the only file that knows everything, and the only one that reads the environment. */
import { realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { asGatewaylensError, GatewaylensError } from '../core/errors';
import { DEFAULT_KIND, queryTypes } from '../core/query';
import { handshakeLine, loggerTo, onAbandoned, privateFolder, serve, showsCookie } from './goplugin';
import {
  DataService,
  dataService,
  DiagnosticsService,
  diagnosticsService,
  GRAFANA_PROTOCOL,
  grafanaCookie,
  logProblem,
  type ProblemReport,
  ResourceService,
  resourceService,
} from './grafana';
import { checkHealth } from './handlers/check-health';
import { Instances } from './handlers/instances';
import { queryData } from './handlers/query-data';
import { callResource } from './handlers/resources';
import { createMetrics, measuredSource } from './metrics';
import { configuredCatalogue } from './settings/configured-catalogue';
import { parseSettings } from './settings/schema';
import type { Catalogue } from '../core/scenarios';
import type { DataSourceSettings } from '../core/settings';
import type { DataSourceRef } from './messages';
import type { LogSource } from './sources/log-source';
import { azureAdministration, azureConnection, Gates, LogAnalyticsSource } from './sources/log-analytics';
import { refusingSource } from './sources/refusing-source';
import { demoRows } from './sources/duckdb/demo/demo-rows';
import { DuckDbSource } from './sources/duckdb/duckdb-source';
import { Engine } from './sources/duckdb/engine';
import { fileRows } from './sources/duckdb/files/file-rows';

const environment = process.env;

if (!showsCookie(environment, grafanaCookie)) {
  process.stderr.write('This is the backend of a Grafana plugin; Grafana starts it.\n');
  process.exit(1);
}

const log = loggerTo(
  (line) => process.stderr.write(line),
  () => new Date(),
);
const folder = privateFolder(environment.PLUGIN_UNIX_SOCKET_DIR ?? tmpdir(), 'gatewaylens', process.pid);
/** Grafana hands on `files_folder` of the plugin's section in grafana.ini under this name. */
const filesFolder = environment.GF_PLUGIN_FILES_FOLDER ?? environment.GATEWAYLENS_FILES_FOLDER;

const metrics = createMetrics(() => process.memoryUsage());
const report: ProblemReport = (what, problem, fields) => {
  metrics.error(problem.code);
  logProblem(log, what, problem, fields);
};
const engine = new Engine(filesFolder ? [realFolder(filesFolder)] : [], folder);

const administration = azureAdministration(environment);
const gates = new Gates();

function realFolder(allowed: string): string {
  try {
    return realpathSync(allowed);
  } catch {
    return allowed; // Health check and queries say that it is missing.
  }
}

function sourceOf(settings: DataSourceSettings, catalogue: Catalogue, dataSource: DataSourceRef): LogSource {
  switch (settings.source) {
    case 'demo':
      return new DuckDbSource(demoRows(Date.now), catalogue, engine);
    case 'files':
      return filesFolder
        ? new DuckDbSource(fileRows(filesFolder, settings.path, Date.now), catalogue, engine)
        : refusingSource(new GatewaylensError('files-not-allowed'));
    case 'log-analytics':
      return logAnalytics(settings, catalogue, dataSource);
  }
}

function logAnalytics(settings: DataSourceSettings, catalogue: Catalogue, { uid, secrets }: DataSourceRef): LogSource {
  try {
    const connection = azureConnection(settings, secrets, administration);
    const gate = gates.of(connection, settings.basicLogsEnabled);
    return new LogAnalyticsSource({ settings, connection, catalogue, gate, lane: uid });
  } catch (problem) {
    return refusingSource(asGatewaylensError(problem));
  }
} // prettier-ignore

const instances = new Instances(async (dataSource) => {
  const settings = parseSettings(dataSource.jsonData);
  const catalogue = await configuredCatalogue(settings, filesFolder);
  const source = measuredSource(sourceOf(settings, catalogue, dataSource), settings.source, metrics);
  return { source, catalogue, settings, now: Date.now };
});

/** The kind of a stored query, as far as it is one. */
function kindOf(query: unknown): string {
  const { kind = DEFAULT_KIND } = (query ?? {}) as { readonly kind?: unknown };
  return typeof kind === 'string' && Object.hasOwn(queryTypes, kind) ? kind : 'unknown';
}

let stopping = false;
function stop(why: string): void {
  if (!stopping) {
    stopping = true;
    log('info', 'stopping', { why });
    // A query that cannot be ended must not keep the process; exiting would wait for its thread.
    setTimeout(() => {
      rmSync(folder, { recursive: true, force: true });
      process.kill(process.pid, 'SIGKILL');
    }, 1000).unref();
    void Promise.all([instances.dispose(), engine.dispose()]).finally(() => process.exit(0));
  }
}
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('uncaughtException', (problem) =>
  log('error', 'unexpected', { problem: problem.stack ?? problem.message }),
);
process.on('unhandledRejection', (problem) => log('error', 'unexpected', { problem: String(problem) }));
onAbandoned(stop);

const services = [
  {
    definition: DataService,
    implementation: dataService(
      (item, context, signal) =>
        metrics.query(kindOf(item.query), () =>
          instances.use(context, (instance) => queryData(item, context, instance, signal)),
        ),
      report,
    ),
  },
  {
    definition: DiagnosticsService,
    implementation: diagnosticsService(
      (context, signal) => instances.use(context, (instance) => checkHealth(instance, signal)),
      metrics.text,
      report,
    ),
  },
  {
    definition: ResourceService,
    implementation: resourceService(
      (request, context, signal) =>
        instances.use(context, (instance) => callResource(request, instance, signal)),
      report,
    ),
  },
];

serve(services, folder, () => stop('the host asked')).then(
  (socket) => {
    process.stdout.write(`${handshakeLine(GRAFANA_PROTOCOL, socket)}\n`);
    log('debug', 'serving', { socket });
  },
  (problem: unknown) => {
    log('error', 'cannot serve', { problem: String(problem) });
    process.exit(1);
  },
);
