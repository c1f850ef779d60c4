/** Where API Management logs only some requests, numbers are not what they seem. */
import type { Field, Frame, Notice } from '../frames';
import { samplingOf, type Sampling } from '../settings';
import type { TimingQuery } from './kinds/timing/query';
import type { AnyQuery } from './model';

/** Frames that say what sampling does to them. */
export function withSampling(
  frames: readonly Frame[],
  { where, requests }: Pick<AnyQuery, 'where'> & Partial<Pick<TimingQuery, 'requests'>>,
  sampling: readonly Sampling[],
): readonly Frame[] {
  const only = where.find(({ dimension, op, values }) => dimension === 'service' && op === 'in' && values.length > 0);
  const found = samplingOf(sampling, only?.values);
  if (found.length === 0) {
    return frames;
  }
  const isBiased = found.some(({ alwaysLogErrors }) => alwaysLogErrors);
  const notices = found.slice(0, MOST_NOTICES).map(noticeOf);
  return frames
    .map((frame) => withoutEstimates(frame, sampling))
    .map((frame) => ({
      ...frame,
      meta: { ...frame.meta, notices: [...(frame.meta.notices ?? []), ...notices, ...(isBiased && requests !== 'failed' ? biasOfTimes(frame) : [])] },
      fields: isBiased ? frame.fields.map((field) => marked(frame, field)) : frame.fields,
    }));
} // prettier-ignore

const MOST_NOTICES = 3;

function noticeOf({ service, percent, alwaysLogErrors }: Sampling): Notice {
  const where = service === undefined ? '' : ` of “${service}”`;
  const text = alwaysLogErrors
    ? `Only ${percent} % of the requests${where} are logged (sampling), but all that failed: shares of all requests are biased, too high.`
    : `Only ${percent} % of the requests${where} are logged (sampling): counts and rates are lower than they were, and rare failures may be missing.`;
  return { severity: 'warning', text };
}

/** Shares of all requests, by the frame. Shares of failures are what they are: all of these are logged. */
const biased: Readonly<Record<string, readonly string[]>> = {
  failures: ['share'],
  taxonomy: ['shareOfRequests'],
  breakdown: ['failureRate', 'traffic', 'lift'],
  'backend-hosts': ['share'],
};

function biasOfTimes({ name }: Frame): readonly Notice[] {
  const text =
    'Times of all requests are biased, too: those that failed weigh more in them than they should.';
  return name === 'timing' ? [{ severity: 'warning', text }] : [];
}

/** Connections are estimated from calls: where some are not logged, a number would be too low, and look safe. */
function withoutEstimates(frame: Frame, sampling: readonly Sampling[]): Frame {
  const services = frame.fields.find(({ name }) => name === 'service')?.values ?? [];
  const isSampled = services.map((service) => samplingOf(sampling, [String(service)]).length > 0);
  if (frame.name !== 'backend-connections' || !isSampled.includes(true)) {
    return frame;
  }
  const text = 'No connections are estimated where only some of the requests are logged.';
  const notices: readonly Notice[] = [...(frame.meta.notices ?? []), { severity: 'info', text }];
  const fields = frame.fields.map((field) =>
    field.type === 'number' && ESTIMATES.includes(field.name)
      ? { ...field, values: field.values.map((value, i) => (isSampled[i] ? null : value)) }
      : field,
  );
  return { ...frame, meta: { ...frame.meta, notices }, fields };
}

const ESTIMATES: readonly string[] = ['connectionsFrom', 'connectionsTo'];

function marked({ name }: Frame, field: Field): Field {
  if (!biased[name]?.includes(field.name)) {
    return field;
  }
  const { displayNameFromDS = field.name, description } = field.config ?? {};
  const why = 'Biased: of the requests that succeeded only some are logged.';
  const config = {
    ...field.config,
    displayNameFromDS: `${displayNameFromDS} (biased)`,
    description: description === undefined ? why : `${description} ${why}`,
  };
  return { ...field, config };
}
