import type { Page } from 'playwright-core';
import { observedRows } from '../../support/gateway-records';
import type { Workbench } from '../../support/workbench';
import { looks } from './looks';

const settings = {
  source: 'files',
  path: 'rows.ndjson',
  services: [{ service: 'contoso', region: 'West Europe', tier: 'premium', units: 2 }],
  sampling: [{ service: 'contoso', percent: 25, alwaysLogErrors: true }],
  customScenarios: [{ id: 'half-written', title: 'Half written' }],
  disabledScenarios: ['quota-exceeded'],
  overrides: {
    'backend-timeout': {
      owner: 'network',
      remediation: ['Call the network team.', 'Then wait.'],
      links: [{ title: 'Our wiki', url: 'https://wiki.example.com/timeouts' }],
    },
  },
};
const saveAndTest = (page: Page) => page.getByRole('button', { name: 'Save & test' }).click();

export function checkConfiguration(workbench: () => Workbench): void {
  it('points at log files, says what is wrong with them, and shows them', async () => {
    const page = await workbench().open('/configuration');
    await page.locator('label', { hasText: 'Log files' }).click({ force: true });
    const tested = async (wanted: string, answer: string | RegExp) => {
      await page.getByPlaceholder('exports/').fill(wanted);
      await saveAndTest(page);
      await page.getByText(answer).first().waitFor();
    };
    await tested('../', /leaves the folder that is allowed/);
    await workbench().picture(page, 'configuration-error');
    await tested('rows.ndjson', new RegExp(`${observedRows.length} gateway records; files read: 1`));
    expect(await workbench().settings()).toEqual({ source: 'files', path: 'rows.ndjson' });
    await page.locator('label', { hasText: 'Demo' }).click({ force: true });
    await saveAndTest(page);
    await page
      .getByText(/Invented requests of the last seven days/)
      .first()
      .waitFor();
    await page.close();
  });

  it.each(looks)('shows every setting, %s and %d wide', async (theme, width) => {
    await workbench().configure(settings);
    const page = await workbench().open(`/configuration?theme=${theme}`, width);
    await page.getByText('Left out: half-written').waitFor();
    await saveAndTest(page);
    await page
      .getByText(/Custom scenarios left out: half-written/)
      .first()
      .waitFor();
    await page.locator('summary').or(page.locator('details')).last().click();
    await workbench().picture(page, `configuration-${theme}-${width}`);
    expect(await workbench().settings()).toEqual(settings);
    await page.close();
  });

  it('shows a provisioned data source, and lets nothing be changed', async () => {
    await workbench().configure(settings);
    const page = await workbench().open('/configuration?provisioned');
    await page.getByLabel(/^Scenarios of your own/).waitFor();
    expect(await page.getByRole('textbox').and(page.locator(':enabled')).count()).toBe(0);
    expect(await page.getByRole('button', { name: /^(Add|Remove)/ }).count()).toBe(0);
    await workbench().picture(page, 'configuration-provisioned');
    await page.close();
  });
}
