/** Every fault, met by every kind of query of a dashboard and of an alert rule: what comes of it. */
import { asGatewaylensError, GatewaylensError, type ErrorCode } from '../../src/core/errors';
import type { Frame } from '../../src/core/frames';
import { queryTypes, type QueryKind } from '../../src/core/query';
import { queryData } from '../../src/backend/handlers/query-data';
import type { LogAnalyticsSource } from '../../src/backend/sources/log-analytics';
import type { Capability } from '../../src/backend/sources/log-source';
import {
  FakeWorkspace,
  faults,
  remembering,
  SECRET,
  selfMade,
  sourceAt,
  type FaultName,
  type KqlRunner,
} from '../../tests/support/fake-workspace';
import { observedRange } from '../../tests/support/gateway-records';
import { instanceOf } from '../../tests/support/instance';
import { expected, type Place, type Verdict } from './expected';

export interface Cell {
  readonly fault: FaultName | Place;
  readonly kind: QueryKind | 'health check';
  readonly asked: 'view' | 'alert' | 'health';
  readonly verdict: Verdict | 'HANG' | 'WRONG';
  /** What was told, of an error. */
  readonly told: string;
  readonly isExpected: boolean;
}

const kinds = Object.keys(queryTypes) as QueryKind[];
/** Time for a query that never ends, and for others; a login has 30 s of it at most, which a busy machine may need. */
const [SHORT, LONG] = [60, 120];
/** What a busy machine may take beyond a deadline before that is called a hang. */
const SLACK_MS = 60_000;
/** Small, because many are read at once. */
const MAX_BYTES = 2 ** 20;
/** Some faults wait for the deadline, others for nothing: a few at a time take little. */
const AT_ONCE = 4;
const { signal } = new AbortController();

type Frames = ReadonlyMap<string, string>;

/** Data of every kind, as it is and where there are no rows. */
interface Known {
  readonly right: Frames;
  readonly empty: Frames;
}

/** @param runner over the observed rows */
export async function faultMatrix(runner: KqlRunner, tell: (cells: readonly Cell[]) => void): Promise<readonly Cell[]> {
  const engine = remembering(runner);
  const right = await framesWith(engine);
  const empty = await framesWith({ query: (kql) => runner.query(kql, 'false') });
  const names = Object.keys(expected) as (FaultName | Place)[];
  const all: Cell[] = [];
  const worker = async () => {
    for (let name = names.shift(); name !== undefined; name = names.shift()) {
      const cells = await underFault(name, engine, { right, empty });
      tell(cells);
      all.push(...cells);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return all;
} // prettier-ignore

/** The data of every kind without any fault. */
async function framesWith(engine: KqlRunner): Promise<Frames> {
  const fake = await FakeWorkspace.start({ engine });
  const right = new Map<string, string>();
  for (const asked of ['view', 'alert'] as const) {
    for (const kind of kinds) {
      const frames = await framesOf(fake, kind, asked, 600);
      right.set(`${kind} ${asked}`, dataOf(frames));
    }
  }
  await fake.stop();
  return right;
}

async function underFault(name: FaultName | Place, engine: KqlRunner, known: Known): Promise<readonly Cell[]> {
  const fake = await fakeWith(name, engine);
  const cell = (kind: Cell['kind'], asked: Cell['asked'], { verdict, told }: Found): Cell => ({
    fault: name, kind, asked, verdict, told,
    isExpected: verdict === expectedOf(name, kind, asked) && !leaks(told, fake),
  });
  const secondsOf = (asked: Cell['asked']) => (expected[name][asked] === 'azure-too-slow' ? SHORT : LONG);
  const cells = (['view', 'alert'] as const).flatMap((asked) =>
    kinds.map(async (kind): Promise<Cell> => {
      const seconds = secondsOf(asked);
      const judge = (frames: readonly Frame[]) => verdictOfFrames(frames, `${kind} ${asked}`, known);
      return cell(kind, asked, await verdictOf(framesOf(fake, kind, asked, seconds, name), seconds, judge));
    }),
  );
  const health = verdictOf(healthOf(fake, secondsOf('health'), name), secondsOf('health'), verdictOfHealth);
  const all = await Promise.all([...cells, health.then((found) => cell('health check', 'health', found))]);
  await fake.stop().catch(() => undefined);
  return all;
} // prettier-ignore

function expectedOf(name: FaultName | Place, kind: Cell['kind'], asked: Cell['asked']): Verdict {
  const { written, ...of } = expected[name];
  return kind === 'kql' && written !== undefined ? written : of[asked];
}

async function fakeWith(name: FaultName | Place, engine: KqlRunner): Promise<FakeWorkspace> {
  const certificate = name === 'name of somebody else' ? await selfMade(['elsewhere.example']) : undefined;
  const fake = await FakeWorkspace.start({ engine, ...(certificate ? { certificate } : {}) });
  if (name in faults) {
    fake.failAlways(name as FaultName);
  }
  return fake;
}

/** Where the source looks for the workspace, for faults of the place. */
function settingsFor(name: FaultName | Place | undefined, fake: FakeWorkspace) {
  switch (name) {
    case 'unknown host':
      return { endpoints: { logs: 'https://nowhere.invalid', login: fake.url } };
    case 'closed port':
      return { endpoints: { logs: 'https://localhost:9', login: fake.url } };
    case 'unknown authority':
      return { tlsAuthWithCACert: false };
    default:
      return {};
  }
}

function sourceUnder(fake: FakeWorkspace, timeout: number, name?: FaultName | Place): LogAnalyticsSource {
  const administration = { allowedEndpoints: [fake.url, 'https://nowhere.invalid', 'https://localhost:9'] };
  const settings = { timeout, expertKql: true, ...settingsFor(name, fake) };
  return sourceAt(fake, { settings, administration, maxBytes: MAX_BYTES });
}

async function healthOf(...[fake, timeout, name]: Parameters<typeof sourceUnder>): Promise<readonly Capability[]> {
  const source = sourceUnder(fake, timeout, name);
  try {
    return await source.check(signal);
  } finally {
    await source.dispose();
  }
} // prettier-ignore

async function framesOf(
  fake: FakeWorkspace,
  kind: QueryKind,
  asked: 'view' | 'alert',
  timeout: number,
  name?: FaultName | Place,
): Promise<readonly Frame[]> {
  const source = sourceUnder(fake, timeout, name);
  const headers: Record<string, string> = asked === 'alert' ? { FromAlert: 'true' } : {};
  const item = { refId: 'A', query: { kind }, range: observedRange, maxDataPoints: 0 };
  const context = { orgId: 1, user: undefined, dataSource: undefined, headers };
  try {
    const instance = instanceOf({ source, now: () => observedRange.to });
    return (await queryData(item, context, instance, signal)).frames;
  } finally {
    await source.dispose();
  }
}

type Found = Pick<Cell, 'verdict' | 'told'>;

async function verdictOf<T>(
  work: Promise<T>,
  seconds: number,
  judge: (result: T) => Cell['verdict'],
): Promise<Found> {
  const hung = seconds * 1000 + SLACK_MS;
  const deadline = new Promise<'HANG'>((resolve) => setTimeout(() => resolve('HANG'), hung).unref());
  try {
    return { verdict: await Promise.race([work.then(judge), deadline]), told: '' };
  } catch (problem) {
    const error = asGatewaylensError(problem);
    const isOurs = problem instanceof GatewaylensError && error.hint !== '';
    const told = `${error.message} ${error.hint} (${error.fault})`;
    return { verdict: isOurs ? error.code : 'WRONG', told: isOurs ? told : String(problem) };
  }
} // prettier-ignore

function verdictOfFrames(frames: readonly Frame[], key: string, { right, empty }: Known): Cell['verdict'] {
  const data = dataOf(frames);
  if (data !== right.get(key)) {
    return data === empty.get(key) ? 'empty' : 'WRONG';
  }
  const isIncomplete = frames.every(
    ({ meta: { custom, notices = [] } }) =>
      (custom as { partial?: boolean } | undefined)?.partial === true &&
      notices.some(({ text }) => text.startsWith('Incomplete')),
  );
  return isIncomplete ? 'incomplete' : 'right';
}

/** What limits the logs is told with its code. */
function verdictOfHealth(capabilities: readonly Capability[]): Cell['verdict'] {
  const codes = capabilities.map(({ hint = '' }) => /\((azure-[a-z-]+)\)$/.exec(hint)?.[1]);
  const code = codes.find((one) => one !== undefined) as ErrorCode | undefined;
  return code === 'azure-table-empty' ? 'empty' : (code ?? 'right');
}

const dataOf = (frames: readonly Frame[]) =>
  JSON.stringify(
    frames.map(({ name, fields }) => [name, fields.map((field) => [field.name, field.labels, field.values])]),
  );

/** A secret has no place in what is told. */
const leaks = (told: string, { issued }: FakeWorkspace) =>
  told.includes(SECRET) || issued.some(({ access_token }) => told.includes(access_token));
