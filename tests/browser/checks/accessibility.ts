import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong with what this plugin draws, one line each; the workbench’s own frame is not looked at. */
export async function violations(page: Page, within = '#root'): Promise<string[]> {
  await page.evaluate(source);
  const { violations: found } = await page.evaluate(async (root): Promise<AxeResults> => {
    const { axe } = window as unknown as { axe: { run: (context: object, options: object) => Promise<AxeResults> } };
    return axe.run(
      { include: [[root]], exclude: [['[data-workbench]']] },
      { resultTypes: ['violations'], rules: { region: { enabled: false } } },
    );
  }, within); // prettier-ignore
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 200)}`));
}
