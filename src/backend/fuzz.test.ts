/** Queries and settings by chance, the same at every run: each is answered or refused clearly, and nothing hangs. */
import { chance, hostileTexts, type Chance } from '../../tests/conformance/support/random';
import { HOUR, instanceOf, noon, signal } from '../../tests/support/instance';
import { GatewaylensError } from '../core/errors';
import { rowWith } from '../core/log';
import { toKql, toSql } from '../core/plan';
import { DEFAULT_KIND, queryTypes } from '../core/query';
import { kindOf } from '../core/query/kinds';
import { parseQuery } from '../core/query/schema';
import { builtinCatalogue, classify } from '../core/scenarios';
import { defaultSettings } from '../core/settings';
import { configuredCatalogue } from './settings/configured-catalogue';
import { parseSettings } from './settings/schema';
import { checkFrame } from './grafana/check-frame';
import { queryData } from './handlers/query-data';

jest.setTimeout(120_000);

const oddKeys = [
  '__proto__',
  'constructor',
  'toString',
  'length',
  'refId',
  'x',
  '0',
  '',
  'splitby',
  'scenario',
];
const kinds = Object.values(queryTypes).map(({ defaults }) => defaults);
const words = [
  ...Object.keys(queryTypes),
  'api',
  'service',
  'in',
  'notIn',
  'failed',
  '1h',
  'auto',
  'backend-timeout',
  'client',
];
const oddNumbers = [0, -1, 1, 0.5, 1e308, -1e308, 1e21, 5e-324, Number.MAX_SAFE_INTEGER, 2 ** 53, 500, 1000];

/** Any JSON. */
function json(by: Chance, depth = 3): unknown {
  switch (by.below(depth === 0 ? 5 : 8)) {
    case 0:
      return by.of(hostileTexts);
    case 1:
      return by.of(oddNumbers);
    case 2:
      return by.of([true, false, null]);
    case 3:
    case 4:
      return by.of(words);
    case 5:
    case 6:
      return Array.from({ length: by.below(by.below(20) === 0 ? 300 : 4) }, () => json(by, depth - 1));
    default:
      return Object.fromEntries(Array.from({ length: by.below(4) }, () => [by.of(oddKeys), json(by, depth - 1)]));
  }
} // prettier-ignore

/** The same value with some part of it replaced, added, doubled or left out. */
function changed(value: unknown, by: Chance): unknown {
  if (typeof value !== 'object' || value === null || by.below(6) === 0) {
    return by.below(3) === 0 ? nested(by) : json(by);
  }
  const entries = Object.entries(value);
  const place = by.below(Math.max(1, entries.length));
  const added: [string, unknown] = [by.of(oddKeys), json(by)];
  const next = [0, 1, 2].includes(by.below(5))
    ? entries.map(([key, part], i): [string, unknown] => [key, i === place ? changed(part, by) : part])
    : by.below(2) === 0
      ? entries.filter((_, i) => i !== place)
      : [...entries, added];
  return Array.isArray(value) ? [...next.map(([, part]) => part), ...(by.below(9) === 0 ? value : [])] : Object.fromEntries(next);
} // prettier-ignore

/** As deep as a parser of JSON goes without trouble. */
function nested(by: Chance): unknown {
  let value: unknown = 'x';
  for (let i = by.below(by.below(50) === 0 ? 2000 : 20); i > 0; i--) {
    value = by.below(2) === 0 ? [value] : { [by.of(['all', 'any', 'not', 'x'])]: value };
  }
  return value;
}

function documentLike(template: unknown, by: Chance): unknown {
  let value = template;
  for (let i = by.below(4); i > 0; i--) {
    value = changed(value, by);
  }
  return by.below(100) === 0 ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

const ranges = [
  [noon - HOUR, noon], [0, noon], [noon, noon], [noon, noon - HOUR], [NaN, noon], [0, 100 * 365 * 24 * HOUR],
  [-1e15, 1e15], [noon - 1, noon], [noon, Infinity], [0.5, 1.5],
] as const; // prettier-ignore

/** What became of it. */
class Tally {
  readonly outcomes = new Map<string, number>();

  async take(task: () => Promise<void> | void, what: unknown): Promise<void> {
    let outcome = 'answered';
    try {
      await task();
    } catch (problem) {
      if (!(problem instanceof GatewaylensError) || problem.fault === 'plugin') {
        throw new Error(`${JSON.stringify(what)?.slice(0, 1000)}`, { cause: problem });
      }
      outcome = problem.code;
    }
    this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + 1);
  }
} // prettier-ignore

it('answers or refuses 10,000 queries', async () => {
  const by = chance(5);
  const instance = instanceOf();
  const tally = new Tally();
  for (let i = 0; i < 10_000; i++) {
    const query = documentLike(by.of<unknown>(kinds), by);
    const [from, to] = by.below(3) > 0 ? ranges[0] : by.of<readonly [number, number]>(ranges);
    const item = { refId: 'A', query, range: { from, to }, maxDataPoints: by.of([0, 1, 1000, 43_200]) };
    const headers: Record<string, string> = by.below(3) === 0 ? { FromAlert: 'true' } : {};
    const context = { orgId: 1, user: undefined, dataSource: undefined, headers };
    await tally.take(async () => {
      const { frames } = await queryData(item, context, instance, signal);
      frames.forEach(checkFrame);
    }, item);
  }
  expect([...tally.outcomes.keys()].sort()).toEqual([
    'answered', 'kql-needs-log-analytics', 'query-field-invalid', 'query-field-unknown', 'query-kind-unknown',
    'query-newer', 'query-unreadable', 'range-invalid', 'scenario-unknown', 'too-many-buckets',
  ]);
  expect(tally.outcomes.get('answered')).toBeGreaterThan(2000);
}); // prettier-ignore

const timeout = builtinCatalogue.scenarios.find(({ id }) => id === 'backend-timeout');
const settings = {
  ...defaultSettings,
  services: [{ service: 'contoso', region: 'West Europe', tier: 'premium', units: 2 }],
  sampling: [{ service: 'contoso', percent: 50, alwaysLogErrors: false }, { percent: 25 }],
  customScenarios: [
    { ...timeout, id: 'own-a', examples: {} },
    { ...timeout, id: 'own-b', after: 'own-a', examples: {} },
    { ...timeout, id: 'own-c', replaces: 'quota-exceeded', examples: {} },
  ],
  disabledScenarios: ['rate-limited', 'own-b'],
  overrides: { 'own-a': { owner: 'network' }, 'backend-timeout': { remediation: ['x'], links: [] } },
};
const row = rowWith({ TimeGenerated: noon, ResponseCode: 500, LastErrorReason: 'Timeout' });

it('follows or refuses 2,000 settings, and works with the catalogue that they give', async () => {
  const by = chance(7);
  const tally = new Tally();
  const issues = new Set<string>();
  const query = parseQuery({ kind: DEFAULT_KIND });
  for (let i = 0; i < 2000; i++) {
    const jsonData = documentLike(settings, by);
    await tally.take(async () => {
      const catalogue = await configuredCatalogue(parseSettings(jsonData), undefined);
      catalogue.issues.forEach(({ code }) => issues.add(code));
      classify(row, catalogue);
      const context = { catalogue, range: { from: noon - HOUR, to: noon }, maxDataPoints: 0, forAlert: false, now: noon };
      const [plan] = kindOf(query).plans(query, context);
      if (i % 20 === 0 && plan) {
        toSql(plan, catalogue, 'x');
        toKql(plan, catalogue);
      }
    }, jsonData);
  }
  expect([...tally.outcomes.keys()].sort()).toEqual(['answered', 'settings-invalid']);
  expect([...issues].sort()).toEqual([
    'custom-scenario-duplicate', 'custom-scenario-invalid', 'custom-scenario-reference',
    'disabled-scenario-unknown', 'files-not-allowed', 'override-invalid',
  ]);
}); // prettier-ignore
