import React from 'react';
import { screen, within } from '@testing-library/react';
import { openPage } from '../../../tests/support/app-page';
import { DataSourcesPage } from './DataSourcesPage';

jest.mock(
  '@grafana/runtime',
  () => jest.requireActual<{ runtime: object }>('../../../tests/support/app-page').runtime,
);

const capabilities = [
  { name: 'Logs', state: 'ok', message: 'There are logs.' },
  { name: 'Sizes', state: 'missing', message: 'None is set.', hint: 'Name the instances.' },
];

it('lists the data sources with their health, what is missing, and where to go', async () => {
  openPage(<DataSourcesPage />, '/data-sources', [
    { uid: 'a', name: 'Good', health: { status: 'OK', message: 'All well.', details: { capabilities } } },
    { uid: 'c', name: 'Bad', health: { status: 'ERROR', message: 'No logs. Name a folder.', details: {} } },
    { uid: 'd', name: 'Closed', health: { status: 403, data: { message: 'Access denied' } } },
  ]);
  const of = (name: string) => within(screen.getByRole('region', { name }));
  expect(await of('Good').findByText('Works')).toBeVisible();
  expect(of('Good').getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'okLogs. There are logs. ',
    'missingSizes. None is set. Name the instances.',
  ]);
  expect(of('Good').getByRole('link', { name: 'Settings' })).toHaveAttribute('href', '/connections/datasources/edit/a');
  expect(of('Good').getByRole('link', { name: 'Its scenarios' })).toHaveAttribute('href', '/a/gatewaylens-apim-app/catalogue?ds=a');
  expect(of('Bad').getByText('Does not work')).toBeVisible();
  expect(of('Bad').getByText('No logs. Name a folder.')).toBeVisible();
  expect(of('Closed').getByText(/^You may not query this data source/)).toBeVisible();
}); // prettier-ignore

it('says where there is none, and how to add one', () => {
  openPage(<DataSourcesPage />, '/data-sources', []);
  expect(screen.getByText('There is no Gatewaylens data source yet')).toBeVisible();
  expect(screen.getByRole('link', { name: 'Add a data source' })).toHaveAttribute(
    'href',
    '/connections/datasources/new',
  );
});
