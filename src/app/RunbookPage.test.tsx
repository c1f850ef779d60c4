import React, { type ReactNode } from 'react';
import { render, screen } from '@testing-library/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { builtinCatalogue } from '../core/scenarios';
import { RunbookPage } from './RunbookPage';

// Grafana puts its own page in the library’s place.
jest.mock('@grafana/runtime', () => ({
  PluginPage: ({ children }: { children: ReactNode }) => <main>{children}</main>,
}));

function open(id: string): void {
  render(
    <MemoryRouter
      initialEntries={[`/runbook/${id}`]}
      future={{ v7_startTransition: true, v7_relativeSplatPath: true }}
    >
      <Routes>
        <Route path="/runbook/:id" element={<RunbookPage />} />
      </Routes>
    </MemoryRouter>,
  );
}

const part = (title: string) => screen.getByRole('heading', { name: title }).closest('section')!;

it('has what the scenario’s page in the documentation has, in its order', () => {
  open('backend-tls-trust');
  expect(screen.getAllByRole('heading').map(({ textContent }) => textContent)).toEqual([
    'How it is recognised',
    'Columns to look at',
    'Likely causes',
    'Check first',
    'Fix',
    'Hints for some of the rows',
    'What it is not',
    'Known gaps and look-alikes',
    'Examples',
  ]);
  expect(part('How it is recognised')).toHaveTextContent(
    'By the reason that the gateway recorded (high confidence, based on reason and message): ' +
      'all of these hold:LastErrorReason is “BackendConnectionFailure”',
  );
  expect(part('Check first').querySelectorAll('ol > li')).toHaveLength(3);
  expect(part('Hints for some of the rows')).toHaveTextContent(
    'does not help.Where at least one of these holds:',
  );
  expect(part('What it is not').querySelector('a')).toHaveAttribute(
    'href',
    '/a/gatewaylens-apim-app/runbook/backend-tls-handshake',
  );
});

it.each(builtinCatalogue.scenarios.map(({ id }) => id))('opens %s', (id) => {
  open(id);
  expect(part('How it is recognised')).toBeVisible();
});

it('says of an unknown scenario that there is none', () => {
  open('nope');
  expect(screen.getByText('There is no scenario “nope”')).toBeVisible();
});
