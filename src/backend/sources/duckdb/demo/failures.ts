/** The catalogue's examples as rows that can befall a request. */
import { rowWith, type ColumnValues } from '../../../../core/log';
import { classify, type Catalogue, type Example, type Scenario } from '../../../../core/scenarios';

/** What an example says of a row; the rest of the row is the request's own. */
export const failureColumns = [
  'ResponseCode', 'BackendResponseCode', 'IsRequestSuccess', 'LastErrorReason', 'LastErrorMessage', 'LastErrorSource',
  'LastErrorScope', 'LastErrorSection', 'LastErrorElapsed', 'Errors', 'TotalTime', 'BackendTime', 'ClientTime',
] as const satisfies readonly (keyof ColumnValues)[]; // prettier-ignore
const times = ['LastErrorElapsed', 'TotalTime', 'BackendTime', 'ClientTime'] as const;

export interface Failure {
  readonly scenario: string;
  /** A retry answered in the end; only the log tells. */
  readonly isRecovered: boolean;
  /** The backend was called at all. */
  readonly isCalled: boolean;
  /** The gateway knows who called, and by which operation. */
  readonly isKnown: boolean;
  readonly row: Partial<ColumnValues>;
}

type Row = Example['row'];

/** Refused before the gateway looked for the caller's subscription. */
const UNKNOWN_CALLER = ['operation-not-found', 'subscription-key-missing', 'subscription-key-invalid'];

/** Every example; then again each that a retry could have recovered. */
export function failuresOf(catalogue: Catalogue): readonly Failure[] {
  const plain = catalogue.scenarios.flatMap((scenario) =>
    scenario.examples.matches.map(({ row }) => failureOf(scenario, row)),
  );
  const recovered = plain
    .map((failure) => ({ ...failure, isRecovered: true, row: { ...failure.row, ...ANSWERED } }))
    .filter((failure) => isMasked(failure, catalogue));
  return [...plain, ...recovered];
}

const ANSWERED: Row = { ResponseCode: 200, BackendResponseCode: 200, IsRequestSuccess: true };

function failureOf(scenario: Scenario, row: Row): Failure {
  return {
    scenario: scenario.id,
    isRecovered: false,
    isCalled:
      scenario.evidence.includes('BackendUrl') ||
      Boolean(row.BackendResponseCode ?? row.BackendTime) ||
      ['forward-request', 'transfer-response'].includes(row.LastErrorSource ?? ''),
    isKnown: !UNKNOWN_CALLER.includes(scenario.id),
    row: { ...row, ...timesOf(scenario, row), Errors: errorsOf(row) },
  };
}

/** An example without times takes those of another; where the backend answered, the request has its usual ones. */
function timesOf({ examples }: Scenario, row: Row): Row {
  const isTimed = (one: Row) => times.some((name) => typeof one[name] === 'number');
  const from =
    isTimed(row) || row.BackendResponseCode
      ? row
      : (examples.matches.find((one) => isTimed(one.row))?.row ?? row);
  return Object.fromEntries(times.map((name) => [name, from[name] ?? null]));
}

/** All errors of the request. What fails within a retry fails after the error that was to be retried. */
function errorsOf(row: Row): string {
  const { LastErrorSource: source, LastErrorReason: reason, LastErrorMessage: message } = row;
  const last = { source, reason, message, section: row.LastErrorSection };
  const first = {
    source: 'forward-request',
    reason: 'Timeout',
    message: 'Request to the backend service timed out',
    section: 'backend',
  };
  const isNothing = Object.values(last).every((text) => text === undefined);
  return row.Errors ?? (isNothing ? '' : JSON.stringify(source === 'retry' ? [first, last] : [last]));
}

/** Whether the log still tells the scenario, by the error alone: the times are another attempt's too. */
function isMasked({ scenario, row }: Failure, catalogue: Catalogue): boolean {
  const { outcome, scenario: found } = classify(
    rowWith({ ...row, BackendTime: null, LastErrorElapsed: null }),
    catalogue,
  );
  return outcome === 'masked' && found === scenario;
}
