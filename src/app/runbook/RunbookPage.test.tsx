import React from 'react';
import { toDataFrame } from '@grafana/data';
import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Route, Routes } from 'react-router';
import {
  asked,
  openPage,
  pageSearch,
  rowFrame,
  runtime,
  type FakeSource,
} from '../../../tests/support/app-page';
import { builtinCatalogue, type Scenario } from '../../core/scenarios';
import { cards } from '../cards';
import { RunbookPage } from './RunbookPage';

jest.mock(
  '@grafana/runtime',
  () => jest.requireActual<{ runtime: object }>('../../../tests/support/app-page').runtime,
);

const noon = Date.UTC(2026, 10, 1, 12);
const HOUR = 3_600_000;
const totals = { failed: 200, masked: 10, succeeded: 1790 };
const id = 'backend-tls-trust';
const range = `from=${noon - 6 * HOUR}&to=${noon}&timezone=utc`;

const frames = {
  failures: rowFrame(
    { count: 120, share: 0.6, shareOfRequests: 0.06, previous: 80, trend: 0.5, firstSeen: noon - 4 * HOUR, lastSeen: noon - HOUR },
    { kind: 'taxonomy', totals },
    ['Only a part is logged.'],
  ),
  masked: toDataFrame({
    meta: { custom: { totals }, notices: [{ text: 'Of no interest.' } as never] },
    fields: [{ name: 'count', values: [3] }],
  }),
  series: toDataFrame({
    meta: {
      custom: {
        stepMs: HOUR,
        incomplete: [noon - HOUR],
        episodes: [{ scenario: id, from: noon - 3 * HOUR, to: noon, ongoing: true, count: 100, peak: 60 }],
      },
    },
    fields: [
      { name: 'time', values: [noon - 3 * HOUR, noon - 2 * HOUR, noon - HOUR] },
      { name: 'count', values: [20, 60, 40] },
    ],
  }),
  service: rowFrame({ service: 'west', failures: 120, share: 1, lift: 2 }),
  api: rowFrame({ service: 'west', api: '', failures: 120, share: 1, lift: 1 }),
}; // prettier-ignore
const source: FakeSource = {
  uid: 'a',
  name: 'Production',
  frames,
  resources: { catalogue: { scenarios: {}, own: {}, provenance: {}, disabled: [] } },
};

function open(scenario: string, search = '', sources: readonly FakeSource[] = []): void {
  const page = (
    <Routes>
      <Route path="/runbook/:id" element={<RunbookPage />} />
    </Routes>
  );
  openPage(page, `/runbook/${scenario}?${search}`, sources);
}

const part = (title: string) => screen.getByRole('heading', { name: title }).closest('section')!;

it('has what the scenario’s page in the documentation has, what to do first', () => {
  open(id);
  expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual([
    'Likely causes',
    'Check first',
    'Fix',
    'Hints for some of the rows',
    'What it is not',
    'Known gaps and look-alikes',
    'How it is recognised',
    'Columns to look at',
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
  expect(part('How it is recognised').parentElement).not.toHaveTextContent(/\([A-D]-\d+\)/);
});

it.each(['nope', 'constructor'])('says of the unknown scenario %s that there is none', (unknown) => {
  open(unknown);
  expect(screen.getByText(`There is no scenario “${unknown}”`)).toBeVisible();
});

describe('live', () => {
  const strip = () => screen.findByRole('region', { name: 'In the chosen range' });

  it('tells how many, since when, where, and what to be careful about', async () => {
    open(id, range, [source]);
    const live = await strip();
    expect(within(live).getByText('120')).toBeVisible();
    expect(live).toHaveTextContent('50% more than in the range before, and 3 masked');
    expect(live).toHaveTextContent('60%shareOfRequests: 6');
    expect(live).toHaveTextContent('Latest60in the last whole 1 h of the range');
    expect(live).toHaveTextContent('Since09:00goes on, 100 requests in that time');
    expect(live).toHaveTextContent('Last seen11:00first seen in the range 08:00');
    expect(live).toHaveTextContent('west 100%120 failed, 2.0 times its share of traffic');
    expect(live).toHaveTextContent('(none) · west');
    expect(live).toHaveTextContent('Only a part is logged.');
    expect(live).not.toHaveTextContent('Of no interest.');
    expect(within(live).getByRole('img', { name: 'Failures over time, at most 60 in 1 h' })).toBeVisible();
  });

  it('asks for the scenario and the range of the address, and again when refreshed', async () => {
    open(id, range, [{ uid: 'other', isDefault: true }, source]);
    await screen.findByText('other gave no numbers.');
    const [{ range: asking, targets }] = asked.queries as [(typeof asked.queries)[0]];
    expect([asking.from.valueOf(), asking.to.valueOf()]).toEqual([noon - 6 * HOUR, noon]);
    expect(targets.every((target) => 'scenarios' in target && String(target.scenarios) === id)).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Refresh' }));
    expect(asked.queries).toHaveLength(2);
  });

  it('leads to the failed rows in Explore', async () => {
    open(id, `ds=a&from=now-1h&to=now`, [source]);
    const link = await screen.findByRole('link', { name: 'Show the failed rows in Explore' });
    const { pathname, searchParams } = new URL(link.getAttribute('href')!, 'http://grafana');
    expect([pathname, searchParams.get('schemaVersion')]).toEqual(['/explore', '1']);
    expect(JSON.parse(searchParams.get('panes')!)).toMatchObject({
      gatewaylens: {
        datasource: 'a',
        range: { from: 'now-1h', to: 'now' },
        queries: [{ kind: 'failures', scenarios: [id], datasource: { uid: 'a' } }],
      },
    });
  });

  it('has for each check the query that shows it', async () => {
    open(id, `ds=a&from=now-1h&to=now&var-service=west&var-service=east&var-api=All&var-nope=x`, [source]);
    await strip();
    const links = within(part('Check first')).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Where most: by backend host',
      'Where most: by service',
      'Over time',
    ]);
    const { searchParams } = new URL(links[0]!.getAttribute('href')!, 'http://grafana');
    expect(JSON.parse(searchParams.get('panes')!)).toMatchObject({
      gatewaylens: {
        queries: [
          {
            kind: 'breakdown',
            by: 'backendHost',
            scenarios: [id],
            where: [{ dimension: 'service', op: 'in', values: ['west', 'east'] }],
          },
        ],
      },
    });
  });

  it('asks only about the requests that the address names, until that is taken back', async () => {
    open(id, `${range}&var-service=west`, [source]);
    await strip();
    const where = JSON.stringify([{ dimension: 'service', op: 'in', values: ['west'] }]);
    const { targets } = asked.queries[0]!;
    expect(targets.every((target) => 'where' in target && JSON.stringify(target.where) === where)).toBe(true);
    await userEvent.click(screen.getByRole('button', { name: 'Remove filter Service: west' }));
    expect(pageSearch().get('var-service')).toBeNull();
    expect(asked.queries).toHaveLength(2);
  });

  it.each([
    ['a viewer', { orgRole: 'Viewer' }],
    ['whom the administrator keeps out', { orgRole: 'Editor', permissions: {} }],
  ])('leads %s to the dashboard, not to Explore', async (_, user) => {
    const { bootData } = runtime.config;
    runtime.config.bootData = { user: { ...bootData.user, permissions: undefined, ...user } } as never;
    open(id, range, [source]);
    const dashboard = await screen.findByRole('link', { name: 'Open its dashboard' });
    expect(dashboard).toHaveAttribute(
      'href',
      `/d/gatewaylens-scenario?from=${noon - 6 * HOUR}&to=${noon}&var-datasource=a&var-scenario=${id}`,
    );
    expect(screen.queryByRole('link', { name: /Explore/ })).toBeNull();
    runtime.config.bootData = bootData;
  });

  it('has a hand-over text to read and to copy', async () => {
    const user = userEvent.setup();
    open(id, range, [source]);
    await user.click(await screen.findByRole('button', { name: 'Show hand-over' }));
    const text = screen.getByLabelText('Hand-over').textContent;
    expect(text.split('\n')).toEqual([
      expect.stringMatching(/^Untrusted backend certificate \(Backend connection, owner: Platform team/),
      cards[id]!.summary,
      '',
      '2026-11-01 06:00 to 2026-11-01 12:00 UTC, data source Production',
      '120 failed requests, 60% of all failures; 50% more than in the range before',
      '3 more requests with this error that the caller did not notice',
      'Since 2026-11-01 09:00 UTC, goes on',
      'First seen in the range 2026-11-01 08:00 UTC, last 2026-11-01 11:00 UTC',
      'Service: west (100%)',
      'API: (none) · west (100%)',
      'Note: Only a part is logged.',
      '',
      'What to do:',
      ...cards[id]!.remediation.map((line) => `- ${line}`),
      '',
      `Runbook: http://localhost/a/gatewaylens-apim-app/runbook/${id}?ds=a&from=${noon - 6 * HOUR}&to=${noon}&orgId=1`,
    ]);
  });

  it('keeps a moved range in the address', async () => {
    open(id, range, [source]);
    await userEvent.click(await screen.findByRole('button', { name: /move.* forward/i }));
    expect([pageSearch().get('from'), pageSearch().get('to')]).toEqual(
      [noon - 3 * HOUR, noon + 3 * HOUR].map(String),
    );
  });

  const none = (all: typeof totals) => rowFrame({}, { kind: 'taxonomy', totals: all });
  it.each([
    [totals, 'No request failed this way in this range (of 2,000 requests, 200 failed).'],
    [{ failed: 0, masked: 0, succeeded: 0 }, 'No requests at all were found in this range.'],
  ])('says that there is nothing, of %j', async (all, words) => {
    open(id, '', [{ ...source, frames: { failures: none(all), masked: none(all) } }]);
    expect(await screen.findByText(words)).toBeVisible();
    expect(screen.queryByText('Copy hand-over')).toBeNull();
  });

  it.each([
    [{ status: 403, data: { message: 'Access denied' } }, 'You may not query this data source, so no numbers are shown.'],
    [{ message: 'The query failed.' }, 'Production could not be asked'],
  ])('says in one sentence that it cannot ask, after %j', async (problem, words) => {
    open(id, '', [{ ...source, problem }]);
    expect(await screen.findByText(words)).toBeVisible();
    expect(part('Fix')).toBeVisible();
  }); // prettier-ignore

  it('takes the data source of a dashboard’s variable, if it is one of ours', async () => {
    open(id, `${range}&var-datasource=a`, [{ uid: 'other', isDefault: true }, source]);
    expect(await strip()).toHaveTextContent('120');
  });

  it('takes no other data source for one that is not there', () => {
    open(id, 'ds=gone', [source]);
    expect(screen.getByText(/^The data source of this address does not exist/)).toBeVisible();
    expect(asked.queries).toEqual([]);
  });
});

describe('scenarios of a data source', () => {
  const card = { ...cards[id]!, title: 'Ours', ownerTitle: 'Team B', remediation: ['Call team B.'] };
  const serving = (served: object) => [{ ...source, resources: { catalogue: { own: {}, ...served } } }];

  it('shows a custom one, its texts as text', async () => {
    const provenance = { ours: { origin: 'file', overridden: [] } };
    const hostile = '<img src=x onerror=alert(1)>';
    const ours: Scenario = {
      ...builtinCatalogue.scenarios[0]!,
      id: 'ours',
      checks: [hostile, { text: 'Which API?', query: { show: 'breakdown', by: 'ApiId' } }],
      policies: [{ title: 'Wait', xml: '</pre><script>alert(1)</script>' }],
    };
    open('ours', '', serving({ scenarios: { ours: card }, own: { ours }, provenance, disabled: [] }));
    expect(await screen.findByText('Custom, from a file')).toBeVisible();
    expect(part('Fix')).toHaveTextContent('Call team B.');
    expect(part('Check first')).toHaveTextContent(hostile);
    expect(screen.getByLabelText('Policy: Wait')).toHaveTextContent('</pre><script>alert(1)</script>');
    expect(document.querySelector('main img, main script')).toBeNull();
  });

  it('shows a built-in one with a team’s own texts', async () => {
    const provenance = { [id]: { origin: 'built-in', overridden: ['owner', 'remediation'] } };
    open(id, '', serving({ scenarios: { [id]: card }, provenance, disabled: [] }));
    expect(await screen.findByText('Owner: Team B')).toBeVisible();
    expect(part('Fix')).toHaveTextContent('Call team B.');
  });

  it('says that one is disabled', async () => {
    open(id, '', serving({ scenarios: {}, provenance: {}, disabled: [{ id, title: 'x' }] }));
    expect(await screen.findByText('Production has this scenario disabled.')).toBeVisible();
  });
});
