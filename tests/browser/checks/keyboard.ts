import type { Locator, Page } from 'playwright-core';

export const hasFocus = (field: Locator) => field.evaluate((element) => element === document.activeElement);

/** Presses Tab until the field has the focus, as somebody without a mouse does. */
export async function tabTo(page: Page, field: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const most = 80;
  for (let i = 0; i < most; i++) {
    if (await hasFocus(field)) {
      return;
    }
    await page.keyboard.press(key);
  }
  throw new Error(`${most} times ${key} do not lead to ${String(field)}`);
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

const FOCUSABLE = 'input, textarea, select, button, a[href], [tabindex]';

/** The names of all that Tab has to reach from one field to another, in the order of the page. */
export async function fieldsBetween(page: Page, first: Locator, last: Locator): Promise<readonly string[]> {
  const everything = page.locator(FOCUSABLE).and(page.locator(':not(:disabled)'));
  const all = await everything.evaluateAll((elements) =>
    elements.map((one) => ({
      name: one.id || one.getAttribute('aria-label') || (one as HTMLElement).innerText,
      isThere: (one as HTMLElement).tabIndex >= 0 && one.getClientRects().length > 0,
    })),
  );
  const names = all.filter(({ isThere }) => isThere).map(({ name }) => name);
  const [from, to] = [names.indexOf(await nameOf(first)), names.indexOf(await nameOf(last))];
  if (from < 0 || to <= from) {
    throw new Error(`There is no way from one field to the other: ${names.join(', ')}`);
  }
  return names.slice(from, to + 1);
}

const nameOf = (field: Locator) =>
  field.evaluate((one) => one.id || one.getAttribute('aria-label') || (one as HTMLElement).innerText);

/** The names of what a key leads to from the field that has the focus, that field included. */
export async function walk(page: Page, key: 'Tab' | 'Shift+Tab', steps: number): Promise<readonly string[]> {
  const names = [await nameOf(page.locator(':focus'))];
  while (names.length < steps) {
    await page.keyboard.press(key);
    names.push(await nameOf(page.locator(':focus')));
  }
  return names;
}

/** Whether what has the focus looks otherwise than without it. */
export async function showsFocus(page: Page): Promise<boolean> {
  const focused = page.locator(':focus');
  // The whole row: the frame of a list is wider than its input, and a switch of Grafana 10 is drawn elsewhere than its own.
  const { y, height } = (await focused.boundingBox())!;
  const clip = { x: 0, y: Math.max(0, y - 20), width: page.viewportSize()!.width, height: height + 40 };
  const element = (await focused.elementHandle())!;
  const withFocus = await page.screenshot({ clip, animations: 'disabled' });
  await element.evaluate((one) => (one as HTMLElement).blur());
  const without = await page.screenshot({ clip, animations: 'disabled' });
  await element.focus();
  return !withFocus.equals(without);
}
