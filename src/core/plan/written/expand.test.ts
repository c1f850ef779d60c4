import { asGatewaylensError } from '../../errors';
import { expanded, usesMacro, withVariables } from './expand';
import { variablesIn, type Variables } from './variables';

const range = { from: Date.UTC(2026, 0, 1, 12), to: Date.UTC(2026, 0, 1, 13) };
const [FROM, TO] = ['datetime(2026-01-01T12:00:00.000Z)', 'datetime(2026-01-01T13:00:00.000Z)'];
const context = { range, stepMs: 300_000, isRangeBeside: false };
const variables: Variables = {
  one: { values: ['orders'] },
  many: { values: ['a', 'b"c'] },
  every: { values: ['a', 'b'], all: true },
  nothing: { values: [] },
  top: { values: ['10'] },
  below: { values: ['-1', '0.5'] },
  step: { values: ['5m'] },
  'user.login': { values: ['x'] },
};
const kql = (text: string) => expanded(text, variables, context).kql;

it.each([
  ['$__classify | take 1', 'GatewaylensRequests | take 1'],
  ['$__classify()', 'GatewaylensRequests'],
  ['T | where $__timeFilter', `T | where (TimeGenerated >= ${FROM} and TimeGenerated < ${TO})`],
  ['T | where $__timeFilter()', `T | where (TimeGenerated >= ${FROM} and TimeGenerated < ${TO})`],
  ['where $__timeFilter(bin(At, 1h)) | count', `where (bin(At, 1h) >= ${FROM} and bin(At, 1h) < ${TO}) | count`],
  ['where $__timeFilter(iff(a == ")", B, C))', `where (iff(a == ")", B, C) >= ${FROM} and iff(a == ")", B, C) < ${TO})`],
  ['bin(TimeGenerated, $__interval)', 'bin(TimeGenerated, 5m)'],
  ['${__interval}, $__interval_ms', '5m, long(300000)'],
  ['$__timeFrom .. $__timeTo', `${FROM} .. ${TO}`],
  ['$__from, $__to, $__timeRange', `long(${range.from}), long(${range.to}), 1h`],
  ['$__contains(ApiId, $many)', '(ApiId in ("a", "b\\"c"))'],
  ['$__contains(ApiId, "x", $one)', '(ApiId in ("x", "orders"))'],
  ['$__contains(ApiId, $every)', 'true'],
  ['ApiId in ($every)', 'ApiId in ("a", "b")'],
  ['ApiId == $one and ${one} != ${one:singlequote}', 'ApiId == "orders" and "orders" != "orders"'],
  ['ApiId in ($nothing)', 'ApiId in ("")'],
  ['take ${top:number}', 'take 10'],
  ['x in (${below:number})', 'x in (long(-1), real(0.5))'],
  ['bin(t, ${step:timespan})', 'bin(t, 5m)'],
  ['summarize count() by ${many:column}', 'summarize count() by ["a"], ["b\\"c"]'],
  ['${user.login}', '"x"'],
  // Texts, comments and names of KQL itself.
  ['ApiId == "$one"', 'ApiId == "orders"'],
  ["ApiId == 'x-${one}'", "ApiId == 'x-orders'"],
  ['matches regex "^\\\\d+$" // $unknown', 'matches regex "^\\\\d+$" // $unknown'],
  ['"$unknown $__classify" | project @"$x"', '"$unknown $__classify" | project @"$x"'],
  ['```$__nothing\n"```', '```$__nothing\n"```'],
  ['join (U) on $left.a == $right.b', 'join (U) on $left.a == $right.b'],
  ['print 1 // "open\n| take $top', 'print 1 // "open\n| take "10"'],
  ['#directive $one "', '#directive $one "'],
])('%s', (text, expected) => {
  expect(kql(text)).toBe(expected);
}); // prettier-ignore

it.each([
  ['print "a\n"', 'kql-text-open', 'A text that begins with " in line 1 is not closed.'],
  ['a\n| where b == \'', 'kql-text-open', "A text that begins with ' in line 2 is not closed."],
  ['$__clasify', 'kql-macro-unknown', 'There is no macro “$__clasify”; “$__classify” is probably meant.'],
  ['${__from:date}', 'kql-macro-arguments', 'The macro “$__from” is not used so.'],
  ['$__timeFilter(a, b)', 'kql-macro-arguments', 'The macro “$__timeFilter” is not used so.'],
  ['$__contains(a)', 'kql-macro-arguments', 'The macro “$__contains” is not used so.'],
  ['$ones', 'kql-variable-unknown', 'The variable “ones” has no value here; “one” is probably meant.'],
  ['$toString', 'kql-variable-unknown', 'The variable “toString” has no value here.'],
  ['${one:raw}', 'kql-variable-format', 'The variable “one” cannot be written as “raw”: there is no such format; known are number, timespan, column.'],
  ['${one:toString}', 'kql-variable-format', 'The variable “one” cannot be written as “toString”: there is no such format; known are number, timespan, column.'],
  ['${one:number}', 'kql-variable-format', 'The variable “one” cannot be written as “number”: its value “orders” is none.'],
  ['${nothing:timespan}', 'kql-variable-format', 'The variable “nothing” cannot be written as “timespan”: its value “” is none.'],
  ['@"$one"', 'kql-variable-in-text', 'The variable “one” cannot stand within this text: nothing can be escaped in a text of this form.'],
  ['"$many"', 'kql-variable-in-text', 'The variable “many” cannot stand within this text: it has several values.'],
])('refuses %s', (text, code, message) => {
  try {
    kql(text);
    expect(code).toBe('an error');
  } catch (thrown) {
    const error = asGatewaylensError(thrown);
    expect([error.code, error.message]).toEqual([code, message]);
  }
}); // prettier-ignore

it('leaves the range to what stands beside the query, where that is so', () => {
  const beside = { ...context, isRangeBeside: true };
  expect(expanded('$__timeFilter and $__timeFilter(Other)', {}, beside).kql).toBe(
    `true and (Other >= ${FROM} and Other < ${TO})`,
  );
});

it('names the variables that a text uses, whether they have values or not', () => {
  expect(variablesIn('$a == "$b" and @"${c}" // $d\n| take ${e:number} + $__interval + $left.x + ${__user.login}')).toEqual(['a', 'b', 'c', 'e', '__user.login']);
  expect(variablesIn('$a "')).toEqual([]);
}); // prettier-ignore

it('writes values into a text for editors that know no variables, and leaves macros', () => {
  const text =
    '$__classify | where $__timeFilter($one) and $__contains(ApiId, $many) and "$one" == $one // $one';
  expect(withVariables(text, variables)).toBe(
    '$__classify | where $__timeFilter("orders") and $__contains(ApiId, "a", "b\\"c") and "orders" == "orders" // $one',
  );
});

it('tells whether a text uses a macro, and not only speaks of it', () => {
  expect(usesMacro('let a = $__classify; a', '__classify')).toBe(true);
  expect(usesMacro('T // $__classify', '__classify')).toBe(false);
});
