/** Bundles the backend into dist/datasource, with a launcher by the name that Grafana looks for. */
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';

const OUT = 'dist/datasource';
const PLATFORM = `${process.platform}-${process.arch}`;
const GO_NAMES: Readonly<Record<string, string>> = { x64: 'amd64', win32: 'windows' };
const goName = (name: string) => GO_NAMES[name] ?? name;

const LAUNCHER = `#!/bin/sh
# Grafana starts this. The backend is JavaScript and runs on the machine's Node (20 or newer).
folder=$(dirname "$(readlink -f "$0")")
node=\${GATEWAYLENS_NODE:-node}
if ! command -v "$node" >/dev/null; then
  echo "Gatewaylens needs Node 20 or newer: put node on Grafana's path, or name it in GATEWAYLENS_NODE" >&2
  exit 1
fi
exec "$node" "$folder/backend/main.cjs"
`;

/** Azure's libraries are a file of their own, read when the first request to Azure needs them. */
const azureApart: Plugin = {
  name: 'azure-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/azure$/ }, () => ({ path: './azure.cjs', external: true })),
};

const options: BuildOptions = {
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  charset: 'ascii',
  minify: true,
  keepNames: true,
  sourcemap: true,
  legalComments: 'none',
  logLevel: 'warning',
  // Some libraries ask where they are.
  define: { 'import.meta.url': 'bundleUrl' },
  banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
};

export async function buildBackend(): Promise<void> {
  rmSync(`${OUT}/backend`, { recursive: true, force: true });
  mkdirSync(`${OUT}/backend/duckdb`, { recursive: true });
  await build({
    ...options,
    entryPoints: ['src/backend/main.ts'],
    outfile: `${OUT}/backend/backend.cjs`,
    alias: { '@duckdb/node-bindings': path.resolve('tools/build/duckdb-bindings.cjs') },
    plugins: [azureApart],
    // What is imported later is read by require(), which code from the cache can do.
    supported: { 'dynamic-import': false },
  });
  await build({
    ...options,
    entryPoints: ['src/backend/sources/log-analytics/azure.ts'],
    outfile: `${OUT}/backend/azure.cjs`,
  });
  cpSync('tools/build/start.cjs', `${OUT}/backend/main.cjs`);
  execFileSync(process.execPath, ['tools/build/code-cache.cjs', `${OUT}/backend/backend.cjs`], {
    stdio: 'ignore',
  });
  const native = `node_modules/@duckdb/node-bindings-${PLATFORM}`;
  readdirSync(native)
    .filter((file) => /\.(node|so|dylib|dll)$/.test(file))
    .forEach((file) => cpSync(path.join(native, file), `${OUT}/backend/duckdb/${file}`));
  const launcher = `${OUT}/gpx_gatewaylens_${goName(process.platform)}_${goName(process.arch)}`;
  writeFileSync(launcher, LAUNCHER);
  chmodSync(launcher, 0o755);
}
