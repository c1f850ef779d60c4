import { recordOf, observedRows } from '../../support/gateway-records';
import type { Workbench } from '../../support/workbench';
import { violations } from './accessibility';
import { looks } from './looks';

const APP = '/a/gatewaylens-apim-app';

/** The pages of the app that ask the data source. */
export function checkAppPages(workbench: () => Workbench): void {
  it.each(looks)('tells on a runbook what fails now, %s and %d wide', async (theme, width) => {
    const page = await workbench().open(`${APP}/runbook/backend-tls-trust?theme=${theme}`, width);
    await page.getByRole('heading', { name: 'Where it concentrates' }).waitFor();
    await page.getByRole('button', { name: 'Show hand-over' }).click();
    expect(await page.getByLabel('Hand-over').innerText()).toMatch(/payments\.contoso\.net \(\d+%\)/);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await workbench().picture(page, `runbook-live-${theme}-${width}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it.each(looks)('explains a pasted row, %s and %d wide', async (theme, width) => {
    const page = await workbench().open(`${APP}/explain?theme=${theme}`, width);
    const { row } = observedRows.find(({ row: { LastErrorReason } }) => LastErrorReason === 'Timeout')!;
    await page.getByLabel('Or a row of the log').fill(JSON.stringify(recordOf(row, 'resource')));
    await page.getByRole('button', { name: 'Explain', exact: true }).click();
    await page.getByRole('region', { name: 'Explanation' }).waitFor();
    await workbench().picture(page, `explain-${theme}-${width}`);
    expect(await violations(page)).toEqual([]);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    await page.getByRole('link', { name: 'Open runbook' }).click();
    await page.getByRole('heading', { name: 'Check first' }).waitFor();
    await page.close();
  });

  it.each(looks)('lists all scenarios with how often they occur, %s and %d wide', async (theme, width) => {
    const page = await workbench().open(`${APP}/catalogue?theme=${theme}`, width);
    await page
      .getByText(/^[\d,]+ failed$/)
      .first()
      .waitFor();
    await workbench().picture(page, `catalogue-${theme}-${width}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('leaves room between the filters of the catalogue and an error', async () => {
    await workbench().configure({ source: 'files', path: 'nowhere' });
    const page = await workbench().open(`${APP}/catalogue`);
    const error = page.getByRole('alert').filter({ hasText: 'could not be asked' });
    await error.waitFor();
    const [filters, below] = await Promise.all(
      [page.getByRole('search'), error].map((one) => one.boundingBox()),
    );
    expect(below!.y - (filters!.y + filters!.height)).toBeGreaterThanOrEqual(8);
    await page.close();
  });

  it('shows in the catalogue what occurs, chosen by the keyboard', async () => {
    const page = await workbench().open(`${APP}/catalogue`);
    await page
      .getByText(/^[\d,]+ failed$/)
      .first()
      .waitFor();
    await page.getByLabel('Search scenarios').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.type('Backend conn');
    await page.keyboard.press('Enter');
    await page.waitForURL(/family=backend-connection/);
    await page.locator('#gatewaylens-occurring').press('Space');
    await page.waitForURL(/occurring=1/);
    await workbench().picture(page, 'catalogue-occurring');
    await page.getByRole('link', { name: 'Untrusted backend certificate' }).waitFor();
    await page.close();
  });

  it('has policies to copy, and takes a filter away by the keyboard', async () => {
    const page = await workbench().open(`${APP}/runbook/policy-expression-failure?var-service=contoso-west`);
    await page.getByRole('heading', { name: 'As policies' }).waitFor();
    expect(await page.getByRole('button', { name: /^Copy policy: / }).count()).toBe(3);
    await page.getByRole('button', { name: 'Remove filter Service: contoso-west' }).press('Enter');
    await page.waitForURL((url) => !url.search.includes('var-service'));
    await workbench().picture(page, 'runbook-policies');
    await page.close();
  });

  it.each([
    `runbook/${encodeURIComponent('"><img src=x onerror=alert(1)>')}?ds=javascript:alert(1)`,
    `runbook/backend-tls-trust?from=-1e99&to=<script>&timezone=../..&var-service=${'x'.repeat(400)}`,
    `catalogue?search=${encodeURIComponent('<img src=x onerror=alert(1)>')}&family=__proto__&owner=constructor`,
    `explain?correlationId=${encodeURIComponent('<script>alert(1)</script>')}&from=9&to=1`,
  ])('takes whatever the address says for text: %s', async (address) => {
    const page = await workbench().open(`${APP}/${address}`);
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => dialogs.push(dialog.message()));
    await page.getByRole('group', { name: 'Data source and time range' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    expect(dialogs).toEqual([]);
    await page.close();
    // Of what cannot be found or read, the resources say so, and browsers report that.
    const expected = workbench()
      .problems.splice(0)
      .filter((text) => !/status of 4\d\d/.test(text));
    expect(expected).toEqual([]);
  });

  it('chooses another range, which the address keeps', async () => {
    const page = await workbench().open(`${APP}/runbook/backend-tls-trust`);
    await page.getByRole('button', { name: /Time range selected/ }).click();
    await page.getByText('Last 1 hour').click();
    await page.waitForURL(/from=now-1h&to=now/);
    await page.getByRole('region', { name: 'In the chosen range' }).waitFor();
    await page.close();
  });

  it('lists the data sources with their health', async () => {
    const page = await workbench().open(`${APP}/data-sources`);
    await page.getByText('Works', { exact: true }).waitFor();
    await workbench().picture(page, 'data-sources');
    expect(await violations(page)).toEqual([]);
    await page.close();
  });
}
