/** The backend's composition root: the only file that knows everything, and the only one that reads the environment. */
import { realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { GatewaylensError } from '../core/errors';
import { builtinCatalogue } from '../core/scenarios';
import { handshakeLine, loggerTo, onAbandoned, privateFolder, serve, showsCookie } from './goplugin';
import {
  DataService,
  dataService,
  DiagnosticsService,
  diagnosticsService,
  GRAFANA_PROTOCOL,
  grafanaCookie,
  ResourceService,
  resourceService,
} from './grafana';
import { checkHealth } from './handlers/check-health';
import { Instances } from './handlers/instances';
import { queryData } from './handlers/query-data';
import { callResource } from './handlers/resources';
import { parseSettings } from './settings/schema';
import type { DataSourceSettings } from '../core/settings';
import { demoRows } from './sources/duckdb/demo/demo-rows';
import { DuckDbSource, type Rows } from './sources/duckdb/duckdb-source';
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

const catalogue = builtinCatalogue;
const engine = new Engine(filesFolder ? [realFolder(filesFolder)] : [], folder);

function realFolder(allowed: string): string {
  try {
    return realpathSync(allowed);
  } catch {
    return allowed; // Health check and queries say that it is missing.
  }
}

function rowsOf({ source, path: wanted }: DataSourceSettings): Rows {
  switch (source) {
    case 'demo':
      return demoRows(Date.now);
    case 'files':
      if (!filesFolder) {
        throw new GatewaylensError('files-not-allowed');
      }
      return fileRows(filesFolder, wanted, Date.now);
  }
}

const instances = new Instances(async ({ jsonData }) => {
  const rows = rowsOf(parseSettings(jsonData));
  return { source: new DuckDbSource(rows, catalogue, engine), catalogue, now: Date.now };
});

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
        instances.use(context, (instance) => queryData(item, context, instance, signal)),
      log,
    ),
  },
  {
    definition: DiagnosticsService,
    implementation: diagnosticsService(
      (context, signal) => instances.use(context, (instance) => checkHealth(instance, signal)),
      log,
    ),
  },
  {
    definition: ResourceService,
    implementation: resourceService(
      (request, context, signal) =>
        instances.use(context, (instance) => callResource(request, instance, signal)),
      log,
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
