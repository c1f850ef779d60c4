import { fieldsOf, framesOf, MINUTE, start, type Rows } from '../../../../../tests/support/answers';
import { builtinCatalogue } from '../../../scenarios';
import type { FailuresQuery } from './query';

const failures = (change: Partial<FailuresQuery>, tables: readonly Rows[]) =>
  framesOf({ kind: 'failures', ...change }, tables)[0]!;

const rows: Rows = [
  [
    start + MINUTE, 'backend-timeout', 'masked', 'high', 'reason', 'east', 'West Europe', 'orders', 'get', 'GET',
    'https://east/orders', 200, null, 'a.example', 1200, 1100, 'forward-request', 'Timeout', 'timed out', '', 'c-2', '/subscriptions/s/east',
  ],
  [
    start, 'gone', 'failed', '', '', '', '', '', '', 'POST',
    '', null, null, '', null, null, '', '', '', 'Timeout', 'c-1', '',
  ],
]; // prettier-ignore
const all: Rows = [['failed', 1], ['masked', 1]]; // prettier-ignore
const timeout = builtinCatalogue.scenarios.find(({ id }) => id === 'backend-timeout')!;

it('lists the newest requests with their scenario', () => {
  const frame = failures({}, [rows, all]);
  expect(fieldsOf(frame)).toEqual([
    ['TimeGenerated', 'time', 'Time', [start + MINUTE, start]],
    ['title', 'string', 'Scenario', ['Timed out at the backend', 'gone']],
    ['Scenario', 'string', 'Id', ['backend-timeout', 'gone']],
    ['Outcome', 'string', 'Outcome', ['masked', 'failed']],
    ['Confidence', 'string', 'Confidence', ['high', '']],
    ['Basis', 'string', 'Basis', ['reason', '']],
    ['Service', 'string', 'Service', ['east', '']],
    ['Region', 'string', 'Region', ['West Europe', '']],
    ['ApiId', 'string', 'API', ['orders', '']],
    ['OperationId', 'string', 'Operation', ['get', '']],
    ['Method', 'string', 'Method', ['GET', 'POST']],
    ['UrlPath', 'string', 'Address', ['https://east/orders', '']],
    ['ResponseCode', 'number', 'Status', 'none', [200, null]],
    ['BackendResponseCode', 'number', 'Backend status', 'none', [null, null]],
    ['BackendHost', 'string', 'Backend host', ['a.example', '']],
    ['TotalTime', 'number', 'Total time', 'ms', [1200, null]],
    ['BackendTime', 'number', 'Backend time', 'ms', [1100, null]],
    ['LastErrorSource', 'string', 'Error source', ['forward-request', '']],
    ['LastErrorReason', 'string', 'Error reason', ['Timeout', '']],
    ['LastErrorMessage', 'string', 'Error message', ['timed out', '']],
    ['FirstErrorReason', 'string', 'First error’s reason', ['', 'Timeout']],
    ['CorrelationId', 'string', 'Correlation id', ['c-2', 'c-1']],
    ['_ResourceId', 'string', 'Resource id', ['/subscriptions/s/east', '']],
  ]);
  expect(frame.meta).toEqual({ preferredVisualisationType: 'table', notices: [] });
  expect(frame.fields[0]!.config!.links![0]!.url).toMatch(
    /correlationId=\$\{__data\.fields\.CorrelationId:percentencode\}&/,
  );
  expect(frame.fields.at(-2)!.config!.links).toEqual([
    {
      title: 'Explain this request',
      url: '/a/gatewaylens-apim-app/explain?correlationId=${__value.raw:percentencode}&from=${__from}&to=${__to}&${__all_variables}',
    },
  ]);
  expect(frame.fields[1]!.config!.links![0]!.url).toContain('/runbook/${__data.fields[2]}?');
});

it('says that there may be more', () => {
  expect(failures({ limit: 2 }, [rows, all]).meta.notices).toEqual([
    { severity: 'info', text: 'Only the newest 2 are shown.' },
  ]);
});

it('writes log lines', () => {
  const frame = failures({ format: 'logs' }, [rows, all]);
  expect(fieldsOf(frame)).toEqual([
    ['timestamp', 'time', 'Time', [start + MINUTE, start]],
    ['body', 'string', 'Line', [
      '200 GET https://east/orders | Timed out at the backend | Timeout | timed out',
      '- POST  | gone',
    ]],
    ['severity', 'string', 'Severity', ['warning', 'error']],
    ['id', 'string', 'Correlation id', ['c-2', 'c-1']],
    ['scenario', 'string', 'Scenario', ['backend-timeout', 'gone']],
    ['meaning', 'string', 'Meaning', [timeout.summary, '']],
    ['whatToDo', 'string', 'What to do', [timeout.remediation[0], '']],
    ['service', 'string', 'Service', ['east', '']],
    ['region', 'string', 'Gateway region', ['West Europe', '']],
    ['api', 'string', 'API', ['orders', '']],
    ['operation', 'string', 'Operation', ['get', '']],
    ['backendHost', 'string', 'Backend host', ['a.example', '']],
    ['errorSource', 'string', 'Error source', ['forward-request', '']],
    ['resourceId', 'string', 'Resource id', ['/subscriptions/s/east', '']],
  ]); // prettier-ignore
  expect(frame.meta).toEqual({
    type: 'log-lines',
    typeVersion: [0, 0],
    preferredVisualisationType: 'logs',
    notices: [],
  });
});

it('asks for query strings only where they are wanted', () => {
  expect(failures({}, []).fields.map(({ name }) => name)).not.toContain('Url');
  expect(failures({ queryStrings: true }, []).fields.map(({ name }) => name)).toContain('Url');
});

it.each(['table', 'logs'] as const)('cuts texts that are too long to show, and says so, as %s', (format) => {
  const message = 18;
  const long = 'x'.repeat(8191);
  const shown = (text: string) => {
    const frame = failures({ format }, [[rows[0]!.map((cell, i) => (i === message ? text : cell))], all]);
    const field = frame.fields.find(({ name }) => name === 'LastErrorMessage' || name === 'body')!;
    return [String(field.values[0]).split(' | ').at(-1), frame.meta.notices];
  };
  expect(shown(`${long}.`)).toEqual([`${long}.`, []]);
  expect(shown(`${long}🙂 and more`)).toEqual([
    `${long}…`,
    [
      {
        severity: 'info',
        text: 'One row has texts of more than 8,192 characters, which end with “…” here. “Explain this request” shows them whole.',
      },
    ],
  ]);
});

it('is empty without failures, and says so', () => {
  const frame = failures({}, [[], []]);
  expect(frame.fields.map(({ values }) => values)).toEqual(frame.fields.map(() => []));
  expect(frame.meta.notices).toEqual([
    { severity: 'warning', text: 'No requests at all were found in this range with these filters.' },
  ]);
});
