import { amount } from '../../core/amount';
import type { MergedCatalogue } from '../../core/custom-scenarios';
import { asGatewaylensError } from '../../core/errors';
import { settingName } from '../../core/settings';
import type { HealthResult } from '../messages';
import type { Capability } from '../sources/log-source';
import type { Instance } from './instance';

/** What the data source can do, capability by capability, with what to do next. */
export async function checkHealth(
  { source, catalogue, settings }: Instance,
  signal: AbortSignal,
): Promise<HealthResult> {
  const found = await source.check(signal).catch((thrown: unknown) => [missingLogs(thrown)]);
  const main = [...found, scenarios(catalogue)];
  const ok = main.every(({ state }) => state !== 'missing');
  return {
    ok,
    message: main.map(({ message, hint = '' }) => `${message} ${hint}`.trim()).join(' '),
    details: { capabilities: [...main, ...refinements(settings)], issues: catalogue.issues },
  };
}

/** @throws what is a fault of ours, so that it is logged */
function missingLogs(thrown: unknown): Capability {
  const problem = asGatewaylensError(thrown);
  if (problem.fault === 'plugin') {
    throw problem;
  }
  const { code, message, hint } = problem;
  return { name: 'Logs', state: 'missing', message, hint: `${hint} (${code})` };
}

/** A catalogue without some custom scenarios still explains everything else. */
function scenarios({ scenarios: all, provenance, disabled, issues }: MergedCatalogue): Capability {
  const own = Object.values(provenance).filter(({ origin }) => origin !== 'built-in').length;
  const skipped = [...new Set(issues.flatMap((issue) => issue.skipped ?? []))];
  const parts = [
    ...(own > 0 ? [`${amount(own)} of them custom`] : []),
    ...(disabled.length > 0 ? [`${amount(disabled.length)} disabled`] : []),
  ];
  const counted = `${amount(all.length)} scenarios${parts.length > 0 ? `, ${parts.join(', ')}` : ''}.`;
  const [first] = issues;
  if (!first) {
    return { name: 'Catalogue', state: 'ok', message: counted };
  }
  const left = skipped.length > 0 ? ` Custom scenarios left out: ${skipped.join(', ')}.` : '';
  const more = issues.length > 1 ? ` (and ${amount(issues.length - 1)} more)` : '';
  return {
    name: 'Catalogue',
    state: 'limited',
    message: `${counted}${left}`,
    hint: `${first.message}${more} ${first.hint}`,
  };
}

/** What makes numbers better and nothing depends on. */
function refinements({ services, sampling }: Instance['settings']): readonly Capability[] {
  const name = 'Connection limits';
  const limits: Capability =
    services.length > 0
      ? { name, state: 'ok', message: `Sizes are known of: ${names(services)}.` }
      : {
          name,
          state: 'limited',
          message: 'Estimated connections are held against no limit.',
          hint: `Tell tier and units of your API Management instances in ${settingName('services')}.`,
        };
  const partial = sampling.filter(({ percent }) => percent < 100);
  return partial.length === 0
    ? [limits]
    : [
        limits,
        {
          name: 'Sampling',
          state: 'limited',
          message: `Not every request is logged by: ${names(partial)}.`,
          hint: 'For exact numbers set the sampling of the diagnostic setting in API Management to 100 %.',
        },
      ];
}

const names = (entries: readonly { readonly service?: string | undefined }[]) =>
  [...new Set(entries.map(({ service = 'every instance' }) => service))].join(', ');
