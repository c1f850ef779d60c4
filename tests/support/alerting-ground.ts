/** What docs/provisioning.md shows, alert rules on data sources of files and of Azure, and who is told of alerts. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { selfMade } from './fake-workspace';
import type { Grafana, Surroundings } from './grafana';
import { GrowingLog } from './growing-log';
import { Webhook, type Notified } from './webhook';
import { yamlBlocks } from './yaml-blocks';

export const SECRET = 'hunter2-of-the-test';
export const WORKSPACE = '0b1c2d3e-1111-4222-8333-444455556666';
/** Short, so that a test sees rules fire and fall silent. */
const TIMES = '--interval 10s --lookback 1m --timeout 5s --delay 5s --silence 20s'.split(' ');

export interface Rule {
  readonly name: string;
  readonly state: string;
  readonly health: string;
  readonly lastError?: string;
  readonly alerts?: readonly { readonly state: string; readonly labels: Readonly<Record<string, string>> }[];
}

/** A folder that Grafana is provisioned from, a log that grows, and a webhook that is notified. */
export class AlertingGround {
  readonly #folder: string;
  readonly #webhook: Webhook;
  readonly log: GrowingLog;

  private constructor(folder: string, webhook: Webhook) {
    this.#folder = folder;
    this.#webhook = webhook;
    this.log = new GrowingLog(path.join(folder, 'logs/exports/log.json'));
    this.log.start();
  }

  static async make(): Promise<AlertingGround> {
    const folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-alerts-'));
    mkdirSync(path.join(folder, 'logs/exports'), { recursive: true });
    cpSync('src/dashboards', path.join(folder, 'dashboards'), { recursive: true });
    for (const { file, text } of yamlBlocks('docs/provisioning.md')) {
      write(path.join(folder, file), text);
    }
    const rules = path.join(folder, 'provisioning/alerting');
    write(
      path.join(rules, 'files.yaml'),
      exported('--datasource', 'apim-files', ...TIMES, '--label', 'from={{ $labels.owner }}'),
    );
    write(
      path.join(rules, 'private.yaml'),
      exported('--datasource', 'apim-private', '--name', 'private', ...TIMES),
    );
    const own = yamlBlocks('docs/own-scenarios.md').filter(({ file }) => file === 'scenarios.yaml');
    write(path.join(folder, 'logs/scenarios.yaml'), own.map(({ text }) => text).join('\n'));
    return new AlertingGround(folder, await Webhook.start());
  }

  async surroundings(): Promise<Surroundings> {
    return {
      provisioning: path.join(this.#folder, 'provisioning'),
      environment: {
        GATEWAYLENS_DASHBOARDS: path.join(this.#folder, 'dashboards'),
        GATEWAYLENS_FILES_FOLDER: path.join(this.#folder, 'logs'),
        // Nothing listens there.
        GATEWAYLENS_ALLOWED_ENDPOINTS:
          'https://logs.private.example https://login.private.example http://proxy.example:3128',
        GATEWAYLENS_WORKSPACE: WORKSPACE,
        AZURE_TENANT_ID: '00000000-1111-0000-0000-000000000000',
        AZURE_CLIENT_ID: '00000000-2222-0000-0000-000000000000',
        AZURE_CLIENT_SECRET: SECRET,
        AZURE_CHINA_CLIENT_SECRET: SECRET,
        PRIVATE_CA: (await selfMade()).cert,
        ON_CALL_WEBHOOK: this.webhookUrl,
        NO_PROXY: '127.0.0.1',
      },
    };
  }

  get webhookUrl(): string {
    return this.#webhook.url;
  }

  notified(is: (alert: Notified) => boolean): Notified | undefined {
    return this.#webhook.alerts.find(is);
  }

  async stop(): Promise<void> {
    this.log.stop();
    await this.#webhook.stop();
    rmSync(this.#folder, { recursive: true });
  }
}

export async function rulesOf(grafana: Grafana): Promise<readonly Rule[]> {
  const { data } = await grafana.api<{ data: { groups: readonly { rules: readonly Rule[] }[] } }>(
    '/api/prometheus/grafana/api/v1/rules',
  );
  return data.groups.flatMap((group) => group.rules);
}

/** What `look` finds, within three minutes. */
export async function untilSeen<T>(
  grafana: Grafana,
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  for (let i = 0; i < 120; i++) {
    const found = await look();
    if (found !== undefined) {
      return found;
    }
    await sleep(1500);
  }
  throw new Error(`never seen: ${what}; rules: ${JSON.stringify(await rulesOf(grafana)).slice(0, 4000)}`);
}

function exported(...args: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(process.execPath, ['node_modules/.bin/tsx', 'src/cli/main.ts', 'export', 'alert-rules', ...args], { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(stderr);
  }
  return stdout;
} // prettier-ignore

function write(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
