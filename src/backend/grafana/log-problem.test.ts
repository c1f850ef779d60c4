import { asGatewaylensError, GatewaylensError } from '../../core/errors';
import { logProblem } from './log-problem';

function logged(problem: GatewaylensError) {
  const log = jest.fn();
  logProblem(log, 'query', problem, { refId: 'A' });
  return log.mock.calls as [string, string, Record<string, string>][];
}
const engineError = new Error(
  `Conversion Error: Could not convert string 'it's a secret' to INT32\nLINE 1: SELECT 'a secret' FROM gateway_logs`,
);

it('logs faults of ours with their stack', () => {
  const problem = new GatewaylensError(
    'source-failed',
    { problem: 'Conversion Error' },
    { cause: engineError },
  );
  expect(logged(problem)).toEqual([
    [
      'error',
      'query failed',
      {
        refId: 'A',
        code: 'source-failed',
        problem: 'The embedded engine could not run the query: Conversion Error.',
        stack: expect.stringMatching(/^ +at .*log-problem\.test/),
        cause: 'Conversion Error: Could not convert string … to INT32',
      },
    ],
  ]);
});

it('logs what users can mend briefly, with the file that the engine names', () => {
  const cause = new Error('IO Error: Cannot open file "/logs/a.json": No such file or directory');
  expect(logged(new GatewaylensError('files-failed', {}, { cause }))).toEqual([
    [
      'warn',
      'query failed',
      {
        refId: 'A',
        code: 'files-failed',
        problem: 'A log file could not be read to its end.',
        cause: 'IO Error: Cannot open file "/logs/a.json": No such file or directory',
      },
    ],
  ]);
});

it.each([
  engineError,
  new Error(`Conversion Error: Malformed 'a secret\nthat goes on' in "Url"`),
  new Error('Parser Error: syntax error\n\nLINE 1: SELECT a secret'),
])('quotes neither a query nor a row: %s', (cause) => {
  const problems = (['source-failed', 'files-failed'] as const).map(
    (code) => new GatewaylensError(code, { problem: 'x' }, { cause }),
  );
  expect(JSON.stringify(problems.map(logged))).not.toContain('secret');
});

it('logs no cancelled query', () => {
  expect(logged(new GatewaylensError('cancelled'))).toEqual([]);
});

it('logs where an unexpected fault happened, not where it was wrapped', () => {
  const thrown = () => {
    try {
      return (undefined as unknown as { x: number }).x;
    } catch (fault) {
      return asGatewaylensError(fault);
    }
  };
  const [[, , fields]] = logged(thrown() as GatewaylensError) as [[string, string, Record<string, string>]];
  expect(fields.stack).toContain('thrown');
});
