import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import type { GrafanaChoice } from '../../tools/workbench/libraries';

/** The workbench with the built plugin, and a browser to use it with. */
export class Workbench {
  readonly #process: ChildProcess;
  readonly #browser: Browser;
  readonly #address: string;
  readonly #out: string;
  /** Errors that the pages reported. */
  readonly problems: string[] = [];

  private constructor(process: ChildProcess, browser: Browser, address: string, out: string) {
    this.#process = process;
    this.#browser = browser;
    this.#address = address;
    this.#out = out;
    mkdirSync(out, { recursive: true });
  }

  /** @param grafana whose libraries are used, and below which the pictures are kept */
  static async start(
    chromiumPath: string,
    grafana: GrafanaChoice,
    environment: NodeJS.ProcessEnv = {},
  ): Promise<Workbench> {
    const child = spawn('tsx', ['tools/workbench/main.ts', '--built'], {
      env: {
        ...process.env,
        PORT: '0',
        GRAFANA: grafana,
        PATH: `${path.resolve('node_modules/.bin')}:${process.env.PATH}`,
        ...environment,
      },
    });
    let output = '';
    const address = await new Promise<string>((resolve, reject) => {
      const read = (text: Buffer) => {
        output += text.toString();
        const found = /http:\/\/127\.0\.0\.1:\d+/.exec(output);
        if (found) {
          resolve(found[0]);
        }
      };
      child.stdout.on('data', read);
      child.stderr.on('data', read);
      child.once('exit', () => reject(new Error(output)));
    });
    const browser = await chromium.launch({
      executablePath: chromiumPath,
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-background-networking',
        '--disable-component-update',
      ],
    });
    return new Workbench(child, browser, address, path.resolve('tests/browser/out', grafana));
  }

  async open(location: string, width = 1300, height = 850): Promise<Page> {
    const page = await this.#browser.newPage({ viewport: { width, height }, reducedMotion: 'reduce' });
    page.on('console', (message) => {
      // A health check that finds something wrong answers 400, which the browser reports too.
      if (message.type() === 'error' && !message.location().url.endsWith('/health')) {
        this.problems.push(`${message.text()} ${message.location().url}`);
      }
    });
    page.on('pageerror', (problem) => this.problems.push(problem.message));
    // A runbook asks seven queries at once, which take the embedded engine some seconds of all cores: on a busy
    // machine many times that.
    page.setDefaultTimeout(120_000);
    await page.goto(this.#address + location);
    return page;
  }

  /** Keeps what the page looks like, for people to look at. */
  async picture(page: Page, name: string): Promise<void> {
    await page.screenshot({ path: path.join(this.#out, `${name}.png`), fullPage: true });
  }

  /** Changes the settings of the one data source. */
  async configure(jsonData: object): Promise<void> {
    await fetch(`${this.#address}/api/datasources/uid/workbench`, {
      method: 'PUT',
      body: JSON.stringify(jsonData),
    });
  }

  /** What is stored of the one data source. */
  async settings(): Promise<unknown> {
    return (await fetch(`${this.#address}/api/datasources/uid/workbench`)).json();
  }

  async stop(): Promise<void> {
    await this.#browser.close();
    const ended = new Promise((resolve) => this.#process.once('exit', resolve));
    this.#process.kill('SIGTERM');
    await ended;
  }
}
