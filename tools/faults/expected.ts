/** What each fault has to come to: right data, data that is called incomplete or empty, or one error with this code. */
import type { ErrorCode } from '../../src/core/errors';
import type { FaultName } from '../../tests/support/fake-workspace';

export type Verdict = 'right' | 'incomplete' | 'empty' | ErrorCode;

/** Of the network and the certificates, beside those of a request. */
export type Place =
  'unknown host' | 'closed port' | 'unknown authority' | 'name of somebody else' | 'nothing';

interface Expected {
  readonly view: Verdict;
  readonly alert: Verdict;
  readonly health: Verdict;
  /** Of a query that somebody wrote by hand, where it is something else: such a query may be wrong itself. */
  readonly written?: Verdict;
}

const both = (verdict: Verdict): Expected => ({ view: verdict, alert: verdict, health: verdict });
/** Where the health check, which asks for something else, cannot see what a query sees. */
const healthy = (expected: Expected, health: Verdict): Expected => ({ ...expected, health });

export const expected: Readonly<Record<FaultName | Place, Expected>> = {
  nothing: healthy(both('right'), 'empty'), // no rows of the last day

  'unknown host': both('azure-unreachable'),
  'closed port': both('azure-unreachable'),
  'unknown authority': both('azure-certificate'),
  'name of somebody else': both('azure-certificate'),
  'no token given': both('azure-wrong-cloud'),
  'token of another cloud': both('azure-wrong-cloud'),
  'no rights': both('azure-no-rights'),
  'wrong id': both('azure-workspace-unknown'),
  'no such workspace': both('azure-workspace-unknown'),
  'syntax error': { ...both('azure-query-refused'), written: 'kql-refused' },
  'semantic error': { ...both('azure-query-refused'), written: 'kql-refused' },
  'table missing': both('azure-table-missing'),
  'Basic plan': both('azure-table-basic'),
  throttled: both('azure-throttled'),
  'throttled for long': both('azure-throttled'),
  'throttled without a word': both('azure-throttled'),
  'too slow': both('azure-too-slow'),
  'too large': both('azure-too-large'),
  'service broken': both('azure-service-failed'),
  'service unavailable': both('azure-service-failed'),
  partial: { view: 'incomplete', alert: 'azure-partial', health: 'azure-partial' },
  'empty 204': both('empty'),
  'empty 200': both('azure-answer-unreadable'),
  'no tables': both('empty'),
  'HTML of a proxy': both('azure-answer-unreadable'),
  'HTML as success': both('azure-answer-unreadable'),
  'JSON of something else': both('azure-answer-unreadable'),
  'columns missing': { ...both('azure-answer-unreadable'), written: 'kql-columns-unfit' },
  'wrong types': both('azure-answer-unreadable'),
  'row of nobody': both('azure-answer-unreadable'),
  'error of wrong types': both('azure-service-failed'),
  'rows too short': both('azure-answer-unreadable'),
  reset: both('azure-unreachable'),
  'reset in the body': both('azure-answer-unreadable'),
  'half a body': both('azure-answer-unreadable'),
  'length too long': both('azure-answer-unreadable'),
  'length too short': both('azure-answer-unreadable'),
  'no HTTP': both('azure-answer-unreadable'),
  redirect: both('azure-answer-unreadable'),
  'slow drip': both('azure-too-slow'),
  'never answered': both('azure-too-slow'),
  'endless body': both('azure-too-large'),
  'wrong secret': both('azure-wrong-secret'),
  'expired secret': both('azure-wrong-secret'),
  'no such client': both('azure-wrong-client'),
  'no such tenant': both('azure-wrong-client'),
  'login page': both('azure-no-token'),
  'login broken': both('azure-no-token'),
  'login reset': both('azure-no-token'),
  'login never answered': both('azure-no-token'),
};
