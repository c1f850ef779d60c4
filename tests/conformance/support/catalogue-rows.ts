/** Rows by chance that are made of what the catalogue itself speaks of, so that its rules meet and compete. */
import { rowWith, type CanonicalRow, type ColumnName } from '../../../src/core/log';
import type { Predicate } from '../../../src/core/predicate';
import { builtinCatalogue } from '../../../src/core/scenarios';
import { observedRange, observedRows } from '../../support/gateway-records';
import { hostileTexts, type Chance } from './random';

const short = hostileTexts.filter(({ length }) => length < 100);

const leaves = (predicate: Predicate): readonly { readonly column: string; readonly value: unknown }[] =>
  'all' in predicate
    ? predicate.all.flatMap(leaves)
    : 'any' in predicate
      ? predicate.any.flatMap(leaves)
      : 'not' in predicate
        ? leaves(predicate.not)
        : [predicate];

const named = builtinCatalogue.rules.flatMap(({ when }) => leaves(when));

/** Values of a column in the rules and in the observed rows. */
function valuesOf<T>(name: ColumnName, isOne: (value: unknown) => value is T): readonly T[] {
  const values = [
    ...named.filter(({ column }) => column === name).flatMap(({ value }) => value),
    ...observedRows.map(({ row }) => row[name]),
  ];
  return [...new Set(values.filter(isOne))];
}

const isText = (value: unknown): value is string => typeof value === 'string';
const isNumber = (value: unknown): value is number => typeof value === 'number';

const texts = {
  LastErrorReason: valuesOf('LastErrorReason', isText),
  LastErrorSource: valuesOf('LastErrorSource', isText),
  LastErrorMessage: valuesOf('LastErrorMessage', isText),
};
const around = (values: readonly number[]) => [
  null,
  0,
  ...values.filter((value) => Math.abs(value) < 1e9).flatMap((value) => [value - 1, value, value + 1]),
];
const numbers = {
  ResponseCode: [...around(valuesOf('ResponseCode', isNumber)), 200, 304, 399, 400, 499, 500, 599, 600],
  BackendResponseCode: [...around(valuesOf('BackendResponseCode', isNumber)), 200, 400, 500],
  TotalTime: around(valuesOf('TotalTime', isNumber)),
  BackendTime: around(valuesOf('BackendTime', isNumber)),
  LastErrorElapsed: around(valuesOf('LastErrorElapsed', isNumber)),
};

export function catalogueRow(number: number, by: Chance): CanonicalRow {
  const odd = (value: string) => {
    switch (by.below(8)) {
      case 0:
        return value.toUpperCase();
      case 1:
        return `${by.of(short)}${value} ${by.of(short)}`;
      case 2:
        return '';
      default:
        return value;
    }
  };
  const chosen = (lists: Readonly<Record<string, readonly (string | number | null)[]>>) =>
    Object.fromEntries(
      Object.entries(lists).map(([name, values]) => {
        const value = by.of(values);
        return [name, isText(value) ? odd(value) : value];
      }),
    );
  const code = by.below(8) === 0 ? 200 : by.of(numbers.ResponseCode);
  return rowWith({
    ...chosen(texts),
    ...chosen(numbers),
    ResponseCode: code,
    ...(by.below(4) === 0 ? { BackendResponseCode: code } : {}),
    ...(by.below(3) === 0 ? { LastErrorReason: '' } : {}),
    ...(by.below(3) === 0 ? { LastErrorMessage: '' } : {}),
    ...(by.below(4) === 0
      ? { LastErrorReason: 'BackendConnectionFailure', LastErrorSource: 'forward-request' }
      : {}),
    // Nothing but its time tells what kind of connection failure it was.
    ...(by.below(8) === 0
      ? { LastErrorReason: 'BackendConnectionFailure', LastErrorMessage: '', LastErrorSource: '' }
      : {}),
    IsRequestSuccess: by.of([true, false, null]),
    // A first error that the columns of the last one do not tell.
    Errors: number % 7 === 0 ? '[{"reason":"Timeout"}]' : number % 7 === 1 ? '[{"message":"timed out"}]' : '',
    Category: 'GatewayLogs',
    TimeGenerated: observedRange.from + number,
    CorrelationId: `made-${String(number).padStart(5, '0')}`,
  });
}
