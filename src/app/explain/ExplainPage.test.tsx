import React from 'react';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { asked, openPage, pageSearch } from '../../../tests/support/app-page';
import { explain } from '../../core/explain';
import { rowWith } from '../../core/log';
import { builtinCatalogue } from '../../core/scenarios';
import { ExplainPage } from './ExplainPage';

jest.mock(
  '@grafana/runtime',
  () => jest.requireActual<{ runtime: object }>('../../../tests/support/app-page').runtime,
);

const noon = Date.UTC(2026, 10, 1, 12);
const row = rowWith({
  TimeGenerated: noon,
  CorrelationId: 'abc',
  ResponseCode: 500,
  IsRequestSuccess: false,
  TotalTime: 1000,
  BackendTime: 750,
  ClientTime: 0,
  LastErrorReason: 'BackendConnectionFailure',
  LastErrorSource: 'forward-request',
  LastErrorMessage: 'Could not establish trust relationship <b>x</b>',
  Errors: JSON.stringify([
    { reason: 'ExpressionValueEvaluationFailure', message: 'first', source: 'set-header', elapsed: 3 },
    { reason: 'Between' },
    { reason: 'BackendConnectionFailure' },
  ]),
});
const open = (answer: unknown, search = '') =>
  openPage(<ExplainPage />, `/explain?${search}`, [{ uid: 'a', resources: { explain: answer } }]);
const paste = async (text: string) => {
  await userEvent.click(screen.getByLabelText(/Or a row of the log/));
  await userEvent.paste(text);
  await userEvent.click(screen.getByRole('button', { name: 'Explain' }));
};
const found = () => screen.findByRole('region', { name: 'Explanation' });

it('explains a pasted row, which does not enter the address', async () => {
  open(explain(row, builtinCatalogue), 'correlationId=old&from=now-1h&to=now');
  await paste('{"a":1}');
  const answer = await found();
  expect(asked.resources.at(-1)).toEqual(['explain', { text: '{"a":1}' }, { showErrorAlert: false }]);
  expect(screen.getByRole('heading', { name: 'Untrusted backend certificate' })).toBeVisible();
  expect(answer).toHaveTextContent('high confidence, by reason and message');
  expect(answer).toHaveTextContent('Where its 1,000 ms went');
  expect(answer).toHaveTextContent('Backend: 750 ms (75%)');
  expect(answer).toHaveTextContent('FirstExpressionValueEvaluationFailurefirstset-header, after 3 ms');
  expect(answer).toHaveTextContent('One more between them.');
  expect(answer).toHaveTextContent('trust relationship <b>x</b>');
  expect(screen.getByRole('link', { name: 'Open runbook' })).toHaveAttribute(
    'href',
    '/a/gatewaylens-apim-app/runbook/backend-tls-trust?from=now-1h&to=now',
  );
  expect(pageSearch().toString()).toBe('from=now-1h&to=now');
});

it('says of each condition whether it held, and what the row has', async () => {
  open(explain(row, builtinCatalogue));
  await paste('x');
  const tree = (await found()).textContent;
  expect(tree).toContain('LastErrorReason is “BackendConnectionFailure” (it is BackendConnectionFailure)');
  expect(tree).toMatch(/ResponseCode [^(]*\(it is 500\)/);
});

it('finds the request that the address names, in its range', async () => {
  open(explain(row, builtinCatalogue), `correlationId=abc&from=${noon - 1000}&to=${noon}`);
  await found();
  expect(asked.resources).toEqual([
    ['explain', { correlationId: 'abc', range: { from: noon - 1000, to: noon } }, { showErrorAlert: false }],
  ]);
});

it('puts the id that it looks for into the address', async () => {
  open(explain(row, builtinCatalogue));
  await userEvent.type(screen.getByLabelText(/Correlation id/), ' a&b {Enter}');
  await found();
  expect(pageSearch().get('correlationId')).toBe('a&b');
  expect(asked.resources.at(-1)).toMatchObject(['explain', { correlationId: 'a&b' }, {}]);
});

it('gives one error for what is no row', async () => {
  const data = {
    code: 'row-unrecognised',
    message: 'This is no row of a gateway’s log.',
    hint: 'Expected is…',
  };
  open({ status: 400, data });
  await paste('nonsense');
  expect(await screen.findByText('There is nothing to explain')).toBeVisible();
  expect(screen.getByText('This is no row of a gateway’s log. Expected is…')).toBeVisible();
  expect(screen.queryByRole('region', { name: 'Explanation' })).toBeNull();
});

it('explains what succeeded, and what no rule explains', async () => {
  open(explain(rowWith({ ResponseCode: 200, IsRequestSuccess: true, TotalTime: 5 }), builtinCatalogue));
  await paste('x');
  expect(await screen.findByRole('heading', { name: 'Succeeded' })).toBeVisible();
  expect(screen.queryByRole('link', { name: 'Open runbook' })).toBeNull();
});

it('needs a data source', () => {
  openPage(<ExplainPage />, '/explain?correlationId=abc', []);
  expect(screen.getByText(/there is none here that you may query/)).toBeVisible();
});
