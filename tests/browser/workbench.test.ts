/** The built plugin in Chromium, with Grafana's libraries and the real backend. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { observedRows, recordOf } from '../support/gateway-records';
import { describeWith } from '../support/requirements';
import { Workbench } from '../support/workbench';

jest.setTimeout(60_000);

describeWith('chromium', 'the built plugin in a browser', (chromium) => {
  let folder: string;
  let workbench: Workbench;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'gatewaylens-test-'));
    writeFileSync(
      path.join(folder, 'rows.ndjson'),
      observedRows.map(({ row }) => JSON.stringify(recordOf(row, 'resource'))).join('\n'),
    );
    workbench = await Workbench.start(chromium, { GATEWAYLENS_FILES_FOLDER: folder });
  }, 120_000);

  afterAll(async () => {
    await workbench?.stop();
    rmSync(folder, { recursive: true });
  });

  afterEach(() => expect(workbench.problems.splice(0)).toEqual([]));

  it.each([
    ['dark', 1300],
    ['light', 1300],
    ['dark', 620],
  ])('draws the dashboard, %s and %d wide', async (theme, width) => {
    const page = await workbench.open(`/dashboard?theme=${theme}`, width);
    await page.getByRole('img', { name: /Failed requests over time/ }).waitFor();
    const legend = page.getByText('Untrusted backend certificate', { exact: true });
    await legend.first().waitFor();
    await workbench.picture(page, `dashboard-${theme}-${width}`);
    await page.close();
  });

  it('keeps range and theme over a reload, and shows that it is loading', async () => {
    const page = await workbench.open('/dashboard');
    const drawn = page.getByRole('img', { name: /Failed requests over time/ });
    await drawn.waitFor();
    const isLoading = page.getByRole('status', { name: 'Panel loading bar' }).first();
    await isLoading.waitFor({ state: 'hidden' });
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    await page.route('**/api/ds/query*', async (route) => {
      await held;
      await route.continue();
    });
    await page.getByRole('radio', { name: '24 h' }).click();
    await isLoading.waitFor();
    answer();
    await isLoading.waitFor({ state: 'hidden' });
    await page.getByRole('radio', { name: 'Light' }).click();
    await page.reload();
    await drawn.waitFor();
    expect(await page.getByRole('radio', { name: '24 h' }).isChecked()).toBe(true);
    expect(await page.getByRole('radio', { name: 'Light' }).isChecked()).toBe(true);
    await page.close();
  });

  it('says of a page that is not there that it is not', async () => {
    const page = await workbench.open('/d/elsewhere');
    await page.getByText('Page not found: /d/elsewhere').waitFor();
    await page.close();
  });

  it('opens the card of a mark by keyboard, leads to the remedy and gives the focus back', async () => {
    const page = await workbench.open('/dashboard?hours=6');
    const mark = page.getByRole('button', { name: /^Untrusted backend certificate, .* requests$/ }).first();
    await mark.focus();
    await page.keyboard.press('Enter');
    await page.getByText('does not trust its certificate').waitFor();
    await workbench.picture(page, 'card');
    const runbook = page.getByRole('link', { name: 'Open runbook' });
    expect(await runbook.getAttribute('href')).toMatch(
      /^\/a\/gatewaylens-apim-app\/runbook\/backend-tls-trust\?from=\d+&to=\d+$/,
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
    const page = await workbench.open('/dashboard?hours=6');
    const drawing = (series: number) =>
      page.getByRole('img', { name: `Failed requests over time in ${series} series` });
    const all = await page
      .getByRole('img', { name: /Failed requests over time in/ })
      .getAttribute('aria-label');
    await page.getByRole('button', { name: 'Untrusted backend certificate', exact: true }).click();
    await drawing(1).waitFor();
    await page.getByRole('button', { name: 'Untrusted backend certificate', exact: true }).click();
    await drawing(Number(/\d+/.exec(all!))).waitFor();
    await page.close();
  });

  it('changes the query in the editor and shows it as KQL', async () => {
    const page = await workbench.open('/editor');
    const choose = async (name: string, option: string) => {
      await page.locator(`#gatewaylens-A-${name}`).fill(option);
      await page.keyboard.press('Enter');
    };
    await choose('by', 'family');
    await choose('as', 'rate');
    await choose('split', 'Backend host');
    await choose('step', '5m');
    await choose('scenarios', 'Timed out at the backend');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.locator('#gatewaylens-A-filter-0-values').fill('orders');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await page.getByText('Query as it is stored').click();
    expect(JSON.parse((await page.getByLabel('Stored query').textContent())!)).toMatchObject({
      kind: 'scenario-series',
      by: 'family',
      as: 'rate',
      splitBy: 'backendHost',
      step: '5m',
      scenarios: ['backend-timeout'],
      where: [{ dimension: 'api', op: 'in', values: ['orders'] }],
    });
    await page.getByRole('button', { name: 'KQL' }).click();
    await page.getByText('| where ApiId in ("orders")').waitFor();
    // At some hours nothing of this kind failed, which the result says.
    const drawn = page.getByRole('img', { name: /^Failed requests over time/ });
    await drawn
      .or(page.getByText(/None of the selected scenarios/))
      .first()
      .waitFor();
    await workbench.picture(page, 'editor');
    await page.close();
  });

  it('configures log files, says what is wrong with them, and shows them', async () => {
    const page = await workbench.open('/configuration');
    await page.getByRole('radio', { name: 'Log files' }).click();
    const tested = async (wanted: string, answer: string | RegExp) => {
      await page.getByPlaceholder('exports/').fill(wanted);
      await page.getByRole('button', { name: 'Save & test' }).click();
      await page.getByText(answer).waitFor();
    };
    await tested('../', /leaves the folder that is allowed/);
    await workbench.picture(page, 'configuration-error');
    await tested('rows.ndjson', new RegExp(`${observedRows.length} gateway records; files read: 1`));
    await workbench.picture(page, 'configuration');
    await page.getByRole('radio', { name: 'Demo' }).click();
    await page.getByRole('button', { name: 'Save & test' }).click();
    await page.getByText(/Invented requests of the last seven days/).waitFor();
    await page.close();
  });

  it('finds a scenario in the catalogue and opens its runbook', async () => {
    const page = await workbench.open('/a/gatewaylens-apim-app');
    await page.getByLabel('Search scenarios').fill('certificate');
    await page.getByRole('link', { name: 'Untrusted backend certificate' }).click();
    await page.getByRole('heading', { name: 'Likely causes' }).waitFor();
    await workbench.picture(page, 'runbook');
    await page.close();
  });
});
