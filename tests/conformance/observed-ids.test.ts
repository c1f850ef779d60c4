/**
 * What the collection of observed rows (docs/sources.md) expects of each, written down once more: an example that was
 * moved to another scenario together with a wrong rule is noticed here.
 */
import { builtinCatalogue, classify } from '../../src/core/scenarios';
import { observedRows } from '../support/gateway-records';

const expectations: Readonly<Record<string, readonly string[]>> = {
  'A-1': ['failed backend-returned-5xx'],
  'A-2': ['failed policy-expression-failure'],
  'A-3': ['failed policy-expression-failure'],
  'A-4': ['failed policy-expression-failure'],
  'A-5': ['failed policy-expression-failure'],
  'A-6': ['failed client-disconnected'],
  'A-7': ['failed client-disconnected'],
  'A-8': ['failed backend-timeout'],
  'A-9': ['failed backend-connect-timeout'],
  'A-10': ['failed backend-connect-timeout'],
  'A-11': ['failed backend-connect-timeout'],
  'A-12': ['failed backend-connect-timeout'],
  'A-13': ['failed backend-connect-timeout'],
  'A-14': ['failed backend-connect-timeout'],
  'A-15': ['failed backend-connect-timeout'],
  'A-16': ['failed backend-keepalive-closed'],
  'A-17': ['failed backend-dns-failure'],
  'A-18': ['failed backend-tls-trust'],
  'A-19': ['failed backend-tls-handshake'],
  'A-20': ['failed backend-tls-handshake'],
  'A-21': ['failed backend-tls-handshake'],
  'A-22': ['failed backend-response-aborted'],
  'A-23': ['failed backend-connection-closed'],
  'A-24': ['failed backend-connection-closed'],
  'A-25': ['failed backend-response-aborted'],
  'A-26': ['failed request-body-not-replayable'],
  'A-27': ['failed operation-not-found'],
  'A-28': ['failed subscription-key-missing'],
  'A-29': ['failed jwt-invalid'],
  'A-30': ['failed rate-limited'],
  'A-31': ['failed caller-ip-denied'],
  'A-32': ['failed quota-exceeded'],
  'A-33': ['failed header-check-failed'],
  'A-34': ['failed policy-changed-status'],
  'A-35': ['failed policy-changed-status'],
  'A-36': ['succeeded none'],
  'A-37': ['failed backend-dns-failure'],
  'A-38': ['failed backend-returned-5xx'],
  'A-39': ['failed backend-connect-timeout'],
  'A-40': ['failed backend-timeout'],
  'A-41': ['failed backend-returned-5xx'],
  'A-42': ['failed backend-returned-5xx'],
  'A-43': ['failed header-check-failed'],
  'A-44': ['failed operation-not-found'],
  'A-45': ['failed backend-returned-5xx'],
  'A-46': ['failed policy-changed-status'],
  'A-47': ['failed client-disconnected'],
  'A-48': ['failed backend-connect-timeout'],
  'A-49': ['failed policy-changed-status'],
  'A-50': ['failed backend-response-aborted'],
  'A-51': ['masked backend-timeout'],
  'A-52': ['succeeded none'],
  'A-53': ['failed policy-changed-status'],
  'A-54': ['failed gateway-other'],
  'B-7': ['failed token-limited'],
  'B-8': ['failed token-limited'],
  'B-9': ['failed backend-circuit-open'],
  'B-10': ['failed policy-expression-failure'],
  'B-11': ['failed schema-validation-failed'],
  'B-12': ['failed schema-validation-failed'],
  'B-13': ['failed content-safety-blocked'],
  'B-14': ['failed jwt-missing'],
  'B-15': ['failed backend-timeout', 'failed backend-tls-trust'],
  'B-16': ['failed backend-connect-timeout'],
};

it.each(Object.entries(expectations))('%s is %j', (ref, expected) => {
  const rows = observedRows.filter((observed) => observed.ref === ref);
  const found = rows.map(({ row }) => {
    const { scenario, outcome } = classify(row, builtinCatalogue);
    return `${outcome} ${scenario}`;
  });
  expect([...new Set(found)].sort()).toEqual(expected);
});

it('says what to expect of every numbered row', () => {
  const numbered = new Set(observedRows.flatMap(({ ref }) => ref ?? []));
  expect([...numbered].sort()).toEqual(Object.keys(expectations).sort());
});

it.each(observedRows.map(({ title, row, expected }) => [title, row, expected] as const))(
  'its own scenario says what it is: %s',
  (_, row, expected) => {
    expect(classify(row, builtinCatalogue).scenario).toBe(expected);
  },
);

it('has a row of every scenario and of every outcome', () => {
  const found = observedRows.map(({ row }) => classify(row, builtinCatalogue));
  expect(new Set(found.map(({ scenario }) => scenario))).toEqual(
    new Set(['none', ...builtinCatalogue.scenarios.map(({ id }) => id)]),
  );
  expect(new Set(found.map(({ outcome }) => outcome))).toEqual(new Set(['failed', 'masked', 'succeeded']));
});
