/**
 * npm start: the workbench. It builds the plugin (unless --built says that this was done), starts its real backend on
 * demo data and serves the built plugin with Grafana's own libraries on 127.0.0.1. It is not Grafana: see
 * docs/architecture.md.
 */
import { spawnSync } from 'node:child_process';
import { BackendProcess } from './backend-process';
import { freePort, serveWorkbench } from './server';

const PORT = Number(process.env.PORT ?? 3210);

function build(command: string, ...args: readonly string[]): void {
  const { status } = spawnSync(command, args, { stdio: 'inherit' });
  if (status !== 0) {
    process.exit(status ?? 1);
  }
}

await freePort(PORT).catch(() => {
  process.stderr.write(
    `Port ${PORT} is taken, perhaps by another workbench: http://127.0.0.1:${PORT}/\n` +
      `Start this one elsewhere with: PORT=${PORT + 1} npm start\n`,
  );
  process.exit(1);
});
if (!process.argv.includes('--built')) {
  build('tsx', 'tools/build/index.ts', '--development');
}
build('rspack', 'build', '--config', 'tools/workbench/rspack.config.ts');

const backend = await BackendProcess.start();
const address = await serveWorkbench(backend, PORT);
process.stdout.write(`\nWorkbench (not Grafana) with demo data: ${address}\nStop it with Ctrl+C.\n`);

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => void backend.stop().finally(() => process.exit(0)));
}
