import type { Workbench } from '../../support/workbench';
import { violations } from './accessibility';
import { looks } from './looks';

const panels = ['errors', 'timing', 'connections'] as const;
const all = panels.flatMap((panel) => looks.map(([theme, width]) => [panel, theme, width] as const));

/** Every state of our panels, with invented frames. */
export function checkPanelStates(workbench: () => Workbench): void {
  it.each(all)('draws every state of the panel “%s”, %s and %d wide, as axe wants it', async (panel, theme, width) => {
    const page = await workbench().open(`/states/${panel}?theme=${theme}`, width);
    await page.getByText('Loading…').waitFor();
    await page.getByRole('img').first().waitFor();
    await workbench().picture(page, `states-${panel}-${theme}-${width}`);
    expect(await violations(page)).toEqual([]);
    await page.close();
  });

  it('takes script in names, labels and annotations for text', async () => {
    const page = await workbench().open('/states/errors?only=hostile frames');
    const drawing = page.getByRole('img', { name: 'Failed requests over time in 4 series' });
    await drawing.waitFor();
    await page.getByRole('button', { name: /^Annotation/ }).last().click();
    await page.getByRole('dialog').waitFor();
    expect(await page.title()).toBe('Gatewaylens workbench');
    expect(await page.locator('img[src="x"]').count()).toBe(0);
    await page.close();
  });

  it('chooses a range by dragging, and goes through the buckets by arrow keys', async () => {
    const page = await workbench().open('/states/errors?only=no legend, partial and cached');
    const drawing = page.getByRole('img', { name: /Failed requests over time/ });
    const { x, y, width, height } = (await drawing.boundingBox())!;
    await page.getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await page.getByText('2026-11-01 13:50:00').waitFor();
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width - 10, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await page.getByText('13:30').waitFor();
    expect(await page.getByText('09:00', { exact: true }).count()).toBe(0);
    await page.close();
  });

  it('opens a card by keyboard, goes through its links, and closes it by Escape', async () => {
    const page = await workbench().open('/states/errors?only=series, table and masked errors');
    const mark = page.getByRole('button', { name: /^Untrusted backend certificate, .* requests$/ });
    await mark.focus();
    await page.keyboard.press('Enter');
    const card = page.getByRole('dialog', { name: 'Untrusted backend certificate' });
    await card.waitFor();
    expect(await card.evaluate((element) => element.getBoundingClientRect().height <= window.innerHeight)).toBe(true);
    expect(await card.evaluate((element) => element.contains(document.activeElement) || element === document.activeElement)).toBe(true);
    expect(await violations(page, '[role="dialog"]')).toEqual([]);
    await page.keyboard.press('Escape');
    await card.waitFor({ state: 'hidden' });
    expect(await mark.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.close();
  });
} // prettier-ignore
