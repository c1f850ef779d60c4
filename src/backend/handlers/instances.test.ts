import type { DataSourceRef, RequestContext } from '../messages';
import type { Instance } from './instance';
import { Instances } from './instances';

const ref = (change: Partial<DataSourceRef> = {}): DataSourceRef => ({
  uid: 'x',
  name: 'X',
  updated: 1,
  jsonData: { source: 'demo' },
  secrets: {},
  ...change,
});
const context = (change: Partial<DataSourceRef> = {}, orgId = 1): RequestContext => ({
  orgId,
  user: undefined,
  dataSource: ref(change),
  headers: {},
});

/** Instances that tell what is made and ended, in order. */
function observed() {
  const events: string[] = [];
  let made = 0;
  const create = jest.fn(async (): Promise<Instance> => {
    const name = String(++made);
    events.push(`made ${name}`);
    const source = { name, dispose: async () => void events.push(`ended ${name}`) };
    return { source } as unknown as Instance;
  });
  let at = 0;
  const instances = new Instances(create, () => at);
  return { instances, create, events, pass: (ms: number) => (at += ms) };
}
const nameOf = async ({ source }: Instance) => (source as unknown as { name: string }).name;

/** A use of an instance that lasts until it is told to end. */
function lasting(instances: Instances, of: RequestContext) {
  let end: () => void = () => undefined;
  const used = instances.use(of, () => new Promise<void>((resolve) => (end = resolve)));
  return { end: () => (end(), used), started: () => new Promise(setImmediate) };
}

it('shares one instance among all who use a data source', async () => {
  const { instances, events } = observed();
  expect(await Promise.all([1, 2, 3].map(() => instances.use(context(), nameOf)))).toEqual(['1', '1', '1']);
  expect(await instances.use(context(), nameOf)).toBe('1');
  expect(events).toEqual(['made 1']);
});

it.each<[string, RequestContext]>([
  ['data source', context({ uid: 'y' })],
  ['organisation', context({}, 2)],
])('keeps each %s apart', async (_, other) => {
  const { instances, events } = observed();
  await instances.use(context(), nameOf);
  expect([await instances.use(other, nameOf), await instances.use(context(), nameOf)]).toEqual(['2', '1']);
  expect(events).toEqual(['made 1', 'made 2']);
});

it.each<[string, Partial<DataSourceRef>]>([
  ['it was saved', { updated: 2 }],
  ['its settings changed', { jsonData: { source: 'files' } }],
  ['a secret changed', { secrets: { key: 'new' } }],
])('makes it anew when %s', async (_, change) => {
  const { instances, events } = observed();
  await instances.use(context(), nameOf);
  expect(await instances.use(context(change), nameOf)).toBe('2');
  expect(events).toEqual(['made 1', 'made 2', 'ended 1']);
});

it('ends the old one only after its last user', async () => {
  const { instances, events } = observed();
  const [first, second] = [lasting(instances, context()), lasting(instances, context())];
  await first.started();
  await instances.use(context({ updated: 2 }), nameOf);
  await first.end();
  expect(events).toEqual(['made 1', 'made 2']);
  await second.end();
  await new Promise(setImmediate);
  expect(events).toEqual(['made 1', 'made 2', 'ended 1']);
});

it('makes it anew when what it was made from has changed, and lets its users finish', async () => {
  const { instances, create, events, pass } = observed();
  let isCurrent = true;
  const made = create.getMockImplementation()!;
  create.mockImplementationOnce(async () => ({ ...(await made()), isCurrent: async () => isCurrent }));
  const user = lasting(instances, context());
  await user.started();
  pass(10_000);
  expect(await instances.use(context(), nameOf)).toBe('1');
  isCurrent = false;
  expect(await instances.use(context(), nameOf)).toBe('1'); // looked at a moment ago
  pass(10_000);
  expect(await instances.use(context(), nameOf)).toBe('2');
  expect(events).toEqual(['made 1', 'made 2']);
  await user.end();
  await user.started();
  expect(events).toEqual(['made 1', 'made 2', 'ended 1']);
});

it('ends what is not used for long, and not what is', async () => {
  jest.useFakeTimers({ doNotFake: ['setImmediate'] });
  const { instances, events } = observed();
  const user = lasting(instances, context());
  await user.started();
  jest.advanceTimersByTime(3_600_000);
  expect(events).toEqual(['made 1']);
  await user.end();
  jest.advanceTimersByTime(60_000);
  expect(await instances.use(context(), nameOf)).toBe('1');
  jest.advanceTimersByTime(3_600_000);
  await user.started();
  expect(events).toEqual(['made 1', 'ended 1']);
  expect(await instances.use(context(), nameOf)).toBe('2');
  jest.useRealTimers();
});

it('tries again what could not be made', async () => {
  const { instances, create } = observed();
  create.mockRejectedValueOnce(new Error('wrong'));
  const tries = [1, 2].map(() => instances.use(context(), nameOf).catch(String));
  expect(await Promise.all(tries)).toEqual(['Error: wrong', 'Error: wrong']);
  expect(await instances.use(context(), nameOf)).toBe('1');
  expect(create).toHaveBeenCalledTimes(2);
});

it('gives up nothing when a use fails', async () => {
  const { instances, events } = observed();
  await expect(instances.use(context(), () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
  expect(await instances.use(context(), nameOf)).toBe('1');
  expect(events).toEqual(['made 1']);
});

it('refuses a request that names no data source', async () => {
  const { instances } = observed();
  const nobody = { ...context(), dataSource: undefined };
  await expect(instances.use(nobody, nameOf)).rejects.toMatchObject({ code: 'settings-missing' });
});

it('ends all of them at the end', async () => {
  const { instances, events } = observed();
  await instances.use(context(), nameOf);
  await instances.use(context({ uid: 'y' }), nameOf);
  await instances.dispose();
  expect(events).toEqual(['made 1', 'made 2', 'ended 1', 'ended 2']);
});
