/**
 * What dashboards, alert rules and provisioned files have stored goes on meaning the same, whichever version stored it. These
 * files are added to and never changed: a new default must not change what stored queries mean.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { migrate } from './migrate';
import { QUERY_VERSION } from './model';
import { parseQuery } from './schema';

interface Stored {
  readonly stored: { readonly kind?: string };
  readonly means: object;
}

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as unknown;
const fileOf = (version: number) => path.join(__dirname, 'stored', `version-${version}.json`);
/** Fields that a kind got without a new version: only such whose default changes nothing. */
const addedLater = ({ kind = 'scenario-series' }: Stored['stored']) =>
  kind === 'scenario-series' ? { places: null, severities: [] } : {};
const versions = Array.from({ length: QUERY_VERSION }, (_, i) => i + 1);

it('has stored queries of every version', () => {
  expect(versions.filter((version) => !existsSync(fileOf(version)))).toEqual([]);
});

describe.each(versions)('queries that version %d stored', (version) => {
  const all = read(fileOf(version)) as readonly Stored[];

  it.each(all.map(({ stored, means }) => [JSON.stringify(stored), stored, means] as const))(
    '%s',
    (_, stored, means) => {
      expect(parseQuery(stored)).toEqual({ ...addedLater(stored), ...means });
    },
  );

  it('is a copy that can be stored again', () => {
    all.forEach(({ stored, means }) =>
      expect(parseQuery(JSON.parse(JSON.stringify(means)))).toEqual({ ...addedLater(stored), ...means }),
    );
  });
});

it('refuses what a newer version stored, which may mean something else', () => {
  expect(() => migrate({ kind: 'taxonomy', version: QUERY_VERSION + 1 })).toThrow(
    expect.objectContaining({ code: 'query-newer' }),
  );
});

it('leaves what it is given as it was', () => {
  const stored = Object.freeze({ kind: 'taxonomy' });
  expect(migrate(stored)).toEqual({ kind: 'taxonomy', version: QUERY_VERSION });
});

/** Of dashboards that come with the app. */
const bundled = readdirSync('src/dashboards').map((file) => path.join('src/dashboards', file));

it.each(bundled)('%s says of each query which version it has', (file) => {
  const queries = queriesIn(read(file));
  expect(queries.length).toBeGreaterThan(0);
  expect(queries.map(({ version }) => version)).toEqual(queries.map(() => QUERY_VERSION));
});

/** Everything below it that has one of our kinds. */
function queriesIn(value: unknown): { readonly kind: string; readonly version?: unknown }[] {
  if (typeof value !== 'object' || value === null) {
    return [];
  }
  const here = value as { kind?: unknown; refId?: unknown };
  const below = Object.values(value).flatMap(queriesIn);
  return typeof here.kind === 'string' && 'refId' in here ? [here as { kind: string }, ...below] : below;
}
