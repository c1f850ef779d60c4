/** Packages of npm and Debian that the plugin’s packages are made of, by their pinned hashes. */
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { PINS_FILE, pins } from './pins';
import { run } from './run';

const CACHE = path.resolve('.cache/package');

const hash = (algorithm: 'sha256' | 'sha512', encoding: 'hex' | 'base64', file: string) =>
  createHash(algorithm).update(readFileSync(file)).digest(encoding);

/** @returns the folder of an npm package, whatever machine it is for */
export function npmPackage(name: string, version: string, integrity: string): string {
  return unpacked(`${name.replaceAll('/', '-')}-${version}`, (folder) => {
    run('npm', ['pack', '--silent', '--pack-destination', folder, `${name}@${version}`]);
    const archive = path.join(folder, readdirSync(folder)[0]!);
    const found = `sha512-${hash('sha512', 'base64', archive)}`;
    if (found !== integrity) {
      throw new Error(`${name}@${version} has the hash ${found}, and not ${integrity}`);
    }
    run('tar', ['-xzf', archive, '-C', folder, '--strip-components=1']);
  });
}

/** Debian signs what it gives, but takes older versions away: then there is the choice to take what there is. */
const isNewestTaken = process.argv.includes('--newest-debian');

/** @returns the folder with the files of a Debian package, as they would lie in / */
export function debianPackage(name: string, arch: 'amd64' | 'arm64'): string {
  const pin = pins.debian[name];
  const expected = pin?.sha256[arch];
  if (!pin || expected === undefined) {
    throw new Error(`${PINS_FILE} does not name ${name} for ${arch}`);
  }
  return unpacked(`${name}-${isNewestTaken ? 'newest' : pin.version}-${arch}`, (folder) => {
    run('apt-get', [...ownApt(), 'download', `${name}:${arch}`], folder);
    const archive = path.join(folder, readdirSync(folder)[0]!);
    const version = run('dpkg-deb', ['--field', archive, 'Version']).trim();
    const found = hash('sha256', 'hex', archive);
    if (found !== expected && !isNewestTaken) {
      throw new Error(
        `Debian gives ${name} ${version} for ${arch} with SHA-256 ${found}; ${PINS_FILE} has ${pin.version} with ` +
          `${expected}. If that is Debian 12’s newer version, look at what changed and write it there, or take what ` +
          'there is with --newest-debian.',
      );
    }
    run('dpkg-deb', ['--extract', archive, folder]);
    writeFileSync(path.join(folder, VERSION), version);
  });
}

const VERSION = 'VERSION';

export function debianVersion(name: string, arch: 'amd64' | 'arm64'): string {
  return `${name} ${readFileSync(path.join(debianPackage(name, arch), VERSION), 'utf8')}`;
}

let apt: readonly string[] | undefined;

/** Options of an apt that asks this machine’s sources for both architectures, and leaves the machine’s own state alone. */
function ownApt(): readonly string[] {
  if (!apt) {
    const state = path.join(CACHE, 'apt');
    mkdirSync(path.join(state, 'lists/partial'), { recursive: true });
    mkdirSync(path.join(state, 'archives/partial'), { recursive: true });
    apt = [
      '--quiet=2',
      ...[
        `Dir::State=${state}`,
        `Dir::State::status=/dev/null`,
        `Dir::Cache=${state}`,
        'APT::Architectures::=amd64',
        'APT::Architectures::=arm64',
        'APT::Sandbox::User=root', // the files are this user’s
      ].flatMap((option) => ['--option', option]),
    ];
    run('apt-get', [...apt, 'update']);
  }
  return apt;
}

/** Made whole or not at all, and once. */
function unpacked(name: string, fill: (folder: string) => void): string {
  const final = path.join(CACHE, name);
  if (!existsSync(final)) {
    mkdirSync(CACHE, { recursive: true });
    const folder = mkdtempSync(path.join(CACHE, 'new-'));
    try {
      fill(folder);
      renameSync(folder, final);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  return final;
}
