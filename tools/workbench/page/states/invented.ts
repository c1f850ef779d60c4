/** Answers of the core to invented counts, as frames arrive in the browser: every time the same. */
import type { DataFrame } from '@grafana/data';
import type { QueryKind, QueryOf } from '../../../../src/core/query';
import type { QueryContext } from '../../../../src/core/query/kinds';
import { builtinCatalogue } from '../../../../src/core/scenarios';
import { framesOf, type Rows } from '../../../../tests/support/answers';
import { arrived } from '../../../../tests/support/arrived';

const STEP = 300_000;
const BUCKETS = 72;
export const range = { from: Date.UTC(2026, 10, 1, 8), to: Date.UTC(2026, 10, 1, 8) + BUCKETS * STEP };
const context: QueryContext = {
  catalogue: builtinCatalogue,
  range,
  maxDataPoints: 0,
  forAlert: false,
  now: range.to + 60_000,
};

const frames = <K extends QueryKind>(
  change: Partial<QueryOf<K>> & { readonly kind: K },
  tables: readonly Rows[],
) => arrived(framesOf<K>(change as never, tables, context));

/** What failed: the scenario, its usual count in a bucket, and an outage as [first bucket, last, how many each]. */
type Outage = readonly [first: number, last: number, each: number];
type Story = readonly (readonly [scenario: string, usual: number, outage?: Outage])[];

const story: Story = [
  ['backend-tls-trust', 0, [52, 71, 31]],
  ['backend-timeout', 2, [18, 26, 40]],
  ['subscription-key-missing', 4],
  ['client-disconnected', 3, [40, 44, 22]],
  ['rate-limited', 0, [30, 33, 55]],
  ['policy-expression-failure', 1],
  ['backend-returned-5xx', 2],
  ['operation-not-found', 1],
  ['unclassified', 1],
];

const countAt = ([, usual, outage]: Story[number], bucket: number) => {
  const noise = (bucket * 7 + usual * 13) % 3;
  const inside = outage && bucket >= outage[0] && bucket <= outage[1];
  return inside ? outage[2] + noise * 3 : usual === 0 ? 0 : usual + noise - 1;
};

const sumOf = (one: Story[number]) =>
  Array.from({ length: BUCKETS }, (_, bucket) => countAt(one, bucket)).reduce((a, b) => a + b, 0);
const failed = story.reduce((sum, one) => sum + sumOf(one), 0);
const at = (bucket: number) => range.from + bucket * STEP;
const totals: Rows = [['failed', failed], ['masked', 212], ['succeeded', 41_204]]; // prettier-ignore

export const series = (
  change: Partial<QueryOf<'scenario-series'>> = {},
  all: Rows = totals,
  only: Story = story,
): DataFrame[] =>
  frames({ kind: 'scenario-series', step: '5m', ...change }, [
    Array.from({ length: BUCKETS }, (_, bucket) =>
      only
        .filter((one) => countAt(one, bucket) > 0)
        .map((one) => [
          at(bucket),
          one[0],
          ...(change.splitBy ? ['contoso-prod', 'orders'] : []),
          countAt(one, bucket),
        ]),
    ).flat(),
    change.as === 'share'
      ? Array.from({ length: BUCKETS }, (_, bucket) => all.map((row) => [at(bucket), row[0] ?? '', Math.round(Number(row[1]) / BUCKETS)])).flat()
      : all,
  ]); // prettier-ignore

export const masked = (): DataFrame[] =>
  series({ outcomes: ['masked'] }, totals, [['backend-timeout', 3], ['backend-returned-5xx', 1]]); // prettier-ignore

export const table = (): DataFrame[] => {
  const counts = story.map((one) => [one[0], sumOf(one)] as const);
  const place = (i: number) => ['contoso-prod', ['orders', 'payments', 'catalogue'][i % 3] ?? '', ['orders.contoso.net', 'payments.contoso.net', ''][i % 3] ?? '']; // prettier-ignore
  return frames({ kind: 'taxonomy' }, [
    counts.map(([id, count], i) => [id, count, count - 2, at(i * 3), at(BUCKETS - 1 - i), 3 + i, `id-${i}`, 'The remote certificate is invalid']),
    counts.map(([id, count], i) => [id, ...place(i), Math.round(count * 0.8)]),
    totals,
    counts.slice(1).map(([id, count], i) => [id, Math.round(count * [1.6, 0.98, 0.2, 2][i % 4]!)]),
    [['failed', 300, range.from - (range.to - range.from)], ['succeeded', 40_000, range.from - (range.to - range.from)]],
  ]); // prettier-ignore
};

/** Requests; sums of backend, client, cache and gateway; three percentiles of the total. */
const sums = (requests: number, ms: number) => [
  requests,
  requests * ms * 0.7,
  requests * ms * 0.1,
  requests * ms * 0.05,
  requests * ms * 0.15,
  ms * 0.9,
  ms * 1.6,
  ms * 2.4,
];
const whole = (ms: number, near: number): Rows => [
  [...sums(4000, ms), ...sums(200, ms * 3), ...sums(40, ms * 5), 17, 250, 31, near, 2, ...new Array<number>(10).fill(0)],
]; // prettier-ignore

export const timing = (change: Partial<QueryOf<'timing'>> = {}, ms = 220, near = 0): DataFrame[] =>
  frames({ kind: 'timing', step: '5m', ...change }, [
    change.per === undefined || change.per === 'time'
      ? Array.from({ length: BUCKETS }, (_, bucket) => {
          const now = ms * (1 + ((bucket * 5) % 7) / 10);
          return [at(bucket), ...sums(50, now), ...sums(3, now * 3), ...sums(1, now * 5)];
        })
      : ['orders', 'payments', 'catalogue', 'accounts'].map((api, i) => [
          'contoso-prod',
          api,
          ...sums(900, ms * (i + 1)),
          ...sums(45, ms * 3 * (i + 1)),
          ...sums(9, ms * 5 * (i + 1)),
        ]),
    whole(ms, near),
  ]);

const HOSTS = ['orders.contoso.net', 'payments.contoso.net', 'catalogue.contoso.net'];
const TYPES = ['backend-tls-trust', 'backend-connect-timeout', 'backend-dns-failure'];
export const MANY_TYPES = [
  ...TYPES,
  'backend-connect-refused',
  'backend-keepalive-closed',
  'backend-connection-closed',
  'backend-response-aborted',
  'backend-connection-other',
];

export const connections = (
  all: Rows = totals,
  hosts: readonly string[] = HOSTS,
  types: readonly string[] = TYPES,
): DataFrame[] =>
  frames({ kind: 'connection-failures', step: '5m' }, [
    hosts.length === 0
      ? []
      : Array.from({ length: BUCKETS }, (_, bucket) =>
          types.flatMap((type, i) => {
            const count = bucket > 20 + 12 * (i % 4) && bucket < 34 + 12 * (i % 4) ? 20 - 4 * (i % 4) : i === 0 && bucket % 3 === 0 ? 1 : 0;
            return count === 0 ? [] : [[at(bucket), type, count]];
          }),
        ).flat(),
    hosts.flatMap((host, h) =>
      types.filter((_, i) => i === h % 3 || h === 0).map((type, i) => [
        host, type, Math.max(3, 260 - 70 * (h + i)), 400 + 20_000 * i, 800 + 20_500 * i, i * 40, h, at(60 - h), `4f2c-${h}${i}`, 'A connection attempt failed',
      ]),
    ),
    hosts.map((host, h) => [host, 1200 * (h + 1)]),
    hosts.map((host, h) => [at(30), 'contoso-prod', 'West Europe', host, 900, h === 2 ? 0 : 900, 12_000_000]),
    all,
  ]); // prettier-ignore

/** No request tells where its time went: so many have no total, so many no part of it. */
export const untimed = (withoutTotal = 0, withoutParts = 0): DataFrame[] =>
  frames({ kind: 'timing', step: '5m' }, [
    [],
    [
      [
        ...sums(0, 0),
        ...sums(0, 0),
        ...sums(0, 0),
        0,
        withoutTotal,
        withoutParts,
        ...new Array<number>(12).fill(0),
      ],
    ],
  ]);

/** The frames of one query of several. */
export const queried = (refId: string, of: readonly DataFrame[]): DataFrame[] =>
  of.map((frame) => ({ ...frame, refId }));

/** Of other requests than those of the story. */
export const elsewhere = (): DataFrame[] =>
  series({}, [['failed', 1890], ['masked', 7], ['succeeded', 2100]], [['quota-exceeded', 0, [10, 24, 60]]]); // prettier-ignore

export const nothing: Rows = [];
export const good: Rows = [['succeeded', 41_204]];
