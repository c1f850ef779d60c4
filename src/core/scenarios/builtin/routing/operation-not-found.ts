import { namedBy, toldBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { addApi, errorHandling } from '../microsoft-links';

export const operationNotFound: Scenario = {
  id: 'operation-not-found',
  title: 'No such operation',
  family: 'routing',
  severity: 'info',
  owner: 'consumer',
  summary: 'No API, or no operation of it, has the path and method of the request.',
  match: [
    namedBy('OperationNotFound'),
    toldBy(
      'Unable to match incoming request to an operation',
      'Unable to identify Api or Operation for this request',
    ),
  ],
  evidence: ['ResponseCode', 'BackendResponseCode', 'Method', 'Url', 'ApiId', 'CallerIpAddress'],
  causes: [
    'The client calls another path, method, version or host name than the API has.',
    'The operation was removed, or not yet published here.',
    'A browser asks first with OPTIONS, and the API has no cors policy.',
    'Scanners try paths that never existed.',
  ],
  checks: [
    {
      text: 'Method and Url against the operations of the API, with its path suffix and version.',
      query: { show: 'rows' },
    },
    { text: 'ApiId: empty when not even the API matched.', query: { show: 'breakdown', by: 'ApiId' } },
    {
      text: 'Many different paths from one address are a scan. Only OPTIONS are browsers that ask first.',
      query: { show: 'series', by: 'Method' },
    },
  ],
  remediation: [
    'Correct the client’s address, or add the operation to the API.',
    'Leave scanners alone, or stop them before the gateway with a web application firewall.',
  ],
  policies: [
    {
      title: 'In inbound, where browsers ask first with OPTIONS: answer them in the operation’s place',
      xml: [
        '<cors allow-credentials="false">',
        '  <allowed-origins>',
        '    <origin>https://www.contoso.com</origin>',
        '  </allowed-origins>',
        '  <allowed-methods preflight-result-max-age="300">',
        '    <method>GET</method>',
        '    <method>POST</method>',
        '  </allowed-methods>',
        '  <allowed-headers>',
        '    <header>Content-Type</header>',
        '  </allowed-headers>',
        '</cors>',
      ].join('\n'),
    },
  ],
  links: [addApi, errorHandling],
  hints: [
    {
      when: { column: 'ApiId', op: 'equals', value: '' },
      text: 'Not even an API matched. On a gateway that is open to the internet most of these are scanners.',
    },
  ],
  notes: ['The answer is 404; policies turn it into 400, 405 or 501.'],
  examples: {
    matches: [
      {
        ref: 'A-27',
        source: 'Azure PaaS blog, part 1',
        row: {
          ResponseCode: 404,
          IsRequestSuccess: false,
          LastErrorReason: 'OperationNotFound',
          LastErrorMessage: 'Unable to match incoming request to an operation.',
          LastErrorSource: 'configuration',
          LastErrorSection: 'backend',
          TotalTime: 1,
        },
      },
      {
        ref: 'A-44',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 501,
          LastErrorReason: 'OperationNotFound',
          LastErrorMessage: 'Unable to match incoming request to an operation.',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'The backend does not know the path',
        is: 'backend-returned-4xx',
        row: { ResponseCode: 404, BackendResponseCode: 404, ApiId: 'orders' },
      },
    ],
  },
};
