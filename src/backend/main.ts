/** The backend's process: how it starts, serves and ends. Only this file reads the environment. */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Answers } from './answers';
import {
  handshakeLine,
  loggerTo,
  onAbandoned,
  onRemoved,
  privateFolder,
  serve,
  showsCookie,
} from './goplugin';
import {
  DataService,
  DiagnosticsService,
  GRAFANA_PROTOCOL,
  grafanaCookie,
  ResourceService,
} from './grafana/protocol';

const environment = process.env;

if (!showsCookie(environment, grafanaCookie)) {
  process.stderr.write('This is the backend of a Grafana plugin; Grafana starts it.\n');
  process.exit(1);
}

const log = loggerTo(
  (line) => process.stderr.write(line),
  () => new Date(),
);
const folder = ownFolder();
/** Grafana hands on `files_folder` of the plugin's section in grafana.ini under this name. */
const filesFolder = environment.GF_PLUGIN_FILES_FOLDER ?? environment.GATEWAYLENS_FILES_FOLDER;

function ownFolder(): string {
  try {
    return privateFolder(environment.PLUGIN_UNIX_SOCKET_DIR ?? tmpdir(), 'gatewaylens', process.pid);
  } catch (problem) {
    return cannotServe(problem);
  }
}

function cannotServe(problem: unknown): never {
  log('error', 'cannot serve', { problem: String(problem) });
  process.exit(1);
}

let loaded: Promise<Answers> | undefined;
/**
 * Loaded once, and not before Grafana knows where to ask: it waits for that before it goes on starting. Without them the
 * process ends, for Grafana to start another: it would go on to say that it serves.
 */
function answers() {
  return (loaded ??= import('./answers')
    .then(({ createAnswers }) => createAnswers({ log, folder, filesFolder, environment }))
    .catch(cannotServe));
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
    void Promise.resolve(loaded?.then(({ dispose }) => dispose())).finally(() => process.exit(0));
  }
}
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
process.on('uncaughtException', (problem) =>
  log('error', 'unexpected', { problem: problem.stack ?? problem.message }),
);
process.on('unhandledRejection', (problem) => log('error', 'unexpected', { problem: String(problem) }));
onAbandoned(stop);

const services = [
  { definition: DataService, implementation: async () => (await answers()).data },
  { definition: DiagnosticsService, implementation: async () => (await answers()).diagnostics },
  { definition: ResourceService, implementation: async () => (await answers()).resource },
];

serve(services, folder, () => stop('the host asked')).then((socket) => {
  process.stdout.write(`${handshakeLine(GRAFANA_PROTOCOL, socket)}\n`);
  log('debug', 'serving', { socket });
  // Grafana starts one that has ended again.
  onRemoved(socket, stop);
  return answers();
}, cannotServe);
