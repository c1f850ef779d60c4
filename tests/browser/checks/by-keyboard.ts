/** What is done with a mouse can be done without one: in the editors of queries, annotations, variables and settings. */
import type { Page } from 'playwright-core';
import { queryTypes, type QueryKind } from '../../../src/core/query';
import type { Workbench } from '../../support/workbench';
import { chooseByArrows, fieldsBetween, hasFocus, showsFocus, tabTo, walk } from './keyboard';

/** Without the one that only Log Analytics answers. */
const kinds = (Object.keys(queryTypes) as QueryKind[]).filter((kind) => kind !== 'kql');

const stored = async (page: Page, what = 'query') =>
  JSON.parse((await page.getByLabel(`Stored ${what}`).textContent())!) as unknown;
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

export function checkKeyboard(workbench: () => Workbench): void {
  const openEditor = async () => {
    const page = await workbench().open('/editor?hours=24');
    const field = (name: string) => page.locator(`#gatewaylens-A-${name}`);
    await field('kind').waitFor();
    await tabTo(page, field('kind'));
    return { page, field };
  };

  it('leads through every field of every kind and back', async () => {
    const { page, field } = await openEditor();
    await tabTo(page, button(page, 'Filter'));
    await page.keyboard.press('Enter');
    for (const kind of kinds) {
      await tabTo(page, field('kind'), 'Shift+Tab');
      await chooseByArrows(page, queryTypes[kind].title);
      const fields = await fieldsBetween(page, field('kind'), button(page, 'Compiled KQL'));
      expect(fields).toEqual(expect.arrayContaining(['gatewaylens-A-filter-0-values', 'Remove this filter']));
      expect(await walk(page, 'Tab', fields.length)).toEqual(fields);
      expect(await walk(page, 'Shift+Tab', fields.length)).toEqual([...fields].reverse());
    }
    await page.close();
  });

  // They have every sort of field: lists of one and of several, numbers, switches, buttons, a section that opens.
  it.each(['scenario-series', 'failures'] as const)('shows where it is, in the kind %s', async (kind) => {
    const { page, field } = await openEditor();
    await chooseByArrows(page, queryTypes[kind].title);
    await tabTo(page, button(page, 'Filter'));
    await page.keyboard.press('Enter');
    await tabTo(page, field('kind'), 'Shift+Tab');
    for (const name of await fieldsBetween(page, field('kind'), button(page, 'Compiled KQL'))) {
      expect([name, await showsFocus(page)]).toEqual([name, true]);
      await page.keyboard.press('Tab');
    }
    await page.close();
  });

  it('takes neither a tooltip nor what changes anyway for a sign of the focus', async () => {
    const { page } = await openEditor();
    await tabTo(page, button(page, 'Filter'));
    await page.keyboard.press('Enter');
    await tabTo(page, button(page, 'Remove this filter'));
    expect(await showsFocus(page)).toBe(true);
    await page.addStyleTag({
      content: '*, *::before, *::after { outline: none !important; box-shadow: none !important }',
    });
    expect(await showsFocus(page)).toBe(false);
    await page.evaluate(() => {
      const counter = document.createElement('b');
      counter.style.cssText = 'position: fixed; inset: 0; background: white';
      document.body.append(counter);
      let count = 0;
      document.addEventListener('focusin', () => {
        counter.style.background = ++count % 2 === 0 ? 'white' : 'black';
      });
    });
    await expect(showsFocus(page)).rejects.toThrow('change without it');
    await page.close();
  });

  it('composes a query: lists, numbers, filters and KQL', async () => {
    const { page, field } = await openEditor();
    await chooseByArrows(page, queryTypes.breakdown.title);
    await tabTo(page, field('scenarios'));
    await chooseByArrows(page, 'Untrusted backend certificate');
    await tabTo(page, field('by'));
    await page.keyboard.type('backend ho');
    await page.keyboard.press('Enter');
    await tabTo(page, field('top'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('25');
    await tabTo(page, button(page, 'Filter'));
    await page.keyboard.press('Enter');
    expect(await hasFocus(field('filter-0'))).toBe(true);
    await chooseByArrows(page, 'Service');
    await page.keyboard.press('Tab');
    await chooseByArrows(page, '≠');
    await tabTo(page, field('filter-0-values'));
    await chooseByArrows(page, 'contoso-west');
    await tabTo(page, button(page, 'Compiled KQL'));
    await page.keyboard.press('Enter');
    const kql = page.getByLabel('KQL of this query');
    await kql.getByText(/Service.*contoso-west/).waitFor();
    await tabTo(page, kql);
    await page.keyboard.press('End');
    await tabTo(page, page.getByRole('button', { name: 'Copy KQL' }));
    await page.getByRole('status', { name: 'Last answer' }).getByText(/row/).waitFor();
    expect(await stored(page)).toMatchObject({
      kind: 'breakdown',
      scenarios: ['backend-tls-trust'],
      by: 'backendHost',
      top: 25,
      where: [{ dimension: 'service', op: 'notIn', values: ['contoso-west'] }],
    });
    await workbench().picture(page, 'editor-keyboard');
    await page.close();
  });

  it('leaves a list by Escape, takes back what was chosen, switches, and removes filters', async () => {
    const { page, field } = await openEditor();
    await chooseByArrows(page, queryTypes.failures.title);
    await tabTo(page, field('format'));
    await page.keyboard.press('ArrowDown');
    await page.locator('[id*="-option-"]').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Escape');
    await page.locator('[id*="-option-"]').first().waitFor({ state: 'detached' });
    expect([await hasFocus(field('format')), await stored(page)]).toEqual([
      true,
      expect.objectContaining({ format: 'table' }),
    ]);
    await tabTo(page, field('scenarios'), 'Shift+Tab');
    await chooseByArrows(page, 'Untrusted backend certificate');
    await chooseByArrows(page, 'Client disconnected');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Backspace');
    await tabTo(page, field('query-strings'));
    await page.keyboard.press('Space');
    for (const _ of [0, 1]) {
      await tabTo(page, button(page, 'Filter'));
      await page.keyboard.press('Enter');
      await tabTo(page, page.getByLabel('Values').last());
      await page.keyboard.type('orders');
      await page.keyboard.press('Tab');
    }
    const remove = button(page, 'Remove this filter');
    await tabTo(page, remove.first(), 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await hasFocus(button(page, 'Filter'))).toBe(true);
    expect(await stored(page)).toMatchObject({
      scenarios: ['backend-tls-trust'],
      queryStrings: true,
      where: [{ dimension: 'api', op: 'in', values: ['orders'] }],
    });
    await tabTo(page, remove, 'Shift+Tab');
    await page.keyboard.press('Space');
    expect([await hasFocus(button(page, 'Filter')), await stored(page)]).toEqual([
      true,
      expect.objectContaining({ where: [] }),
    ]);
    await page.close();
  });

  it('composes an annotation and a variable', async () => {
    const page = await workbench().open('/queries?hours=24');
    const annotation = (name: string) => page.locator(`#gatewaylens-annotation-${name}`);
    const variable = (name: string) => page.locator(`#gatewaylens-variable-${name}`);
    await annotation('scenarios').waitFor();
    await tabTo(page, annotation('scenarios'));
    await chooseByArrows(page, 'Untrusted backend certificate');
    await tabTo(page, annotation('step'));
    await chooseByArrows(page, '5m');
    await tabTo(page, variable('values'));
    await chooseByArrows(page, 'API');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await hasFocus(variable('filter-0'))).toBe(true);
    await chooseByArrows(page, 'Service');
    await tabTo(page, variable('filter-0-values'));
    await chooseByArrows(page, 'contoso-east');
    await tabTo(
      page,
      page.getByRole('region', { name: 'Variable' }).getByRole('button', { name: 'Filter', exact: true }),
    );
    expect(await stored(page, 'annotation')).toMatchObject({
      kind: 'episodes',
      scenarios: ['backend-tls-trust'],
      step: '5m',
    });
    expect(await stored(page, 'variable')).toMatchObject({
      values: 'api',
      where: [{ dimension: 'service', op: 'in', values: ['contoso-east'] }],
    });
    await workbench().picture(page, 'annotation-and-variable');
    await page.close();
  });

  it('fills in the configuration', async () => {
    const page = await workbench().open('/configuration');
    await page.getByLabel(/^Scenarios of your own/).waitFor();
    await tabTo(page, page.getByRole('radio', { name: 'Demo' }));
    await page.keyboard.press('ArrowRight');
    await tabTo(page, page.getByPlaceholder('exports/'));
    await page.keyboard.type('rows.ndjson');
    await tabTo(page, button(page, 'Add percentage'));
    await page.keyboard.press('Enter');
    await tabTo(page, button(page, 'Add size'), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.type('contoso');
    await tabTo(page, page.getByLabel(/^Scenarios of your own/));
    await page.keyboard.type('- id: own');
    await page.getByText('Left out: own', { exact: true }).waitFor();
    await tabTo(page, button(page, 'Save & test'));
    await page.keyboard.press('Enter');
    await page
      .getByText(/Custom scenarios left out: own/)
      .first()
      .waitFor();
    expect(await workbench().settings()).toEqual({
      source: 'files',
      path: 'rows.ndjson',
      services: [{ service: 'contoso', tier: 'premium', units: 1 }],
      sampling: [{ percent: 100, alwaysLogErrors: true }],
      customScenarios: [{ id: 'own' }],
    });
    await page.close();
  });

  it('keeps the focus in the configuration when something goes', async () => {
    const page = await workbench().open('/configuration');
    const own = page.getByLabel(/^Scenarios of your own/);
    await own.waitFor();
    await tabTo(page, button(page, 'Add size'));
    await page.keyboard.press('Enter');
    await tabTo(page, button(page, 'Remove this size'));
    await page.keyboard.press('Enter');
    expect(await hasFocus(button(page, 'Add size'))).toBe(true);
    await tabTo(page, button(page, 'Begin with an example'));
    await page.keyboard.press('Enter');
    expect(await hasFocus(own)).toBe(true);
    const otherwise = page.getByLabel(/^Say otherwise of a scenario/);
    await tabTo(page, otherwise);
    await page.keyboard.type('untrusted backend');
    await page.keyboard.press('Enter');
    await tabTo(page, page.getByRole('button', { name: /^Remove what is said of/ }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    expect(await hasFocus(otherwise)).toBe(true);
    await page.close();
  });
}
