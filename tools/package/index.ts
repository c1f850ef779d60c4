/** npm run package [-- --arch amd64|arm64 --newest-debian]: installable zips of the plugin in packages/, with their checksums. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeLaunchers } from '../build/launchers';
import { buildPlugin } from '../build/plugin';
import { programBlob, writeExecutable } from './executable';
import { npmPackage } from './fetched';
import { copyLibraries } from './libraries';
import { licenceText } from './licences';
import { locked } from './pins';
import { platforms, type Platform } from './platforms';
import { zipOf } from './zip';

const OUT = 'packages';
const BACKEND = 'datasource/backend';
const START = (loader: string) =>
  `exec "$backend/lib/${loader}" --library-path "$backend/lib" --argv0 "$backend/gatewaylens" "$backend/gatewaylens"`;

const { id } = JSON.parse(readFileSync('plugin.json', 'utf8')) as { id: string };
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };

/** Seconds since 1970 that the package is dated: what is given, else when the commit was made. */
function dateOf(): string {
  const { status, stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  return (
    process.env.SOURCE_DATE_EPOCH ?? (status === 0 ? stdout.trim() : String(Math.floor(Date.now() / 1000)))
  );
}

async function writePackage(platform: Platform, bundled: readonly string[], date: Date): Promise<string> {
  const work = mkdtempSync(path.join(tmpdir(), 'gatewaylens-package-'));
  try {
    const plugin = path.join(work, id);
    cpSync('dist', plugin, {
      recursive: true,
      filter: (file) => !/^dist\/(bin|datasource\/(backend|gpx_.*))$/.test(file),
    });
    const backend = path.join(plugin, BACKEND);
    const duckDb = `@duckdb/node-bindings-linux-${platform.nodeArch}`;
    const { version: duckDbVersion, integrity } = locked(duckDb);
    const native = npmPackage(duckDb, duckDbVersion, integrity);
    mkdirSync(path.join(backend, 'duckdb'), { recursive: true });
    const libraries = ['duckdb.node', 'libduckdb.so'].map((file) => {
      const target = path.join(backend, 'duckdb', file);
      cpSync(path.join(native, file), target);
      return target;
    });
    const executable = path.join(backend, 'gatewaylens');
    await writeExecutable(executable, programBlob(path.join('dist', BACKEND), work), platform);
    copyLibraries(path.join(backend, 'lib'), [executable, ...libraries], platform);
    writeLaunchers(plugin, `linux_${platform.arch}`, START(platform.loader));
    writeFileSync(path.join(plugin, 'THIRD-PARTY-LICENSES.txt'), licenceText(bundled, native, platform));
    const name = `${id}-${version}.linux_${platform.arch}.zip`;
    writeFileSync(path.join(OUT, name), zipOf(plugin, id, date));
    return name;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    // The latter is read where Debian’s packages are fetched.
    options: { arch: { type: 'string' }, 'newest-debian': { type: 'boolean' } },
  });
  const chosen = platforms.filter(({ arch }) => values.arch === undefined || values.arch === arch);
  if (chosen.length === 0) {
    throw new Error(`--arch is one of ${platforms.map(({ arch }) => arch).join(', ')}`);
  }
  if (process.platform !== 'linux') {
    throw new Error(
      'packages are made on Linux; Docker has one: docker build --target package --output packages .',
    );
  }
  const epoch = (process.env.SOURCE_DATE_EPOCH = dateOf());
  const bundled = await buildPlugin('production');
  rmSync(OUT, { recursive: true, force: true });
  mkdirSync(OUT);
  const sums: string[] = [];
  for (const platform of chosen) {
    const name = await writePackage(platform, bundled, new Date(Number(epoch) * 1000));
    const content = readFileSync(path.join(OUT, name));
    sums.push(`${createHash('sha256').update(content).digest('hex')}  ${name}\n`);
    process.stdout.write(`${OUT}/${name}  ${(content.length / 2 ** 20).toFixed(1)} MB\n`);
  }
  writeFileSync(path.join(OUT, 'SHA256SUMS'), sums.join(''));
}

main().catch((problem: unknown) => {
  process.stderr.write(`The packages could not be made: ${(problem as Error).message}\n`);
  process.exitCode = 1;
});
