/**
 * npm start: the workbench. It builds the plugin (unless --built says that this was done), starts its real backend on
 * demo data and serves the built plugin with Grafana's own libraries on 127.0.0.1. It is not Grafana: see
 * docs/architecture.md. GRAFANA=10 takes the libraries of the oldest Grafana.
 */
import { spawnSync } from 'node:child_process';
import { BackendProcess } from './backend-process';
import { installGrafana10, isGrafanaChoice, libraries } from './libraries';
import { portOf, portProblem } from './port';
import { freePort, serveWorkbench } from './server';

function build(command: string, ...args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

function end(problem: string): never {
  process.stderr.write(`${problem}\nStart the workbench at any free port with: PORT=0 npm start\n`);
  process.exit(1);
}

const wanted = process.env.PORT || '3210';
const port = portOf(wanted) ?? end(`PORT=${wanted} is no port: ports are numbers up to 65535.`);
const { GRAFANA = 'newest' } = process.env;
if (!isGrafanaChoice(GRAFANA)) {
  end(`GRAFANA=${GRAFANA} is not known: ${Object.keys(libraries).join(' or ')}.`);
}
await freePort(port).catch((problem: NodeJS.ErrnoException) => end(portProblem(port, problem)));
if (!process.argv.includes('--built')) {
  build('tsx', 'tools/build/index.ts', '--development');
}
if (GRAFANA === '10' && installGrafana10() !== 0) {
  end('The libraries of Grafana 10.1 could not be installed.');
}
build('rspack', 'build', '--config', 'tools/workbench/rspack.config.ts');

const backend = await BackendProcess.start();
const address = await serveWorkbench(backend, libraries[GRAFANA], port);
process.stdout.write(`\nWorkbench (not Grafana) with demo data: ${address}\nStop it with Ctrl+C.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void backend.stop().finally(() => process.exit(0)));
}
