import { setTimeout as sleep } from 'node:timers/promises';

/** Longer than a slow and busy machine takes. */
const LONG_MS = 120_000;

/** Tries until what is expected holds, however long the machine takes for it. */
export async function eventually(expectations: () => Promise<void>): Promise<void> {
  for (const end = performance.now() + LONG_MS; ; await sleep(50)) {
    try {
      return await expectations();
    } catch (problem) {
      if (performance.now() > end) {
        throw problem;
      }
    }
  }
}
