import React from 'react';
import { toDataFrame } from '@grafana/data';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { openPage, pageSearch, type FakeSource } from '../../../tests/support/app-page';
import { cards } from '../cards';
import { CataloguePage } from './CataloguePage';

jest.mock(
  '@grafana/runtime',
  () => jest.requireActual<{ runtime: object }>('../../../tests/support/app-page').runtime,
);

const [trust, timeout] = ['backend-tls-trust', 'backend-timeout'];
const served = {
  order: ['ours', trust, timeout],
  scenarios: { ours: { ...cards[trust!]!, title: 'Ours' }, [trust!]: cards[trust!], [timeout!]: cards[timeout!] },
  provenance: {
    ours: { origin: 'file', overridden: [] },
    [trust!]: { origin: 'built-in', overridden: ['owner'] },
    [timeout!]: { origin: 'built-in', overridden: [] },
  },
  disabled: [{ id: 'token-limited', title: 'x' }],
  issues: [{ code: 'x', path: 'overrides', message: 'It is left out.', hint: 'Correct it.' }],
}; // prettier-ignore
const failures = toDataFrame({
  meta: { custom: { kind: 'taxonomy', totals: { failed: 1200, masked: 0, succeeded: 1 } } },
  fields: [
    { name: 'scenario', values: [trust] },
    { name: 'count', values: [1200] },
  ],
});
const source: FakeSource = { uid: 'a', name: 'A', frames: { failures }, resources: { catalogue: served } };
const open = (search = '', sources = [source]) =>
  openPage(<CataloguePage />, `/catalogue?${search}`, sources);
const LOADING = 'Loading how often they occur…';
const titles = () =>
  within(screen.getByRole('main'))
    .queryAllByRole('link')
    .map(({ textContent }) => textContent);

it('lists the built-in scenarios where there is no data source', () => {
  open('', []);
  expect(titles()).toHaveLength(Object.keys(cards).length);
  expect(screen.queryByText('Only what occurs in the range')).toBeNull();
  expect(screen.queryByText(LOADING)).toBeNull();
});

it('tells of the data source’s scenarios where they come from, and how often they occur', async () => {
  open('from=now-1h&to=now');
  expect(screen.getByText(LOADING)).toBeVisible();
  const item = async (title: string) => (await screen.findByRole('link', { name: title })).closest('li');
  expect(await item('Ours')).toHaveTextContent('Custom, from a file');
  await screen.findByText('1,200 failed');
  expect(screen.queryByText(LOADING)).toBeNull();
  expect(await item(cards[trust!]!.title)).toHaveTextContent('1,200 failed');
  expect(await item(cards[trust!]!.title)).toHaveTextContent('Overridden: owner');
  expect(await item(cards['token-limited']!.title)).toHaveTextContent('Disabled');
  expect(screen.getByText('It is left out. Correct it.')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Ours' })).toHaveAttribute(
    'href',
    `${cards[trust!]!.runbook}?from=now-1h&to=now`,
  );
});

it('searches as one types, and keeps it in the address', async () => {
  open('', []);
  await userEvent.type(screen.getByLabelText('Search scenarios'), 'Untrusted');
  expect(titles()).toEqual([cards[trust!]!.title]);
  expect(pageSearch().get('search')).toBe('Untrusted');
  await userEvent.type(screen.getByLabelText('Search scenarios'), 'x');
  expect(screen.getByText('No scenario mentions “Untrustedx”.')).toBeVisible();
});

it.each([
  ['family=limits', ({ family }: { family: string }) => family === 'limits'],
  ['owner=network', ({ owner }: { owner: string }) => owner === 'network'],
])('shows only what %s asks for', (search, fits) => {
  open(search, []);
  const wanted = Object.values(cards).filter(fits);
  expect(wanted).not.toHaveLength(0);
  expect(titles().sort()).toEqual(wanted.map(({ title }) => title).sort());
});

it('chooses a family', async () => {
  open('', []);
  await userEvent.click(screen.getByLabelText('Family'));
  await userEvent.click(await screen.findByText('Routing', { selector: '[role="option"] *' }));
  expect(pageSearch().get('family')).toBe('routing');
});

it('shows only what occurs', async () => {
  open('occurring=1');
  await screen.findByText('1,200 failed');
  expect(titles()).toEqual([cards[trust!]!.title]);
  await userEvent.click(screen.getByLabelText('Only what occurs in the range'));
  expect(pageSearch().get('occurring')).toBeNull();
  expect(titles()).toHaveLength(4);
});

it('lists all where it may not ask, and says so', async () => {
  const problem = { status: 403 };
  open('occurring=1', [{ ...source, problem, resources: { catalogue: problem } }]);
  await screen.findByText('You may not query this data source, so no numbers are shown.');
  expect(titles()).toHaveLength(Object.keys(cards).length);
});
