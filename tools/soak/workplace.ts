/** What the soaked backend reads: demo data, files, and a workspace that runs the KQL. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { requirements } from '../../tests/support/requirements';
import type { AskedDataSource } from '../../tests/support/plugin-process';
import { rangeOf, writeMillion } from '../bench/log-data';

/** Seconds for an answer of the workspace: its engine is slow, and shares the machine. */
const PATIENCE = 300;
const ROWS = 20_000;

export interface SoakedSource {
  readonly dataSource: AskedDataSource;
  /** The newest time that it is asked for. */
  readonly end: () => number;
  readonly hours: readonly number[];
}

export interface Workplace {
  readonly sources: readonly SoakedSource[];
  readonly environment: NodeJS.ProcessEnv;
  readonly end: () => void;
}

export async function workplace(say: (text: string) => void): Promise<Workplace> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-soak-'));
  await writeMillion(path.join(folder, 'a.ndjson'), 'ndjson', 0, ROWS);
  await writeMillion(path.join(folder, 'b.parquet'), 'parquet', 1, ROWS);
  const { to } = rangeOf(1);
  const sources: SoakedSource[] = [
    { dataSource: { uid: 'demo', jsonData: { source: 'demo' } }, end: Date.now, hours: [1, 6] },
    {
      dataSource: { uid: 'files', jsonData: { source: 'files', path: '' } },
      end: () => to,
      hours: [6, 24],
    },
  ];
  const azure = await fakeWorkspace(say);
  const added = azure ? [{ dataSource: azure.dataSource, end: Date.now, hours: [1, 6] }] : [];
  return {
    sources: [...sources, ...added],
    environment: { GF_PLUGIN_FILES_FOLDER: folder, ...azure?.environment },
    end: () => {
      azure?.child.kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function fakeWorkspace(say: (text: string) => void) {
  const { command, missing } = requirements.kqlEngine;
  if (command === undefined) {
    if (process.env.CI === 'true') {
      throw new Error(missing);
    }
    say(`Without Log Analytics: ${missing}`);
    return undefined;
  }
  const child: ChildProcess = spawn('tsx', ['tests/support/fake-workspace/main.ts'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const line = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout! }).once('line', resolve);
    child.once('exit', () => reject(new Error('the fake workspace ended')));
  });
  const { jsonData, secureJsonData, environment } = JSON.parse(line) as {
    jsonData: object;
    secureJsonData: Record<string, string>;
    environment: NodeJS.ProcessEnv;
  };
  return {
    child,
    environment,
    dataSource: { uid: 'azure', jsonData: { ...jsonData, timeout: PATIENCE }, secrets: secureJsonData },
  };
}
