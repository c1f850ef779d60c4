import { interruptedBy } from './interrupted-by';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

it('interrupts until the query has ended', () => {
  const controller = new AbortController();
  const interrupt = jest.fn();
  const ended = interruptedBy(controller.signal, { interrupt });
  const counts: number[] = [];
  const count = () => {
    jest.advanceTimersByTime(50);
    counts.push(interrupt.mock.calls.length);
  };
  count();
  controller.abort();
  count();
  count();
  ended();
  count();
  expect(counts).toEqual([0, 2, 3, 3]);
});

it('leaves a connection alone whose query has ended before', () => {
  const controller = new AbortController();
  const interrupt = jest.fn();
  interruptedBy(controller.signal, { interrupt })();
  controller.abort();
  jest.advanceTimersByTime(1000);
  expect(interrupt).not.toHaveBeenCalled();
});
