/** Frames as Grafana's SDK decodes them, in short, and a log that is small enough to know all of them. */
import { rowWith } from '../../src/core/log';
import { files, type BackendOverLogs } from './backend-over-logs';
import { observedRange, observedRows, recordOf } from './gateway-records';
import type { PeerField, PeerFrame } from './grafana-peer';

export const MINUTE = 60_000;

/** A field in short: its name and labels, its type in Go, a question mark where it may hold nothing. */
function inShort({ name, labels = {}, type, typeInfo }: PeerField): string {
  const { owner: _, family: __, ...telling } = labels;
  const marks = Object.entries(telling).map(([key, value]) => `${key}=${value}`);
  return `${[name, ...marks].join(' ')}: ${type}${typeInfo.nullable ? '?' : ''}`;
}

export const summary = ({ schema }: PeerFrame) => ({
  name: schema.name,
  type: schema.meta?.type ?? 'table',
  fields: schema.fields.map(inShort),
});

export const table = (name: string, fields: string) => ({
  name,
  type: 'table',
  fields: fields.trim().split(/\s*\n\s*/),
});

/** Three failures of one scenario in the first minute of an hour, one request that succeeded in the third. */
export const base = observedRows.find(({ expected }) => expected === 'backend-connect-timeout')!.row;
const rows = [0, 1, 2].map((i) => ({
  ...base,
  TimeGenerated: observedRange.from + i * 1000,
  CorrelationId: `row-${i}`,
}));
const succeeded = rowWith({
  ...base,
  TimeGenerated: observedRange.from + 2 * MINUTE,
  CorrelationId: 'row-3',
  ResponseCode: 200,
  BackendResponseCode: 200,
  IsRequestSuccess: true,
  LastErrorSource: '',
  LastErrorReason: '',
  LastErrorMessage: '',
  LastErrorSection: '',
  LastErrorElapsed: null,
  Errors: '',
  TotalTime: 100,
  BackendTime: 60,
});

export const smallLog = { 'rows.ndjson': [...rows, succeeded].map((row) => recordOf(row, 'resource')) };

/** The frames of a query over the small log. */
export async function framesOf(
  { peer }: BackendOverLogs,
  json: object,
  range = { from: observedRange.from, to: observedRange.from + 3 * MINUTE },
): Promise<readonly PeerFrame[]> {
  const { A } = await peer.query(files('rows.ndjson'), [{ refId: 'A', ...range, json }]);
  expect([A!.error, A!.status]).toEqual(['', 200]);
  return A!.frames!;
}
