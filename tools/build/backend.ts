/** Bundles backend and command line into dist/datasource/backend, with the launchers that start them. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { build, type BuildOptions, type Plugin } from 'esbuild';
import { writeLaunchers } from './launchers';

const OUT = 'dist/datasource/backend';
const PLATFORM = `${process.platform}-${process.arch}`;
const GO_NAMES: Readonly<Record<string, string>> = { x64: 'amd64', win32: 'windows' };
const goName = (name: string) => GO_NAMES[name] ?? name;

const START = `node=\${GATEWAYLENS_NODE:-node}
if ! command -v "$node" >/dev/null; then
  echo "Gatewaylens needs Node 20.19 or newer: put node on Grafana's path, or name it in GATEWAYLENS_NODE" >&2
  exit 1
fi
exec "$node" "$backend/main.cjs"`;

/** Azure's libraries are a file of their own, read when the first request to Azure needs them. */
const azureApart: Plugin = {
  name: 'azure-apart',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^\.\/azure$/ }, () => ({ path: './azure.cjs', external: true })),
};

const options = {
  bundle: true,
  metafile: true,
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
  alias: { '@duckdb/node-bindings': path.resolve('tools/build/duckdb-bindings.cjs') },
  plugins: [azureApart],
  // What is imported later is read by require(), which code from the cache and a single executable can do.
  supported: { 'dynamic-import': false },
} as const satisfies BuildOptions;

/** @returns the files that the bundles were made of */
export async function buildBackend(): Promise<readonly string[]> {
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(`${OUT}/duckdb`, { recursive: true });
  const bundles = await Promise.all([
    bundle('src/backend/main.ts', 'backend.cjs'),
    bundle('src/backend/sources/log-analytics/azure.ts', 'azure.cjs'),
    bundle('src/cli/main.ts', 'cli.cjs', { 'process.env.INIT_CWD': 'undefined' }),
  ]);
  cpSync('tools/build/start.cjs', `${OUT}/main.cjs`);
  execFileSync(process.execPath, ['tools/build/code-cache.cjs', OUT], { stdio: 'ignore' });
  const native = `node_modules/@duckdb/node-bindings-${PLATFORM}`;
  readdirSync(native)
    .filter((file) => /\.(node|so|dylib|dll)$/.test(file))
    .forEach((file) => cpSync(path.join(native, file), `${OUT}/duckdb/${file}`));
  writeLaunchers('dist', `${goName(process.platform)}_${goName(process.arch)}`, START);
  return bundles.flat();
}

async function bundle(entry: string, name: string, define: Readonly<Record<string, string>> = {}) {
  const { metafile } = await build({
    ...options,
    entryPoints: [entry],
    outfile: path.join(OUT, name),
    define: { ...options.define, ...define },
  });
  return Object.keys(metafile.inputs);
}
