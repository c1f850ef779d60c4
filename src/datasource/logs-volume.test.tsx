import { createDataFrame, dateTime, FieldType, LoadingState, type DataFrame } from '@grafana/data';
import { lastValueFrom, of, throwError, toArray } from 'rxjs';
import { queryTypes } from '../core/query';
import { logsVolume, volumeQuery } from './logs-volume';
import type { GatewaylensQuery } from './query';

const where = [{ dimension: 'api', op: 'in', values: ['$api'] }];
const query = (change: object) =>
  ({ refId: 'A', kind: 'failures', format: 'logs', ...change }) as GatewaylensQuery;
const request = (...targets: readonly GatewaylensQuery[]) =>
  ({ requestId: 'r', targets, range: { from: dateTime(1000), to: dateTime(9000) } }) as never;

it('counts what the log lines are of: the same failures, over time', () => {
  const datasource = { uid: 'x' };
  expect(
    volumeQuery(query({ datasource, where, families: ['access'], outcomes: ['masked'], limit: 5 })),
  ).toEqual({
    ...queryTypes['scenario-series'].defaults,
    refId: 'log-volume-A',
    datasource,
    where,
    families: ['access'],
    outcomes: ['masked'],
    top: 18,
  });
});

it.each([{ format: 'table' }, { kind: 'taxonomy' }, { kind: 'oracle' }, { version: 99 }, { hide: true }])(
  'counts nothing for %j',
  (change) => {
    expect(volumeQuery(query(change))).toBeUndefined();
    expect(logsVolume(request(query(change)), 'APIM', jest.fn())).toBeUndefined();
  },
);

const answer = createDataFrame({
  refId: 'log-volume-B',
  fields: [
    { name: 'time', type: FieldType.time, values: [1000, 2000] },
    { name: 'count', type: FieldType.number, values: [0, 3], config: { displayNameFromDS: 'Timed out' } },
    { name: 'count', type: FieldType.number, values: [0, 0], config: { displayNameFromDS: 'Never' } },
  ],
});

it('gives a frame of bars for each scenario that occurred, with what Explore wants to know of it', async () => {
  const ask = jest.fn().mockReturnValue(of({ data: [answer] }));
  const lines = query({ refId: 'B' });
  const states = await lastValueFrom(
    logsVolume(request(query({ format: 'table' }), lines), 'APIM', ask)!.pipe(toArray()),
  );
  expect(states.map(({ state }) => state)).toEqual([LoadingState.Loading, undefined]);
  expect(ask.mock.calls[0][0]).toMatchObject({ requestId: 'r-volume', targets: [{ refId: 'log-volume-B' }] });
  const [frame, ...others] = states[1]!.data as DataFrame[];
  expect(others).toEqual([]);
  expect(frame!.fields.map(({ values }) => values)).toEqual([
    [1000, 2000],
    [0, 3],
  ]);
  expect(frame!.fields[1]!.config).toMatchObject({
    displayNameFromDS: 'Timed out',
    custom: { drawStyle: 'bars' },
  });
  expect(frame!.meta).toEqual({
    custom: {
      logsVolumeType: 'FullRange',
      absoluteRange: { from: 1000, to: 9000 },
      datasourceName: 'APIM',
      sourceQuery: lines,
    },
  });
});

it('says why there is none', async () => {
  const ask = () => throwError(() => new Error('gone'));
  expect(await lastValueFrom(logsVolume(request(query({})), 'APIM', ask)!)).toEqual({
    data: [],
    state: LoadingState.Error,
    error: { message: 'gone' },
  });
});
