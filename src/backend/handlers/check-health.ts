import type { HealthResult } from '../messages';
import type { Instance } from './instance';

/** What the data source can do, capability by capability, with what to do next. */
export async function checkHealth(
  { source, catalogue }: Instance,
  signal: AbortSignal,
): Promise<HealthResult> {
  const found = await source.check(signal);
  const capabilities = [
    ...found,
    { name: 'Catalogue', state: 'ok' as const, message: `${catalogue.scenarios.length} scenarios.` },
  ];
  const ok = capabilities.every(({ state }) => state !== 'missing');
  return {
    ok,
    message: capabilities.map(({ message, hint = '' }) => `${message} ${hint}`.trim()).join(' '),
    details: { capabilities },
  };
}
