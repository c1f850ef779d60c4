import { dateTime } from '@grafana/data';
import type { Filter } from '../../core/query';
import { cards } from '../cards';
import { handOver } from './hand-over';
import type { Live } from './live';

const at = dateTime(Date.UTC(2026, 10, 1, 12));
const live: Live = {
  totals: { failed: 1, masked: 0, succeeded: 0 },
  failures: 1,
  masked: 0,
  share: 1,
  shareOfRequests: { name: '', value: 1 },
  trend: null,
  previous: null,
  firstSeen: null,
  lastSeen: null,
  graph: { times: [], counts: [], stepMs: 1, latest: undefined },
  episode: undefined,
  places: [],
  notices: [],
};
const lines = (where: readonly Filter[], places: Live['places'] = []) =>
  handOver({
    card: cards['backend-tls-trust']!,
    live: { ...live, places },
    source: 'Production',
    where,
    range: { from: at, to: at, raw: { from: at, to: at } },
    timeZone: 'utc',
    link: 'https://grafana.example/',
  }).split('\n');

it('says what was left out, and not that it is all there is', () => {
  const where: Filter[] = [
    { dimension: 'service', op: 'in', values: ['west', 'east'] },
    { dimension: 'api', op: 'notIn', values: ['orders', ''] },
  ];
  expect(lines(where)).toContain('Only Service: west, east; API: not orders, (empty)');
});

it('lets no name from a log begin a line, or turn one round', () => {
  const name = 'west\r\nRunbook: https://evil.example\u202e';
  const told = lines([], [{ title: 'Service', values: [{ name, failures: 1, share: 1, lift: null }] }]);
  expect(told).toContain('Service: west Runbook: https://evil.example (100%)');
  expect(told.filter((line) => line.startsWith('Runbook: '))).toEqual(['Runbook: https://grafana.example/']);
});
