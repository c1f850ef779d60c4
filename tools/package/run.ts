import { spawnSync } from 'node:child_process';

/** Who has which tool, for those who lack it. */
const debianPackages: Readonly<Record<string, string>> = {
  'apt-get': 'apt',
  'dpkg-deb': 'dpkg',
  'x86_64-linux-gnu-strip': 'binutils-x86-64-linux-gnu',
  'x86_64-linux-gnu-readelf': 'binutils-x86-64-linux-gnu',
  'aarch64-linux-gnu-strip': 'binutils-aarch64-linux-gnu',
  'aarch64-linux-gnu-readelf': 'binutils-aarch64-linux-gnu',
};

/** Runs a program to its end. @returns what it printed */
export function run(command: string, args: readonly string[], cwd = '.'): string {
  const { status, error, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', cwd });
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOENT') {
    const from = debianPackages[command];
    throw new Error(
      `${command} is missing${from === undefined ? '' : `: apt-get install ${from} (Debian 12)`}. ` +
        'Or let Docker do it: docker build --target package --output packages .',
    );
  }
  if (status !== 0) {
    throw new Error(`${[command, ...args].join(' ')}:\n${error?.message ?? stderr}`);
  }
  return stdout;
}
