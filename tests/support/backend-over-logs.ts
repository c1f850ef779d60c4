/** The built backend as a process over a folder of log files, driven by Grafana's own SDK. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { builtExecutable } from './built-plugin';
import { buildPeer, GrafanaPeer } from './grafana-peer';
import { describeWith } from './requirements';

export interface BackendOverLogs {
  /** Allowed for log files. */
  readonly folder: string;
  readonly peer: GrafanaPeer;
}

/** @param logs records of each file of the folder, by its name */
export function describeBackend(
  title: string,
  logs: Readonly<Record<string, readonly object[]>>,
  tests: (backend: BackendOverLogs) => void,
): void {
  describeWith('go', title, () => {
    const backend = {} as { -readonly [K in keyof BackendOverLogs]: BackendOverLogs[K] };

    beforeAll(() => {
      backend.folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
      for (const [name, records] of Object.entries(logs)) {
        writeLog(backend, name, records);
      }
      backend.peer = new GrafanaPeer(buildPeer(), builtExecutable(), {
        GF_PLUGIN_FILES_FOLDER: backend.folder,
      });
    }, 600_000);

    afterAll(async () => {
      await backend.peer.stop();
      rmSync(backend.folder, { recursive: true });
    });

    tests(backend);
  });
}

export function writeLog({ folder }: BackendOverLogs, name: string, records: readonly object[]): void {
  writeFileSync(path.join(folder, name), records.map((record) => JSON.stringify(record)).join('\n'));
}

/** A data source over one of these files. */
export function files(wanted: string, updated = 1) {
  return { uid: 'files', updated, jsonData: { source: 'files', path: wanted } };
}

export const demo = { uid: 'demo', updated: 1, jsonData: { source: 'demo' } };
