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

/** What WCAG asks of a sign of the focus, against the same pixel without it. */
const CONTRAST = 3;
/** A thin line below a small button has as many. */
const FEWEST_PIXELS = 40;

/** Of newer Grafana, and of 10.1. */
const TOOLTIPS = ':is([role="tooltip"], [data-popper-interactive])';

/** Whether what has the focus shows it: by enough pixels that stand out, and by itself, not by a tooltip. */
export async function showsFocus(page: Page): Promise<boolean> {
  return (await focusPixels(page)) >= FEWEST_PIXELS;
}

/**
 * Pixels that stand out because of the focus.
 * @throws for what changes without the focus, as then nobody knows
 */
async function focusPixels(page: Page): Promise<number> {
  const tooltips = await page.addStyleTag({ content: `${TOOLTIPS} { visibility: hidden !important }` });
  const focused = page.locator(':focus');
  // The whole row: the frame of a list is wider than its input, and a switch of Grafana 10 is drawn elsewhere than its own.
  const { y, height } = (await focused.boundingBox())!;
  const clip = { x: 0, y: Math.max(0, y - 20), width: page.viewportSize()!.width, height: height + 40 };
  const element = (await focused.elementHandle())!;
  const picture = () => page.screenshot({ clip, animations: 'disabled' });
  const pictures: Buffer[] = [];
  for (const _ of ['once', 'again']) {
    await element.focus();
    pictures.push(await picture());
    await element.evaluate((one) => (one as HTMLElement).blur());
    pictures.push(await picture());
  }
  await element.focus();
  await tooltips.evaluate((one) => (one as Element).remove());
  const [shown, hidden, shownAgain, hiddenAgain] = pictures.map((one) => one.toString('base64'));
  const differ = (one = '', other = '') =>
    page.evaluate(pixelsThatDiffer, { pictures: [one, other], contrast: CONTRAST });
  const byItself = Math.max(await differ(shown, shownAgain), await differ(hidden, hiddenAgain));
  if (byItself > 0) {
    throw new Error(`${byItself} pixels around the focus change without it.`);
  }
  return differ(shown, hidden);
}

/** In the browser, which can read pictures. */
async function pixelsThatDiffer({ pictures, contrast }: { pictures: readonly string[]; contrast: number }) {
  const luminances = async (base64: string) => {
    const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes]));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    const linear = (value: number) =>
      value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    const part = (at: number, weight: number) => weight * linear((data[at] ?? 0) / 255);
    return Array.from(
      { length: data.length / 4 },
      (_, i) => part(4 * i, 0.2126) + part(4 * i + 1, 0.7152) + part(4 * i + 2, 0.0722),
    );
  };
  const [one = [], other = []] = await Promise.all(pictures.map(luminances));
  const ratio = (a: number, b: number) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  return one.filter((luminance, i) => ratio(luminance, other[i] ?? 0) >= contrast).length;
}
