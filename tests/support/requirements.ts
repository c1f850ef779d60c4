/**
 * What a test needs beyond Node. Where it is missing the tests are skipped with a sentence that says how to get it;
 * with CI=true they fail instead, so that nothing is left out unnoticed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { hasGrafana10 } from '../../tools/workbench/libraries';

interface Requirement {
  /** The command to use, or undefined when it is missing. */
  readonly command: string | undefined;
  readonly missing: string;
}

const runs = (command: string, ...args: readonly string[]) =>
  spawnSync(command, args, { stdio: 'ignore' }).status === 0;
const first = (commands: readonly string[], test: (command: string) => boolean) => commands.find(test);

/** Needs no library of the machine: there is no interpreter in it. */
const isStatic = (file: string) => !readFileSync(file).includes('/ld-linux');

export const requirements = {
  kqlEngine: {
    command: first(['.cache/kql/bin/python', 'python3'], (python) => runs(python, '-c', 'import duckdb_kql')),
    missing: 'no Python with duckdb-kql; get it with: npm run setup:kql',
  },
  go: { command: first(['go'], (go) => runs(go, 'version')), missing: 'no Go on the path' },
  chromium: {
    command: first(
      [
        process.env.CHROMIUM ?? '',
        '/usr/bin/chromium',
        '/usr/bin/chromium-browser',
        '/usr/bin/google-chrome',
      ],
      existsSync,
    ),
    missing: 'no Chromium; install it, or name its executable in CHROMIUM',
  },
  tmpfs: {
    command: process.getuid?.() === 0 && runs('mount', '-V') ? 'mount' : undefined,
    missing: 'only root on Linux may mount a small disk',
  },
  emptyRoot: {
    command:
      process.getuid?.() === 0
        ? first(['/bin/busybox', '/usr/bin/busybox'], (file) => existsSync(file) && isStatic(file))
        : undefined,
    missing: 'only root may change the root, and a static BusyBox is needed: apt-get install busybox-static',
  },
  arm64: {
    command:
      process.arch === 'arm64'
        ? 'env'
        : first(['qemu-aarch64-static', 'qemu-aarch64'], (command) => runs(command, '--version')),
    missing: 'no emulator of arm64; get it with: apt-get install qemu-user-static',
  },
  faketime: {
    command: first(
      ['x86_64', 'aarch64'].map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`),
      existsSync,
    ),
    missing: 'no libfaketime to set a clock back; get it with: apt-get install faketime',
  },
  grafana10: {
    command: hasGrafana10() ? '10' : undefined,
    missing: 'no libraries of Grafana 10.1; get them with: npm run setup:grafana-10',
  },
} as const satisfies Record<string, Requirement>;

/** `describe` for tests that need something: the function gets the command. */
export function describeWith(
  name: keyof typeof requirements,
  title: string,
  tests: (command: string) => void,
): void {
  const { command, missing } = requirements[name];
  if (command !== undefined) {
    describe(title, () => tests(command));
  } else if (process.env.CI === 'true') {
    it(title, () => {
      throw new Error(`needed under CI=true: ${missing}`);
    });
  } else {
    describe.skip(`${title} (skipped: ${missing})`, () => {
      it('needs what is missing', () => undefined);
    });
    process.stderr.write(`skipped: ${title}: ${missing}\n`);
  }
}
