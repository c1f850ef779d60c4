import { demoRows } from './demo-rows';
import type { Engine } from '../engine';

it('tells its health with numbers that can be read', async () => {
  const engine = { rows: () => Promise.resolve([[11_331n]]) } as Partial<Engine> as Engine;
  expect(await demoRows(() => Date.UTC(2026, 0)).check(engine, new AbortController().signal)).toEqual([
    {
      name: 'Demo data',
      state: 'ok',
      message: 'Invented requests of the last seven days, 11,331 of them in the last hour.',
    },
  ]);
});
