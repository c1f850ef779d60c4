import { testResult } from './health';

const capabilities = [
  { name: 'Logs', state: 'ok', message: 'There are logs.' },
  { name: 'Catalogue', state: 'limited', message: '40 scenarios.', hint: 'Correct it.' },
];
const issues = [{ path: 'customScenarios.0', message: 'It is left out.' }];
const result = (status: string, details: object) => testResult({ status, message: 'All.', details } as never);

it.each([
  ['OK', [], 'success', ''],
  ['OK', issues, 'warning', '\ncustomScenarios.0: It is left out.'],
  ['ERROR', [], 'error', ''],
])('lists what a data source that is %s can do', (health, found, status, more) => {
  const verboseMessage = `Logs, ok: There are logs.\nCatalogue, limited: 40 scenarios. Correct it.${more}`;
  expect(result(health, { capabilities, issues: found })).toEqual({
    status,
    message: 'All.',
    details: { verboseMessage },
  });
});

it('says so where there is no list, or no answer', () => {
  expect(result('ERROR', {})).toEqual({ status: 'error', message: 'All.' });
  expect(testResult(undefined).status).toBe('error');
});
