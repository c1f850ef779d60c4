import type { Workbench } from '../../support/workbench';
import { looks } from './looks';

export function checkApp(workbench: () => Workbench): void {
  it('finds a scenario in the catalogue and opens its runbook', async () => {
    const page = await workbench().open('/a/gatewaylens-apim-app');
    await page.getByLabel('Search scenarios').fill('certificate');
    await workbench().picture(page, 'catalogue');
    await page.getByRole('link', { name: 'Untrusted backend certificate' }).click();
    await page.getByRole('heading', { name: 'Likely causes' }).waitFor();
    await page.close();
  });

  it.each(looks)('shows a runbook, %s and %d wide', async (theme, width) => {
    const page = await workbench().open(
      `/a/gatewaylens-apim-app/runbook/backend-tls-trust?theme=${theme}`,
      width,
    );
    await page.getByRole('heading', { name: 'Likely causes' }).waitFor();
    await workbench().picture(page, `runbook-${theme}-${width}`);
    await page.close();
  });

  it('says of a page that is not there that it is not', async () => {
    const page = await workbench().open('/d/elsewhere');
    await page.getByText('Page not found: /d/elsewhere').waitFor();
    await page.close();
  });
}
