import { SharedTask } from './shared-task';

const { signal: never } = new AbortController();

/** A task with its signal, and how to end it. */
function opened() {
  let finish: (value: string) => void = () => undefined;
  let fail: (problem: Error) => void = () => undefined;
  let ending: AbortSignal | undefined;
  const work = jest.fn((signal: AbortSignal) => {
    ending = signal;
    return new Promise<string>((resolve, reject) => {
      [finish, fail] = [resolve, reject];
    });
  });
  const task = new SharedTask(work);
  return {
    task,
    work,
    finish: (value: string) => finish(value),
    fail: (problem: Error) => fail(problem),
    ending: () => ending!.aborted,
  };
}

it('does the work once for all who wait, and for those who come later', async () => {
  const { task, work, finish } = opened();
  const [first, second] = [task.join(never), task.join(never)];
  finish('done');
  expect([await first, await second, await task.join(never)]).toEqual(['done', 'done', 'done']);
  expect(work).toHaveBeenCalledTimes(1);
});

it('goes on while somebody waits, and ends with the last who leaves', async () => {
  const { task, ending } = opened();
  const [one, other] = [new AbortController(), new AbortController()];
  const [first, second] = [task.join(one.signal), task.join(other.signal)];
  one.abort();
  await expect(first).rejects.toThrow(/abort/i);
  expect([ending(), task.isEnded]).toEqual([false, false]);
  other.abort();
  await expect(second).rejects.toThrow(/abort/i);
  expect([ending(), task.isEnded]).toEqual([true, true]);
});

it('tells everybody when the work failed', async () => {
  const { task, fail } = opened();
  const waiting = Promise.allSettled([task.join(never), task.join(never)]);
  fail(new Error('failed'));
  expect((await waiting).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(task.join(never)).rejects.toThrow('failed');
});

it('does not let in who has left already, nor end the work for them', async () => {
  const { task, ending } = opened();
  await expect(task.join(AbortSignal.abort())).rejects.toThrow(/abort/i);
  expect(ending()).toBe(false);
});
