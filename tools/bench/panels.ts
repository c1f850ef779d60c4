/** How fast the built panels draw and follow the pointer, in Chromium, and how large they are. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium, type Page } from 'playwright-core';
import type { Benchmark, Finding } from './benchmark';
import { median } from './median';

const FIRST_DRAW_MS = 300;
const FRAME_MS = 16;
const SIZE_KB = 80;
const STATE = '/states/errors?only=forty series of a thousand points';

export const panels: Benchmark = {
  title: 'Panels: 40 series of 1,000 points',
  run: async ({ runs }) => [...sizes(), ...(await times(runs))],
};

function sizes(): Finding[] {
  return ['error-taxonomy', 'timing-attribution', 'backend-connections'].map((name) => {
    const kilobytes = gzipSync(readFileSync(`dist/panels/${name}/module.js`)).length / 1024;
    return {
      what: `${name}, compressed`,
      measured: `${kilobytes.toFixed(1)} KB`,
      target: `at most ${SIZE_KB} KB`,
      isMet: kilobytes <= SIZE_KB,
    };
  });
}

async function times(runs: number): Promise<Finding[]> {
  const { address, stop } = await workbench();
  // Without a limit on frames, the time between two of them is what one takes.
  const args = ['--no-sandbox', '--disable-gpu', '--disable-frame-rate-limit', '--disable-gpu-vsync'];
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args });
  try {
    const page = await browser.newPage({ viewport: { width: 1300, height: 850 } });
    await page.goto(address + STATE);
    await page.getByRole('img', { name: /40 series/ }).waitFor();
    const draws: number[] = [];
    for (let run = 0; run <= runs; run++) {
      draws.push(await firstDraw(page));
    }
    return [
      found('first draw', draws.slice(1), FIRST_DRAW_MS),
      found('frame while the pointer moves', (await frames(page)).slice(5), FRAME_MS),
    ];
  } finally {
    await browser.close();
    stop();
  }
} // prettier-ignore

function found(what: string, ms: readonly number[], most: number): Finding {
  const middle = median(ms);
  return {
    what,
    measured: `${middle.toFixed(1)} ms (median of ${ms.length})`,
    target: `at most ${most} ms`,
    isMet: middle <= most,
  };
}

/** From the click that mounts the panel anew until the frame after it is drawn. */
const firstDraw = (page: Page) =>
  page.evaluate(async () => {
    const button = [...document.querySelectorAll('button')].find(({ textContent }) => textContent === 'Draw again');
    const start = performance.now();
    button?.click();
    do {
      await new Promise(requestAnimationFrame);
    } while (!document.querySelector('svg[role="img"][aria-label*="40 series"]'));
    await new Promise(requestAnimationFrame);
    return performance.now() - start;
  }); // prettier-ignore

const frames = (page: Page) =>
  page.evaluate(async () => {
    const drawing = document.querySelector('svg[role="img"]')!;
    const { left, top, width, height } = drawing.getBoundingClientRect();
    const found: number[] = [];
    await new Promise(requestAnimationFrame);
    for (let i = 0; i < 120; i++) {
      const start = performance.now();
      const at = { clientX: left + 70 + ((width - 80) * i) / 120, clientY: top + height / 2, bubbles: true };
      drawing.dispatchEvent(new PointerEvent('pointermove', at));
      await new Promise(requestAnimationFrame);
      found.push(performance.now() - start);
    }
    return found;
  });

/** The workbench, which shows the built panels with Grafana’s own libraries. */
async function workbench() {
  const child = spawn(path.resolve('node_modules/.bin/tsx'), ['tools/workbench/main.ts', '--built'], {
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: '0',
      PATH: `${path.resolve('node_modules/.bin')}:${process.env.PATH}`,
    },
  });
  let output = '';
  const address = await new Promise<string>((resolve, reject) => {
    const read = (text: Buffer) => {
      output += text.toString();
      const [at] = /http:\/\/127\.0\.0\.1:\d+/.exec(output) ?? [];
      if (at !== undefined) {
        resolve(at);
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(output)));
  });
  return { address, stop: () => child.kill('SIGTERM') };
}
