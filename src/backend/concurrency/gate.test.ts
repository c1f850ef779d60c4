import { setTimeout as sleep } from 'node:timers/promises';
import { Gate } from './gate';

const never = new AbortController().signal;

it('lets so many through at once, and the others in order', async () => {
  const gate = new Gate(2);
  const order: number[] = [];
  let inside = 0;
  let most = 0;
  const task = (number: number) => async () => {
    most = Math.max(most, ++inside);
    order.push(number);
    await sleep(5);
    inside--;
  };
  await Promise.all([1, 2, 3, 4, 5].map((number) => gate.through(never, task(number))));
  expect([order, most]).toEqual([[1, 2, 3, 4, 5], 2]);
});

it('lets one who waits leave, and gives the place of one who failed to the next', async () => {
  const gate = new Gate(1);
  const { signal, abort } = ((controller) => ({
    signal: controller.signal,
    abort: () => controller.abort(),
  }))(new AbortController());
  const failing = gate.through(never, async () => {
    await sleep(10);
    throw new Error('failed');
  });
  const leaving = gate.through(signal, async () => 'never');
  const last = gate.through(never, async () => 'last');
  const left = expect(leaving).rejects.toThrow(/abort/i);
  abort();
  await left;
  await expect(failing).rejects.toThrow('failed');
  await expect(last).resolves.toBe('last');
  await expect(gate.through(AbortSignal.abort(), async () => 'x')).rejects.toThrow(/abort/i);
});

it('lets lanes take turns, each in its order', async () => {
  const gate = new Gate(1);
  const order: string[] = [];
  const through = (lane: string, number: number) =>
    gate.through(never, async () => void order.push(`${lane}${number}`), lane);
  const first = gate.through(never, () => sleep(5));
  const views = [1, 2, 3, 4].map((number) => through('view', number));
  const alerts = [1, 2].map((number) => through('alert', number));
  await Promise.all([first, ...views, ...alerts]);
  expect(order).toEqual(['view1', 'alert1', 'view2', 'alert2', 'view3', 'view4']);
  await through('view', 5);
  expect(order.at(-1)).toBe('view5');
});
