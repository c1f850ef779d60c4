import { spawn, type ChildProcess } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const OUT = path.resolve('tests/grafana/out');
/** The folder of the plugin: what was built, or what a package was unpacked to. */
const PLUGIN = process.env.GATEWAYLENS_PLUGIN ?? 'dist';

export interface Surroundings {
  /** The folder that Grafana is provisioned from. */
  readonly provisioning?: string;
  readonly environment?: Readonly<Record<string, string>>;
  /** A Grafana that has no plugin of ours. */
  readonly isWithoutPlugin?: boolean;
}

/** A real Grafana with the built plugin: one that is started here, or one that runs already. */
export class Grafana {
  readonly #address: string;
  readonly #credentials = `${process.env.GRAFANA_USER ?? 'admin'}:${process.env.GRAFANA_PASSWORD ?? 'admin'}`;
  readonly #process: ChildProcess | undefined;
  readonly #folder: string | undefined;
  #browser: Browser | undefined;
  #context: BrowserContext | undefined;
  #visitors: BrowserContext | undefined;

  private constructor(address: string, process?: ChildProcess, folder?: string) {
    this.#address = address;
    this.#process = process;
    this.#folder = folder;
    mkdirSync(OUT, { recursive: true });
  }

  /** @param address of a Grafana in which the plugin is installed */
  static async at(address: string): Promise<Grafana> {
    const grafana = new Grafana(address.replace(/\/$/, ''));
    if (!(await grafana.#isUp())) {
      throw new Error('GRAFANA_URL names no Grafana that answers: /api/health below it fails.');
    }
    return grafana;
  }

  /** Starts an unpacked Grafana with nothing but our plugin and what provisioning/, or another such folder, says. */
  static async start(
    home: string,
    subPath = '',
    { provisioning = 'provisioning', environment = {}, isWithoutPlugin = false }: Surroundings = {},
  ): Promise<Grafana> {
    const folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-grafana-'));
    if (!isWithoutPlugin) {
      cpSync(PLUGIN, path.join(folder, 'plugins/gatewaylens-apim-app'), { recursive: true });
    }
    const port = await freePort();
    const child = spawn(path.join(home, 'bin/grafana'), ['server', '--homepath', home], {
      stdio: 'ignore',
      env: {
        ...process.env,
        GF_SERVER_HTTP_ADDR: '127.0.0.1',
        GF_SERVER_HTTP_PORT: String(port),
        GF_SERVER_ROOT_URL: `http://127.0.0.1:${port}${subPath}/`,
        GF_SERVER_SERVE_FROM_SUB_PATH: String(subPath !== ''),
        GF_PATHS_DATA: folder,
        GF_PATHS_LOGS: folder,
        GF_PATHS_PLUGINS: path.join(folder, 'plugins'),
        GF_PATHS_PROVISIONING: path.resolve(provisioning),
        GF_LOG_MODE: 'file',
        // SQLite refuses who comes while another writes, as the provisioning of alert rules does after the start.
        GF_DATABASE_WAL: 'true',
        GF_DATABASE_QUERY_RETRIES: '10',
        GF_DATABASE_TRANSACTION_RETRIES: '20',
        GF_AUTH_ANONYMOUS_ENABLED: 'true',
        GF_FEATURE_TOGGLES_ENABLE: 'publicDashboards', // later versions have them without
        GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: pluginIds().join(),
        GF_ANALYTICS_REPORTING_ENABLED: 'false',
        GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
        GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
        GF_NEWS_NEWS_FEED_ENABLED: 'false',
        ...environment,
      },
    });
    const grafana = new Grafana(`http://127.0.0.1:${port}${subPath}`, child, folder);
    for (let i = 0; !(await grafana.#isUp()); i++) {
      if (i > 240 || child.exitCode !== null) {
        throw new Error(
          `Grafana did not start:\n${readFileSync(path.join(folder, 'grafana.log'), 'utf8').slice(-3000)}`,
        );
      }
      await sleep(500);
    }
    return grafana;
  }

  get address(): string {
    return this.#address;
  }

  /** Below which all of its pages are: “/grafana”, or nothing. */
  get subPath(): string {
    return new URL(this.#address).pathname.replace(/\/$/, '');
  }

  /** @param orgId the organisation that is asked, the user's current one if 0 */
  api<T>(location: string, body?: unknown, orgId = 0): Promise<T> {
    return this.#ask<T>(location, body, {
      ...(orgId > 0 ? { 'x-grafana-org-id': String(orgId) } : {}),
      authorization: `Basic ${Buffer.from(this.#credentials).toString('base64')}`,
    });
  }

  /** As somebody who is not signed in. */
  visitorsApi<T>(location: string, body: unknown): Promise<T> {
    return this.#ask<T>(location, body, {});
  }

  async #ask<T>(location: string, body: unknown, headers: Readonly<Record<string, string>>): Promise<T> {
    const answer = await fetch(this.#address + location, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(
        `${answer.status} ${location}: ${text.slice(0, 500)}${answer.status < 500 ? '' : this.#errors()}`,
      );
    }
    return JSON.parse(text) as T;
  }

  /** What one that was started here has logged of its last faults: its answers name none. */
  #errors(): string {
    return this.#folder === undefined
      ? ''
      : readFileSync(path.join(this.#folder, 'grafana.log'), 'utf8')
          .split('\n')
          .filter((line) => /level=(error|warn)/.test(line))
          .slice(-8)
          .join('\n');
  }

  /** A page of the signed-in user. */
  async open(location: string): Promise<Page> {
    this.#context ??= await this.#signIn();
    return this.#openIn(this.#context, location);
  }

  /** A page of somebody who is not signed in. */
  async openAsVisitor(location: string): Promise<Page> {
    this.#visitors ??= await this.#newContext();
    return this.#openIn(this.#visitors, location);
  }

  async #openIn(context: BrowserContext, location: string): Promise<Page> {
    const page = await context.newPage();
    page.setDefaultTimeout(100_000);
    await page.goto(this.#address + location);
    return page;
  }

  async picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: path.join(OUT, `${name}.png`) });
  }

  async stop(): Promise<void> {
    await this.#browser?.close();
    if (this.#process && this.#folder) {
      const ended = new Promise((resolve) => this.#process?.once('exit', resolve));
      this.#process.kill('SIGTERM');
      await ended;
      rmSync(this.#folder, { recursive: true });
    }
  }

  async #isUp(): Promise<boolean> {
    return fetch(`${this.#address}/api/health`).then(
      ({ ok }) => ok,
      () => false,
    );
  }

  async #signIn(): Promise<BrowserContext> {
    const context = await this.#newContext();
    const [user, password] = this.#credentials.split(':');
    await context.request.post(`${this.#address}/login`, { data: { user, password } });
    return context;
  }

  async #newContext(): Promise<BrowserContext> {
    this.#browser ??= await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
    return this.#browser.newContext({ viewport: { width: 1500, height: 950 }, timezoneId: 'UTC' });
  }
}

/** The app and what its manifest includes: Grafana allows unsigned plugins by id, each by its own. */
function pluginIds(): string[] {
  const read = (file: string) =>
    JSON.parse(readFileSync(path.join(PLUGIN, file), 'utf8')) as {
      id: string;
      includes?: { type: string; path: string }[];
    };
  const { id, includes = [] } = read('plugin.json');
  const nested = includes.filter(({ type }) => type === 'datasource' || type === 'panel');
  return [id, ...nested.map(({ path: manifest }) => read(manifest).id)];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
