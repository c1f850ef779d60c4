/** The licences of all that a package holds. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import spdx from 'spdx-license-list/full';
import { debianPackage, debianVersion } from './fetched';
import { nodeFor } from './executable';
import { pins } from './pins';
import type { Platform } from './platforms';
import { filesIn } from './zip';

interface Part {
  readonly name: string;
  readonly text: string;
}

interface Manifest {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
}

const LINE = '='.repeat(100);

/** @param bundled the files that the bundles were made of */
export function licenceText(bundled: readonly string[], duckDb: string, platform: Platform): string {
  const npm = [...new Set([...bundled, ...inTheBrowser()].flatMap((file) => packageOf(file) ?? []))].sort();
  const parts = [
    ...npm.map(fromNpm),
    nodeItself(platform),
    duckDbItself(duckDb),
    ...systemLibraries(platform),
  ];
  const names = new Map<string, string[]>();
  for (const { name, text } of parts) {
    names.set(text.trim(), [...(names.get(text.trim()) ?? []), name]);
  }
  return [
    'Gatewaylens is licensed under the Apache License 2.0, see LICENSE. This package also holds the following.\n',
    ...[...names].map(([text, those]) => `${LINE}\n${those.join('\n')}\n${LINE}\n\n${text}\n`),
  ].join('\n');
}

/** What the browser’s bundles were made of, from their source maps. */
function inTheBrowser(): readonly string[] {
  return filesIn('dist')
    .filter((file) => file.endsWith('.js.map'))
    .flatMap(
      (file) => (JSON.parse(readFileSync(path.join('dist', file), 'utf8')) as { sources: string[] }).sources,
    )
    .flatMap((source) => /node_modules\/.*/.exec(source) ?? []);
}

/** @returns the folder of the package that a file is of */
function packageOf(file: string): string | undefined {
  return /^(.*node_modules\/(?:@[^/]+\/)?[^/@.][^/]*)\//.exec(file)?.[1];
}

function fromNpm(folder: string): Part {
  const { name, version, license } = JSON.parse(
    readFileSync(path.join(folder, 'package.json'), 'utf8'),
  ) as Manifest;
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const text = files
    .sort()
    .map((file) => readFileSync(path.join(folder, file), 'utf8'))
    .join('\n');
  return { name: `${name} ${version} (${license})`, text: text || generalText(license ?? '', folder) };
}

/** For packages that name their licence and do not bring its text. */
function generalText(expression: string, folder: string): string {
  const ids = expression.replaceAll(/[()]/g, '').split(/ (?:AND|OR) /);
  return ids
    .map((id) => spdx[id]?.licenseText ?? missing(`${folder} says “${expression}” and brings no text of it`))
    .join('\n\n');
}

function nodeItself({ nodeArch }: Platform): Part {
  return {
    name: `Node.js ${pins.node.version}, with what is in it`,
    text: readFileSync(path.join(nodeFor(nodeArch), 'LICENSE'), 'utf8'),
  };
}

function duckDbItself(folder: string): Part {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as Manifest;
  return {
    name:
      `DuckDB, as in @duckdb/node-bindings ${version}. It holds libraries of others, whose licences are in the folder\n` +
      `third_party and the extensions of its source: https://github.com/duckdb/duckdb/tree/v${version?.split('-')[0]}`,
    text: readFileSync(path.join(folder, 'LICENSE'), 'utf8'),
  };
}

/** Debian’s own words on each, and the texts that these refer to. */
function systemLibraries({ arch }: Platform): readonly Part[] {
  const copyright = (name: string) => {
    const file = path.join(debianPackage(name, arch), 'usr/share/doc', name, 'copyright');
    return existsSync(file) ? readFileSync(file, 'utf8') : missing(file);
  };
  const version = (name: string) => debianVersion(name, arch);
  const source = 'unchanged, in backend/lib; their source is in Debian’s source package';
  return [
    { name: `The GNU C library (Debian ${version('libc6')}),\n${source} glibc`, text: copyright('libc6') },
    {
      name:
        `libstdc++ and libgcc (Debian ${version('libstdc++6')}, ${version('libgcc-s1')}),\n${source} gcc-12. ` +
        'They may be used by any program: see the GCC Runtime Library Exception',
      text: copyright('gcc-12-base'),
    },
    ...(['LGPL-2.1-only', 'GPL-2.0-only', 'GPL-3.0-only'] as const).map((id) => ({
      name: `${spdx[id]?.name}, which these refer to`,
      text: spdx[id]?.licenseText ?? missing(id),
    })),
  ];
}

function missing(what: string): never {
  throw new Error(`a licence is missing: ${what}`);
}
