import { catalogueWith, instanceOf, signal, sourceOf } from '../../../tests/support/instance';
import { GatewaylensError } from '../../core/errors';
import { builtinCatalogue } from '../../core/scenarios';
import { checkHealth } from './check-health';

const all = builtinCatalogue.scenarios.length;
const logs = { name: 'Logs', state: 'ok', message: 'There are logs.' };
const noLimits = {
  name: 'Connection limits',
  state: 'limited',
  message: 'Estimated connections are held against no limit.',
  hint: 'Tell tier and units of your API Management instances in “Size of your instances” (services).',
};

it('grades what the data source can do', async () => {
  expect(await checkHealth(instanceOf(), signal)).toEqual({
    ok: true,
    message: `There are logs. ${all} scenarios.`,
    details: {
      capabilities: [logs, { name: 'Catalogue', state: 'ok', message: `${all} scenarios.` }, noLimits],
      issues: [],
    },
  });
});

it('names the custom scenarios that are left out, and what to do', async () => {
  const catalogue = catalogueWith({
    customScenarios: [{ id: 'first' }, { title: 'Second' }],
    disabledScenarios: ['quota-exceeded'],
  });
  const { ok, message, details } = await checkHealth(instanceOf({ catalogue }), signal);
  expect([ok, message]).toEqual([
    true,
    `There are logs. ${all - 1} scenarios, 1 disabled. Custom scenarios left out: first, Second. ` +
      'The custom scenario “first” is left out: title: it is missing. (and 9 more) ' +
      'Correct it in the data source’s settings or in the file; schema/custom-scenarios.schema.json describes the form.',
  ]);
  expect(details).toMatchObject({ issues: catalogue.issues });
});

it('says which setting decides where log files are refused, and grades the rest', async () => {
  const why = new GatewaylensError('files-not-allowed');
  const source = { ...sourceOf(), check: () => Promise.reject(why) };
  const { ok, message, details } = await checkHealth(instanceOf({ source }), signal);
  const hint =
    'Grafana’s administrator sets the folder: files_folder in the section [plugin.gatewaylens-apim-datasource] of grafana.ini, or GATEWAYLENS_FILES_FOLDER in Grafana’s environment. (files-not-allowed)';
  expect([ok, message]).toEqual([
    false,
    `Reading log files is not allowed on this Grafana. ${hint} ${all} scenarios.`,
  ]);
  expect(details).toMatchObject({ capabilities: [{ name: 'Logs', state: 'missing', hint }, { state: 'ok' }, {}] });
}); // prettier-ignore

it('tells what is known of sizes and sampling', async () => {
  const settings = {
    services: [{ service: 'contoso', tier: 'premium', units: 2 }] as const,
    sampling: [{ percent: 25, alwaysLogErrors: true }, { service: 'x', percent: 100, alwaysLogErrors: true }],
  };
  const { details } = await checkHealth(instanceOf({ settings }), signal);
  expect((details as { capabilities: unknown[] }).capabilities.slice(2)).toEqual([
    { name: 'Connection limits', state: 'ok', message: 'Sizes are known of: contoso.' },
    {
      name: 'Sampling',
      state: 'limited',
      message: 'Not every request is logged by: every instance.',
      hint: 'For exact numbers set the sampling of the diagnostic setting in API Management to 100 %.',
    },
  ]);
}); // prettier-ignore

it('leaves faults of the plugin to its log', async () => {
  const source = { ...sourceOf(), check: () => Promise.reject(new Error('broken')) };
  await expect(checkHealth(instanceOf({ source }), signal)).rejects.toMatchObject({ code: 'internal' });
});
