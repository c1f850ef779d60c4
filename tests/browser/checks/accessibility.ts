import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { AxeResults, CheckResult } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What is not of this plugin: the workbench’s own frame, and how Grafana 10 names its loading bar and its switches. */
const OTHERS = [
  '[data-workbench]',
  '[aria-label="Panel loading bar"]',
  'input[type="checkbox"] + label[aria-label]',
];
/** The blue of Grafana 10’s dark primary buttons that are pointed at: what contrasts with it is its theme’s. */
const POINTED_AT = '#5a86de';
const isThemes = ({ id, data }: CheckResult) =>
  id === 'color-contrast' && (data as { bgColor?: unknown }).bgColor === POINTED_AT;

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
  return found.flatMap(({ id, nodes }) =>
    nodes
      .filter(({ any }) => !any.some(isThemes))
      .map(({ html, any }) => `${id}: ${html.slice(0, 200)} ${any.map(({ message }) => message).join('; ')}`),
  );
}
