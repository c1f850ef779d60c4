import type { Predicate } from '../../../predicate';
import {
  messageSays,
  namesConnection,
  policyGotNoAnswer,
  policyItselfFailed,
  sourceIs,
} from '../../conditions';
import type { Scenario } from '../../scenario';
import { validateContent } from '../microsoft-links';

const validationPolicy = sourceIs(
  'validate-content',
  'validate-parameters',
  'validate-headers',
  'validate-status-code',
);

const begins = (value: string): Predicate => ({
  column: 'LastErrorMessage',
  op: 'startsWithIgnoreCase',
  value,
});
const notAllowed = (beginning: string): Predicate => ({
  all: [begins(beginning), messageSays('is not allowed')],
});

/** Others speak of definitions too. */
const NOT_CONFORMING = 'does not conform to the definition';
const notConforming: readonly Predicate[] = [
  { all: [begins('Body of the re'), messageSays(NOT_CONFORMING)] },
  {
    all: [
      begins('Value of the '),
      {
        any: [
          messageSays(`${NOT_CONFORMING}.`),
          { column: 'LastErrorMessage', op: 'endsWithIgnoreCase', value: NOT_CONFORMING },
        ],
      },
    ],
  },
];

export const schemaValidationFailed: Scenario = {
  id: 'schema-validation-failed',
  title: 'Validation against the schema failed',
  family: 'policy',
  severity: 'warning',
  owner: 'api-publisher',
  summary: 'A validation policy found that request or response does not fit the API’s schema.',
  match: [
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        any: [
          messageSays(
            'cannot be parsed according to the definition',
            'cannot be validated for the content type',
            "API's schema does not",
          ),
          { all: [messageSays('body is'), messageSays('exceeds the configured limit of')] },
          ...notConforming,
          notAllowed('Unspecified '),
          notAllowed('Response status code'),
        ],
      },
    },
    {
      at: 'source',
      basis: 'source',
      confidence: 'medium',
      when: {
        all: [
          validationPolicy,
          // It could not read what it was to judge.
          { not: namesConnection },
          { not: policyGotNoAnswer },
          { not: policyItselfFailed },
        ],
      },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorSource',
    'LastErrorSection',
    'LastErrorMessage',
    'ApiId',
    'OperationId',
  ],
  causes: [
    'The client sends another body, parameter or header than the API describes (400, inbound).',
    'The backend answers otherwise than described (502, outbound), for example after a release.',
    'The schema in API Management is older than the API.',
  ],
  checks: [
    {
      text: 'LastErrorSection: inbound is about the request, outbound about the response.',
      query: { show: 'breakdown', by: 'LastErrorSection' },
    },
    {
      text: 'The message names definition and place. Compare with the schema of the API.',
      query: { show: 'rows' },
    },
  ],
  remediation: [
    'Bring the schema up to date, or mend the side that does not keep to it.',
    'Set the action to detect while a validation is new, and to prevent when it is quiet.',
  ],
  policies: [
    {
      title: 'In inbound or outbound: record what does not fit, and let it pass, while a validation is new',
      xml: [
        '<validate-content',
        '  unspecified-content-type-action="ignore"',
        '  max-size="102400" size-exceeded-action="ignore"',
        '  errors-variable-name="contentErrors">',
        '  <content type="application/json" validate-as="json" action="detect" />',
        '</validate-content>',
      ].join('\n'),
    },
  ],
  links: [validateContent],
  hints: [
    {
      when: { column: 'LastErrorSection', op: 'equals', value: 'outbound' },
      text: 'It is the backend’s response that does not fit, not the caller’s request.',
    },
  ],
  notes: [
    'A 502 with a backend that answered 200 may be such a refusal: the backend was reached and was content.',
  ],
  examples: {
    matches: [
      {
        ref: 'B-11',
        source: 'Documentation of validate-content',
        row: {
          ResponseCode: 502,
          BackendResponseCode: 200,
          IsRequestSuccess: false,
          LastErrorSource: 'validate-content',
          LastErrorSection: 'outbound',
          TotalTime: 87,
          BackendTime: 80,
        },
      },
      {
        ref: 'B-12',
        source: 'Documentation of validate-parameters',
        row: { ResponseCode: 400, LastErrorSource: 'validate-parameters', LastErrorSection: 'inbound' },
      },
      {
        source: 'Documentation of validate-content',
        row: {
          ResponseCode: 400,
          LastErrorMessage:
            'Body of the request does not conform to the definition order, which is associated with the content type application/json. Line: 1, Position: 27',
          LastErrorSection: 'inbound',
        },
      },
      {
        source: 'Documentation of validate-content',
        row: {
          ResponseCode: 400,
          LastErrorMessage: 'Value of the query parameter limit does not conform to the definition.',
          LastErrorSection: 'inbound',
        },
      },
      {
        source: 'Documentation of validate-content',
        row: {
          ResponseCode: 400,
          LastErrorReason: 'Bad request',
          LastErrorMessage: 'Unspecified content type text/plain is not allowed.',
          LastErrorSource: 'validate-content',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the backend’s answer broke off while the policy read it',
        is: 'backend-response-aborted',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 200,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to read data from the transport connection: The connection was closed.',
          LastErrorSource: 'validate-content',
          LastErrorSection: 'outbound',
        },
      },
      {
        source: 'Composed: the same without its name',
        is: 'unclassified',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 200,
          LastErrorMessage: 'Unable to read data from the transport connection: The connection was closed.',
          LastErrorSource: 'validate-content',
        },
      },
      {
        source: 'Composed: what was to be judged did not come in time',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Timeout',
          LastErrorSource: 'validate-content',
        },
      },
      {
        source: 'Composed: the policy itself failed',
        is: 'unclassified',
        row: {
          ResponseCode: 500,
          LastErrorSource: 'validate-content',
          LastErrorMessage: 'Object reference not set to an instance of an object.',
        },
      },
      {
        source: 'A sentence that ends alike',
        is: 'caller-ip-denied',
        row: {
          ResponseCode: 403,
          LastErrorReason: 'CallerIpNotAllowed',
          LastErrorMessage: 'Caller IP address 203.0.113.7 is not allowed. Access denied.',
        },
      },
      {
        source: 'Composed: a text that only sounds alike',
        is: 'unclassified',
        row: {
          ResponseCode: 400,
          LastErrorMessage: 'Value of the order does not conform to the definition of done',
        },
      },
      {
        source: 'Composed: another limit',
        is: 'unclassified',
        row: { ResponseCode: 414, LastErrorMessage: 'Request URL exceeds the configured limit of 4096' },
      },
    ],
  },
};
