/** The zips that `npm run package` made: what is in them, and that they work where there is nothing but a shell. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { platforms, type Platform } from '../../tools/package/platforms';
import { filesIn } from '../../tools/package/zip';
import { PluginProcess } from '../support/plugin-process';
import { describeWith, requirements } from '../support/requirements';

jest.setTimeout(600_000);

const ID = 'gatewaylens-apim-app';
const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const zipName = ({ arch }: Platform) => `${ID}-${version}.linux_${arch}.zip`;
const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex');
/** The machine in an ELF file’s header. */
const MACHINES = { amd64: 62, arm64: 183 } as const;
const machineOf = (file: string) => {
  const head = readFileSync(file).subarray(0, 20);
  return head.toString('latin1', 0, 4) === '\x7fELF' ? head.readUInt16LE(18) : undefined;
};

let work: string;
beforeAll(() => {
  work = mkdtempSync(path.join(tmpdir(), 'gatewaylens-package-test-'));
  for (const platform of platforms) {
    const zip = path.resolve('packages', zipName(platform));
    if (!existsSync(zip)) {
      throw new Error('there are no packages: npm run package');
    }
    const target = path.join(work, platform.arch);
    mkdirSync(target);
    expect(spawnSync('unzip', ['-q', zip, '-d', target], { encoding: 'utf8' })).toMatchObject({
      status: 0,
      stderr: '',
    });
  }
});
afterAll(() => rmSync(work, { recursive: true }));

const pluginOf = ({ arch }: Platform) => path.join(work, arch, ID);
const backendOf = (platform: Platform) => path.join(pluginOf(platform), 'datasource/backend');

describe.each(platforms)('the package for $arch', (platform) => {
  it('has the checksum that is told', () => {
    const sum = sha256(path.join('packages', zipName(platform)));
    expect(readFileSync('packages/SHA256SUMS', 'utf8')).toContain(`${sum}  ${zipName(platform)}\n`);
  });

  it('holds what the manifests name, dated and numbered', () => {
    const read = (file: string) =>
      JSON.parse(readFileSync(path.join(pluginOf(platform), file), 'utf8')) as Manifest;
    const app = read('plugin.json');
    expect(app.info).toMatchObject({ version, updated: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) });
    const files = app.includes.flatMap(({ type, path: file }) => (type === 'page' ? [] : [file]));
    expect(files.filter((file) => !existsSync(path.join(pluginOf(platform), file)))).toEqual([]);
    const { executable } = read('datasource/plugin.json');
    expect(existsSync(path.join(pluginOf(platform), `datasource/${executable}_linux_${platform.arch}`))).toBe(
      true,
    );
  });

  it('holds code for this machine alone, and nothing of the build', () => {
    const all = filesIn(pluginOf(platform));
    const native = all.filter((file) => machineOf(path.join(pluginOf(platform), file)) !== undefined);
    expect(native.map((file) => [file, machineOf(path.join(pluginOf(platform), file))])).toEqual(
      [
        'duckdb/duckdb.node',
        'duckdb/libduckdb.so',
        'gatewaylens',
        ...[
          'libc.so.6',
          'libdl.so.2',
          'libgcc_s.so.1',
          'libm.so.6',
          'libpthread.so.0',
          'libstdc++.so.6',
          platform.loader,
        ]
          .sort()
          .map((library) => `lib/${library}`),
      ].map((file) => [`datasource/backend/${file}`, MACHINES[platform.arch]]),
    );
    const own = new RegExp(`${process.cwd()}|node_modules/\\.cache`);
    expect(
      all
        .filter((file) => /\.(js|json|txt|md)$/.test(file))
        .filter((file) => own.test(textOf(platform, file))),
    ).toEqual([]);
  });

  it('names the licences of what it holds', () => {
    const text = textOf(platform, 'THIRD-PARTY-LICENSES.txt');
    for (const part of [
      'Node.js 22',
      'DuckDB, as in',
      'The GNU C library',
      'libstdc++ and libgcc',
      '@azure/identity ',
      'apache-arrow ',
      'd3-scale ',
      'zod ',
      'GNU LESSER GENERAL PUBLIC LICENSE',
      'GCC RUNTIME LIBRARY EXCEPTION',
    ]) {
      expect(text).toContain(part);
    }
    expect(textOf(platform, 'LICENSE')).toContain('Apache License');
  });
});

const textOf = (platform: Platform, file: string) =>
  readFileSync(path.join(pluginOf(platform), file), 'utf8');

interface Manifest {
  readonly info: object;
  readonly executable?: string;
  readonly includes: readonly { readonly type: string; readonly path: string }[];
}

describeWith('emptyRoot', 'in a file system with nothing but the package and a shell', (busybox) => {
  const platform = platforms.find(({ nodeArch }) => nodeArch === process.arch)!;
  const COMMANDS = ['sh', 'dirname', 'readlink', 'env'];
  const GRAFANA = '472'; // the user of Grafana’s images
  let root: string;

  beforeAll(() => {
    root = path.join(work, 'root');
    ['bin', 'tmp', 'plugins', 'logs'].forEach((folder) =>
      mkdirSync(path.join(root, folder), { recursive: true }),
    );
    [work, root].forEach((folder) => chmodSync(folder, 0o755));
    chmodSync(path.join(root, 'tmp'), 0o777);
    cpSync(busybox, path.join(root, 'bin/busybox'));
    COMMANDS.forEach((command) => symlinkSync('busybox', path.join(root, 'bin', command)));
    cpSync(pluginOf(platform), path.join(root, 'plugins', ID), { recursive: true });
    writeFileSync(
      path.join(root, 'logs/a.json'),
      '{"Category":"GatewayLogs","TimeGenerated":"2026-11-01T12:00:00Z","ResponseCode":500}\n',
    );
  });

  const inside = (...command: readonly string[]) => [
    'chroot',
    `--userspec=${GRAFANA}:0`,
    root,
    '/bin/env',
    '-i',
    'PATH=/bin',
    ...command,
  ];

  it('has no C library of its own', () => {
    expect(filesIn(root).filter((file) => !file.startsWith('plugins/'))).toEqual(
      [...COMMANDS, 'busybox']
        .sort()
        .map((command) => `bin/${command}`)
        .concat('logs/a.json'),
    );
  });

  it('is the command line, also by a link', () => {
    symlinkSync(`/plugins/${ID}/bin/gatewaylens`, path.join(root, 'bin/gatewaylens'));
    const [command, ...args] = inside('gatewaylens', 'summary', '/logs/a.json');
    const { status, stdout, stderr } = spawnSync(command!, args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain('1: 1 failed');
    rmSync(path.join(root, 'bin/gatewaylens'));
  });

  it('is the backend, as Grafana’s user, over demo data and files', async () => {
    const launcher = `/plugins/${ID}/datasource/gpx_gatewaylens_linux_${platform.arch}`;
    const settings = [
      'grafana_plugin_type=datasource',
      'GF_PLUGIN_FILES_FOLDER=/logs',
      'PLUGIN_UNIX_SOCKET_DIR=/tmp',
    ];
    const plugin = await PluginProcess.start(inside(...settings, launcher), {}, root);
    try {
      const range = { from: Date.UTC(2026, 10, 1), to: Date.UTC(2026, 10, 2) };
      const files = { uid: 'files', jsonData: { source: 'files', path: '' } };
      const now = Date.now();
      const answers = [
        ...(await plugin.query(files, [{ ...range, json: { kind: 'failures' } }]))!,
        ...(await plugin.query({ uid: 'demo', jsonData: { source: 'demo' } }, [
          { from: now - 3_600_000, to: now, json: { kind: 'taxonomy' } },
        ]))!,
      ];
      expect(answers.map(({ error, frames }) => [error, frames.length])).toEqual([
        ['', 1],
        ['', 1],
      ]);
      // Azure’s libraries are in it, too: without the workspace’s address they get as far as asking.
      const azure = {
        uid: 'azure',
        jsonData: {
          source: 'log-analytics',
          azureAuthType: 'clientsecret',
          tenantId: 'a',
          clientId: 'b',
          workspaces: ['0b1c2d3e-1111-4222-8333-444455556666'],
        },
        secrets: { clientSecret: 'c' },
      };
      const [answer] = (await plugin.query(azure, [
        { from: now - 3_600_000, to: now, json: { kind: 'taxonomy' } },
      ]))!;
      expect(answer!.error).not.toMatch(/module|require|^$/i);
      expect(answer!.error).toMatch(/Azure|login|name|reach/i);
    } finally {
      await plugin.stop();
    }
  });
});

describeWith('arm64', 'the package for arm64, emulated', (emulator) => {
  it('sums up a log, with DuckDB', () => {
    const arm64 = platforms.find(({ arch }) => arch === 'arm64')!;
    const backend = backendOf(arm64);
    const launcher = textOf(arm64, 'bin/gatewaylens');
    // The last line of the launcher, with the emulator before what it starts.
    const start = /^exec (.+)$/m.exec(launcher)![1]!;
    const script = `backend=${backend}; exec ${emulator} ${start}`;
    const args = ['-c', script, 'gatewaylens', 'summary', '--from', 'now-10m'];
    const { status, stdout, stderr } = spawnSync('sh', args, { encoding: 'utf8' });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^Requests {2}[\d,]+: [\d,]+ failed/m);
    expect(requirements.arm64.command).toBe(emulator);
  });
});
