/** The built backend as a process over a folder of log files, driven by Grafana's own SDK: by today's and by an old one. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtExecutable } from './built-plugin';
import { buildPeer, GrafanaPeer, sdks, type Sdk } from './grafana-peer';
import { describeWith } from './requirements';

export interface BackendOverLogs {
  /** Allowed for log files. */
  readonly folder: string;
  readonly peer: GrafanaPeer;
  readonly sdk: Sdk;
}

type Tests = (backend: BackendOverLogs) => void;
/** Records of each file of the folder, by its name. */
type Logs = Readonly<Record<string, readonly object[]>>;

export function describeBackend(title: string, logs: Logs, tests: Tests): void {
  describeWith('go', title, () => {
    describe.each(Object.keys(sdks) as Sdk[])('(%s)', (sdk) => withBackend(sdk, logs, tests));
  });
}

function withBackend(sdk: Sdk, logs: Logs, tests: Tests): void {
  const backend = { sdk } as { -readonly [K in keyof BackendOverLogs]: BackendOverLogs[K] };

  beforeAll(() => {
    backend.folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
    for (const [name, records] of Object.entries(logs)) {
      writeLog(backend, name, records);
    }
    backend.peer = new GrafanaPeer(buildPeer(sdk), builtExecutable(), {
      GF_PLUGIN_FILES_FOLDER: backend.folder,
    });
  }, 600_000);

  afterAll(async () => {
    await backend.peer.stop();
    rmSync(backend.folder, { recursive: true });
  });

  tests(backend);
}

export function writeLog({ folder }: BackendOverLogs, name: string, records: readonly object[]): void {
  writeFileSync(path.join(folder, name), records.map((record) => JSON.stringify(record)).join('\n'));
}

/** A data source over one of these files. */
export function files(wanted: string, updated = 1) {
  return { uid: 'files', updated, jsonData: { source: 'files', path: wanted } };
}

export const demo = { uid: 'demo', updated: 1, jsonData: { source: 'demo' } };
