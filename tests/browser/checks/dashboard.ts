import type { Workbench } from '../../support/workbench';
import { looks } from './looks';

export function checkDashboard(workbench: () => Workbench): void {
  it.each(looks)('draws the dashboard, %s and %d wide', async (theme, width) => {
    const page = await workbench().open(`/dashboard?theme=${theme}`, width);
    await page.getByRole('img', { name: /Failed requests over time/ }).waitFor();
    const legend = page.getByText('Untrusted backend certificate', { exact: true });
    await legend.first().waitFor();
    await workbench().picture(page, `dashboard-${theme}-${width}`);
    await page.close();
  });

  it('keeps range and theme over a reload, and shows that it is loading', async () => {
    const page = await workbench().open('/dashboard');
    const drawn = page.getByRole('img', { name: /Failed requests over time/ });
    await drawn.waitFor();
    const isLoading = page.getByLabel('Panel loading bar').first();
    await isLoading.waitFor({ state: 'hidden' });
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/ds/query*', async (route) => {
      await held;
      await route.continue();
    });
    await page.locator('label', { hasText: '24 h' }).click({ force: true });
    await isLoading.waitFor();
    answer();
    await isLoading.waitFor({ state: 'hidden' });
    await page.locator('label', { hasText: 'Light' }).click({ force: true });
    await page.reload();
    await drawn.waitFor();
    expect(await page.getByRole('radio', { name: '24 h' }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);
    await page.close();
  });

  it('opens the card of a mark by keyboard, leads to the remedy and gives the focus back', async () => {
    const page = await workbench().open('/dashboard?hours=6');
    const mark = page.getByRole('button', { name: /^Untrusted backend certificate, .* requests$/ }).first();
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.getByText('does not trust its certificate').waitFor();
    await workbench().picture(page, 'card');
    const runbook = page.getByRole('link', { name: 'Open runbook' });
    expect(await runbook.getAttribute('href')).toMatch(
      /^\/a\/gatewaylens-apim-app\/runbook\/backend-tls-trust\?ds=workbench&from=\d+&to=\d+$/,
    );
    const vendor = page.getByRole('link', { name: /Microsoft: custom CA certificates/ });
    expect(await vendor.getAttribute('href')).toBe(
      'https://learn.microsoft.com/azure/api-management/api-management-howto-ca-certificates',
    );
    await page.keyboard.press('Escape');
    await runbook.waitFor({ state: 'hidden' });
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });

  it('isolates a series in the legend, and shows all again', async () => {
    const page = await workbench().open('/dashboard?hours=6');
    const drawing = (series: number) =>
      page.getByRole('img', { name: `Failed requests over time in ${series} series` });
    const all = await page
      .getByRole('img', { name: /Failed requests over time in/ })
      .getAttribute('aria-label');
    await page.getByRole('button', { name: 'Show only Untrusted backend certificate' }).click();
    await drawing(1).waitFor();
    await page.getByRole('button', { name: 'Show only Untrusted backend certificate' }).click();
    await drawing(Number(/\d+/.exec(all!))).waitFor();
    await page.close();
  });
}
