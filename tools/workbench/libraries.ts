import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** A Grafana whose libraries the workbench shows the plugin with. */
export interface Libraries {
  /** Where they are installed. */
  readonly modules: string;
  /** Where the workbench's page is built with them. */
  readonly page: string;
}

/** Those that the plugin is compiled against, and those of the oldest Grafana that it runs in. */
export const libraries = {
  newest: { modules: 'node_modules', page: '.cache/workbench' },
  '10': { modules: '.cache/grafana-10/node_modules', page: '.cache/workbench-10' },
} as const satisfies Record<string, Libraries>;
export type GrafanaChoice = keyof typeof libraries;

export const isGrafanaChoice = (text: string): text is GrafanaChoice => Object.hasOwn(libraries, text);

const WANTED = 'tools/workbench/grafana-10';
const INSTALLED = path.dirname(libraries['10'].modules);
const LOCK = 'package-lock.json';

/** Whether what the lock names is installed. */
export function hasGrafana10(): boolean {
  const marker = path.join(libraries['10'].modules, '.installed-lock');
  return existsSync(marker) && readFileSync(marker, 'utf8') === readFileSync(path.join(WANTED, LOCK), 'utf8');
}

/** It takes some minutes, and 600 MB. @returns npm's exit status */
export function installGrafana10(): number {
  if (hasGrafana10()) {
    return 0;
  }
  process.stderr.write('Installing the libraries of Grafana 10.1…\n');
  mkdirSync(INSTALLED, { recursive: true });
  for (const file of ['package.json', LOCK]) {
    copyFileSync(path.join(WANTED, file), path.join(INSTALLED, file));
  }
  copyFileSync('.npmrc', path.join(INSTALLED, '.npmrc'));
  const args = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const { status } = spawnSync('npm', args, { cwd: INSTALLED, stdio: ['inherit', 2, 'inherit'] });
  if (status === 0) {
    copyFileSync(path.join(WANTED, LOCK), path.join(libraries['10'].modules, '.installed-lock'));
  }
  return status ?? 1;
}
