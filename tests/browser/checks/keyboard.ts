import type { Locator, Page } from 'playwright-core';

/** Presses Tab until the field has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, field: Locator, most = 80): Promise<void> {
  const isThere = () => field.evaluate((element) => element === document.activeElement);
  for (let i = 0; i < most; i++) {
    if (await isThere()) {
      return;
    }
    await page.keyboard.press('Tab');
  }
  throw new Error(`${most} times Tab do not lead to ${String(field)}`);
}

/** Opens the list of a field that has the focus and chooses by arrows and Enter. */
export async function chooseByArrows(page: Page, option: string): Promise<void> {
  await page.keyboard.press('ArrowDown');
  const options = page.locator('[id*="-option-"]');
  await options.first().waitFor();
  const texts = await options.allInnerTexts();
  const wanted = texts.findIndex((text) => text.split('\n')[0] === option);
  expect([option, wanted]).not.toEqual([option, -1]);
  await page.keyboard.press('Home');
  for (let i = 0; i < wanted; i++) {
    await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}
