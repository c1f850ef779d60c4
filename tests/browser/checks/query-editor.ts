import type { Page } from 'playwright-core';
import { queryTypes, type QueryKind } from '../../../src/core/query';
import type { Workbench } from '../../support/workbench';
import { looks } from './looks';

/** Without the one that only Log Analytics answers. */
const kinds = (Object.keys(queryTypes) as QueryKind[]).filter((kind) => kind !== 'kql');

async function storedQuery(page: Page): Promise<unknown> {
  return JSON.parse((await page.getByLabel('Stored query').textContent())!) as unknown;
}
const answer = (page: Page) => page.getByRole('status', { name: 'Last answer' });

/** Fields that end to the right of the pane. */
async function fieldsBeyond(page: Page): Promise<readonly string[]> {
  const edges = page.locator('input[id^="gatewaylens-"]').evaluateAll((inputs) =>
    inputs.map(({ id, parentElement }) => {
      let field = parentElement;
      while (field && getComputedStyle(field).borderTopWidth === '0px') {
        field = field.parentElement;
      }
      return { id, right: field?.getBoundingClientRect().right ?? 0 };
    }),
  );
  const width = page.viewportSize()!.width;
  return (await edges).filter(({ right }) => right > width).map(({ id, right }) => `${id}: ${right}`);
}

export function checkQueryEditor(workbench: () => Workbench): void {
  it('changes the query, shows it as KQL and says what was found', async () => {
    const page = await workbench().open('/editor?hours=24');
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
    expect(await storedQuery(page)).toMatchObject({
      kind: 'scenario-series',
      by: 'family',
      as: 'rate',
      splitBy: 'backendHost',
      step: '5m',
      scenarios: ['backend-timeout'],
      where: [{ dimension: 'api', op: 'in', values: ['orders'] }],
    });
    await page.getByRole('button', { name: 'Compiled KQL' }).click();
    await page.getByText('| where ApiId in ("orders")').waitFor();
    // At some hours nothing of this kind failed, which the result says.
    const drawn = page.getByRole('img', { name: /^Failed requests over time/ });
    await drawn
      .or(page.getByText(/None of the/))
      .first()
      .waitFor();
    await answer(page)
      .getByText(/^[\d,]+ requests: [\d,]+ failed/)
      .waitFor();
    await workbench().picture(page, 'editor-kql');
    await page.close();
  });

  it.each(looks)('has fields for every kind, %s and %d wide', async (theme, width) => {
    const page = await workbench().open(`/editor?theme=${theme}`, width);
    for (const kind of kinds) {
      await page.locator('#gatewaylens-A-kind').fill(queryTypes[kind].title);
      await page.keyboard.press('Enter');
      expect(await storedQuery(page)).toMatchObject({ kind });
      await answer(page).getByText(/\d/).waitFor();
      await workbench().picture(page, `editor-${kind}-${theme}-${width}`);
    }
    await page.close();
  });

  it('cuts no field in the narrowest pane', async () => {
    const page = await workbench().open('/editor', 300);
    const filter = page.getByRole('button', { name: 'Filter', exact: true });
    await filter.click();
    for (const kind of kinds) {
      await page.locator('#gatewaylens-A-kind').fill(queryTypes[kind].title);
      await page.keyboard.press('Enter');
      await filter.waitFor();
      expect([kind, await fieldsBeyond(page)]).toEqual([kind, []]);
      await workbench().picture(page, `editor-${kind}-narrowest`);
    }
    await page.close();
  });

  it('explains an empty result', async () => {
    await workbench().configure({ source: 'files', path: 'rows.ndjson' });
    const page = await workbench().open('/editor?from=1000&to=2000');
    await answer(page).getByText('No requests at all were found in this range').waitFor();
    await page.close();
  });
}
