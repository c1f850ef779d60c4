import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What is not of this plugin: the workbench’s own frame, and the bar that Grafana 10’s panel frame shows while it loads. */
const OTHERS = ['[data-workbench]', '[aria-label="Panel loading bar"]'];

/** What axe finds wrong with what this plugin draws, one line each. */
export async function violations(page: Page, within = '#root'): Promise<string[]> {
  await page.evaluate(source);
  const { violations: found } = await page.evaluate(async ({ root, others }): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } };
    return axe.run(
      { include: [[root]], exclude: others.map((one) => [one]) },
      { resultTypes: ['violations'], rules: { region: { enabled: false } } },
    );
  }, { root: within, others: OTHERS }); // prettier-ignore
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
