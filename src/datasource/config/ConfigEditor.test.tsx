import React, { useState } from 'react';
import type { DataSourceSettings } from '@grafana/data';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { setBackendSrv, type BackendSrv } from '@grafana/runtime';
import type { GatewaylensSecrets, GatewaylensSettings } from '../query';
import { settingLabels } from '../../core/settings';
import { ConfigEditor } from './ConfigEditor';

type Options = DataSourceSettings<GatewaylensSettings, GatewaylensSecrets>;

// Loaded with the page only, which takes longer the first time than the tests wait.
jest.setTimeout(60_000);
beforeAll(() => import('./scenarios/ScenariosSection'));

/** The editor with what it stores. */
async function edit(jsonData: object, readOnly = false, secureJsonFields: Record<string, boolean> = {}) {
  const result = { stored: jsonData, changes: 0, secrets: {} as object | undefined };
  const Editor = () => {
    const [options, setOptions] = useState({ uid: 'x y', jsonData, readOnly, secureJsonFields } as Options);
    const onOptionsChange = (changed: Options) => {
      result.stored = changed.jsonData;
      result.secrets = changed.secureJsonData;
      result.changes++;
      setOptions(changed);
    };
    return <ConfigEditor options={options} onOptionsChange={onOptionsChange} />;
  };
  await act(async () => void render(<Editor />));
  await screen.findByLabelText(/^Scenarios of your own/);
  return result;
}
const paste = async (label: RegExp, text: string) => {
  await userEvent.clear(screen.getByLabelText(label));
  await userEvent.paste(text);
};

it('keeps what it does not know, and stores what was changed only', async () => {
  const edited = await edit({ source: 'files', future: { x: 1 }, httpMethod: 'POST' });
  await userEvent.type(screen.getByLabelText('Path'), 'logs/');
  expect(edited.stored).toEqual({ source: 'files', path: 'logs/', future: { x: 1 }, httpMethod: 'POST' });
});

it('takes sizes of instances, a region only where one is named', async () => {
  const edited = await edit({});
  await userEvent.click(screen.getByRole('button', { name: 'Add size' }));
  await userEvent.type(screen.getByLabelText('Service'), 'contoso');
  await userEvent.type(screen.getByLabelText('Region'), 'x{Backspace}');
  await userEvent.click(screen.getByLabelText('Tier'));
  await userEvent.click(await screen.findByText('Standard v2'));
  await userEvent.clear(screen.getByLabelText('Units'));
  await userEvent.type(screen.getByLabelText('Units'), '4');
  expect(edited.stored).toEqual({ services: [{ service: 'contoso', tier: 'standardV2', units: 4 }] });
  await userEvent.click(screen.getByRole('button', { name: 'Remove this size' }));
  expect(edited.stored).toEqual({ services: [] });
});

it('keeps a number that is none as it was typed, says what is expected and stores the one before', async () => {
  const edited = await edit({ sampling: [{ percent: 25, alwaysLogErrors: true }] });
  const input = screen.getByLabelText('Logged');
  await userEvent.type(input, '0');
  expect(input).toHaveValue('250');
  expect(screen.getByText('A number above 0, up to 100')).toBeInTheDocument();
  expect(edited.changes).toBe(0);
  await userEvent.type(input, '{Backspace},5');
  await userEvent.click(screen.getByLabelText('Always log errors'));
  expect(edited.stored).toEqual({ sampling: [{ percent: 25.5, alwaysLogErrors: false }] });
});

describe('scenarios of one’s own', () => {
  it('begin with an example that is right', async () => {
    const edited = await edit({});
    await userEvent.click(screen.getByRole('button', { name: 'Begin with an example' }));
    expect(edited.stored).toMatchObject({ customScenarios: [{ id: 'coupon-refused' }] });
    expect(screen.queryByText(/^Left out/)).not.toBeInTheDocument();
    await userEvent.click(screen.getByLabelText(/^Scenarios that are not in force/));
    expect(await screen.findByText('Coupon refused')).toBeInTheDocument();
  });

  it('are stored as they are, with what is wrong by name and path', async () => {
    const edited = await edit({});
    await paste(/^Scenarios of your own/, '- id: first\n- {"title": "Second", "id": "backend-timeout"}\n');
    expect(edited.stored).toEqual({
      customScenarios: [{ id: 'first' }, { title: 'Second', id: 'backend-timeout' }],
    });
    expect(screen.getByText('Left out: first, backend-timeout')).toBeInTheDocument();
    expect(screen.getByText('customScenarios.0.title')).toBeInTheDocument();
    expect(screen.getByLabelText(/^Scenarios of your own/)).toHaveValue(
      '- id: first\n- {"title": "Second", "id": "backend-timeout"}\n',
    );
  });

  it.each([
    ['- id: [x', /^Line 1: /],
    ['id: x', /^A list is expected/],
    ['- &a [*a]', /^An alias refers to itself/],
  ])('stay as typed where %j is no list, and nothing is stored', async (text, problem) => {
    const edited = await edit({ customScenarios: [{ id: 'x' }] });
    await paste(/^Scenarios of your own/, text);
    expect(screen.getByText(problem)).toBeInTheDocument();
    expect(screen.getByLabelText(/^Scenarios of your own/)).toHaveValue(text);
    expect(edited.stored).toEqual({ customScenarios: [] });
  });
});

it('disables scenarios that are looked for by name, and tells unknown ones', async () => {
  const edited = await edit({ disabledScenarios: ['backend-timeot'] });
  expect(screen.getByText(/“backend-timeout” is probably meant/)).toBeInTheDocument();
  await userEvent.type(screen.getByLabelText(/^Scenarios that are not in force/), 'untrusted backend');
  await userEvent.click(await screen.findByText('Untrusted backend certificate'));
  expect(edited.stored).toEqual({ disabledScenarios: ['backend-timeot', 'backend-tls-trust'] });
});

it('leaves ids that may be of a file to the backend', async () => {
  await edit({ disabledScenarios: ['of-the-file'], overrides: { other: {} }, customScenariosFile: 'x.json' });
  expect(screen.queryByText(/not followed/)).not.toBeInTheDocument();
});

it('says otherwise of a scenario: owner, remedies, links', async () => {
  const edited = await edit({ overrides: { 'backend-timeout': { future: true } } });
  expect(screen.getByText(/there is no field/)).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', { name: /^Remove what is said of/ }));
  await userEvent.click(screen.getByLabelText(/^Say otherwise of a scenario/));
  await userEvent.click(await screen.findByText('Untrusted backend certificate'));
  const card = within(screen.getByRole('group', { name: 'Untrusted backend certificate' }));
  await userEvent.click(card.getByLabelText('Owner'));
  await userEvent.click(await screen.findByText('Network team'));
  await userEvent.type(card.getByLabelText(/^What to do/), 'Call us.{Enter}{Enter}Then wait.');
  await userEvent.click(card.getByRole('button', { name: 'Add link' }));
  expect(screen.getByText('overrides.backend-tls-trust')).toBeInTheDocument();
  await userEvent.type(card.getByLabelText('Title'), 'Wiki');
  await userEvent.type(card.getByLabelText('Address'), 'https://wiki.example.com/tls');
  expect(edited.stored).toEqual({
    overrides: {
      'backend-tls-trust': {
        owner: 'network',
        remediation: ['Call us.', 'Then wait.'],
        links: [{ title: 'Wiki', url: 'https://wiki.example.com/tls' }],
      },
    },
  });
  expect(card.getByLabelText(/^What to do/)).toHaveValue('Call us.\n\nThen wait.');
  expect(screen.queryByText(/not followed/)).not.toBeInTheDocument();
});

it('shows a provisioned data source, and lets nothing be changed', async () => {
  await edit(
    {
      source: 'files',
      services: [{ service: 'contoso', tier: 'premium' }],
      sampling: [{ percent: 25 }],
      customScenarios: [{ id: 'x' }],
      overrides: { 'backend-timeout': { owner: 'network', links: [{ title: 'Wiki', url: 'https://x' }] } },
    },
    true,
  );
  const fields = ['textbox', 'radio', 'switch'].flatMap((role) => screen.getAllByRole(role));
  expect(fields.length).toBeGreaterThan(10);
  fields.forEach((field) => expect(field).toBeDisabled());
  expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  expect(screen.getByLabelText('Units')).toHaveValue('1');
  expect(screen.queryAllByRole('button', { name: /add|remove|clear/i })).toEqual([]);
});

it('shows what it can of settings that are of another shape', async () => {
  const stored = {
    source: 5,
    services: 'x',
    sampling: [null],
    customScenarios: {},
    overrides: [],
    path: null,
  };
  const edited = await edit(stored);
  expect(screen.queryByRole('group', { name: /^(size|percentage) 1$/ })).not.toBeInTheDocument();
  expect(edited.stored).toBe(stored);
});

it('shows every setting under the name that errors call it by', async () => {
  const lists = { services: [{ service: 'x', tier: 'basic' }], sampling: [{ percent: 5 }] };
  await edit({ source: 'log-analytics', endpoints: { logs: 'x' }, tlsAuthWithCACert: true, ...lists });
  const forAzure = document.body.textContent;
  cleanup();
  await edit({ source: 'files' });
  const shown = `${forAzure} ${document.body.textContent}`;
  expect(Object.values(settingLabels).filter((label) => !shown.includes(label))).toEqual([]);
});

describe('Log Analytics', () => {
  it('takes credentials, keeps the secret apart and never shows it again', async () => {
    const edited = await edit({ source: 'log-analytics' });
    await userEvent.type(screen.getByLabelText('Directory (tenant) id'), 'tenant');
    await userEvent.type(screen.getByLabelText('Application (client) id'), 'client');
    await userEvent.type(screen.getByLabelText('Client secret'), 's3cret');
    expect(edited.stored).toEqual({ source: 'log-analytics', tenantId: 'tenant', clientId: 'client' });
    expect(edited.secrets).toEqual({ clientSecret: 's3cret' });
  });

  it('offers to replace a stored secret', async () => {
    const edited = await edit({ source: 'log-analytics' }, false, { clientSecret: true });
    expect(screen.getByDisplayValue('configured')).toBeDisabled();
    await userEvent.click(screen.getByRole('button', { name: 'Reset' }));
    expect(edited.secrets).toEqual({ clientSecret: '' });
    expect(screen.getByLabelText('Client secret')).toBeEnabled();
  });

  it('says for an identity what Grafana’s administrator has to switch on', async () => {
    const edited = await edit({ source: 'log-analytics' });
    await userEvent.click(screen.getByLabelText('Authentication'));
    await userEvent.click(await screen.findByText('Managed identity'));
    expect(edited.stored).toMatchObject({ azureAuthType: 'msi' });
    expect(screen.getByText(/managed_identity_enabled/)).toBeInTheDocument();
    expect(screen.queryByLabelText('Client secret')).not.toBeInTheDocument();
  });

  it('changes credentials where another plugin’s form of them is stored', async () => {
    const azureCredentials = { authType: 'clientsecret', azureCloud: 'AzureChinaCloud', tenantId: 'a' };
    const edited = await edit({ source: 'log-analytics', azureCredentials });
    expect(screen.getByText('Azure China')).toBeInTheDocument();
    await userEvent.type(screen.getByLabelText('Directory (tenant) id'), 'b');
    await userEvent.type(screen.getByLabelText('Application (client) id'), 'c');
    expect(edited.stored).toEqual({
      source: 'log-analytics',
      azureCredentials: { ...azureCredentials, tenantId: 'ab' },
      clientId: 'c',
    });
  });

  it('takes pasted ids, one in a line, and the tables', async () => {
    const edited = await edit({ source: 'log-analytics' });
    await paste(/^Workspaces/, ' one\ntwo, three \n');
    await userEvent.click(screen.getByRole('radio', { name: 'Both' }));
    expect(edited.stored).toMatchObject({
      workspaces: ['one', 'two', 'three'],
      tables: ['resource', 'legacy'],
    });
    expect(screen.getByLabelText(/^Workspaces/)).toHaveValue(' one\ntwo, three \n');
  });

  it('shows other addresses where there are any, and leaves out what is emptied', async () => {
    const edited = await edit({ source: 'log-analytics', endpoints: { logs: 'x', login: 'https://l' } });
    await userEvent.clear(screen.getByLabelText('Query API'));
    expect(edited.stored).toMatchObject({ endpoints: { login: 'https://l' } });
  });

  const row = { location: 'westeurope', resourceGroup: 'monitoring', subscription: 's' };
  const workspace = { ...row, kind: 'workspace', name: 'logs', id: '/w/logs', workspaceId: 'guid' };
  const instance = { ...row, kind: 'instance', name: 'contoso', id: '/i/contoso' };
  /** Grafana answers, or refuses. */
  const answering = (get: () => Promise<unknown>) => {
    const asked: string[] = [];
    const backend = { get: (path: string) => (asked.push(path), get()) };
    setBackendSrv(backend as unknown as BackendSrv);
    return asked;
  };
  const choose = async (label: string, name: string) => {
    await userEvent.click(await screen.findByLabelText(label));
    await userEvent.click(await screen.findByText(name));
  };

  it('finds workspaces and instances, and adds what is chosen once', async () => {
    const asked = answering(async () => ({ scopes: [workspace, instance], areAll: true }));
    const edited = await edit({ source: 'log-analytics', workspaces: ['mine'] });
    await userEvent.click(screen.getByRole('button', { name: 'Find in Azure' }));
    await choose('Add a workspace', 'logs');
    await choose('Add a workspace', 'logs');
    await choose('Add an instance', 'contoso');
    expect(asked).toEqual(['/api/datasources/uid/x%20y/resources/scopes']);
    expect(screen.queryByText(/^Only the first/)).not.toBeInTheDocument();
    expect(edited.stored).toMatchObject({ workspaces: ['mine', '/w/logs'], resources: ['/i/contoso'] });
    expect(screen.getByLabelText(/^Workspaces/)).toHaveValue('mine\n/w/logs');
  });

  it('takes the id that tables on the Basic plan are asked by', async () => {
    answering(async () => ({ scopes: [workspace], areAll: false }));
    const edited = await edit({ source: 'log-analytics', basicLogsEnabled: true });
    await userEvent.click(screen.getByRole('button', { name: 'Find in Azure' }));
    await choose('Add a workspace', 'logs');
    expect(edited.stored).toMatchObject({ workspaces: ['guid'] });
    expect(screen.getByLabelText('Add an instance')).toBeDisabled();
    expect(screen.getByText('No instance is listed: paste an id')).toBeInTheDocument();
    expect(screen.getByText('Only the first 1 are listed')).toBeInTheDocument();
  });

  it('says why nothing is listed, and how to go on', async () => {
    answering(() => Promise.reject({ data: { message: 'No right.', hint: 'Paste ids.' } } as never));
    await edit({ source: 'log-analytics' });
    await userEvent.click(screen.getByRole('button', { name: 'Find in Azure' }));
    expect(await screen.findByText('No right. Paste ids.')).toBeInTheDocument();
  });

  it('offers no choice where settings are provisioned', async () => {
    await edit({ source: 'log-analytics' }, true);
    expect(screen.queryByRole('button', { name: 'Find in Azure' })).not.toBeInTheDocument();
  });
});
