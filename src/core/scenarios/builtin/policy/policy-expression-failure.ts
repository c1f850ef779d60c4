import { expressionFailed, messageSays } from '../../conditions';
import type { Scenario } from '../../scenario';
import { errorHandling, policyExpressions, requestTracing } from '../microsoft-links';

export const policyExpressionFailure: Scenario = {
  id: 'policy-expression-failure',
  title: 'Policy expression failed',
  family: 'policy',
  severity: 'critical',
  owner: 'api-publisher',
  summary:
    'An expression in a policy threw an error or gave a value that the policy cannot use; LastErrorSource names the policy.',
  match: [
    { at: 'reason', basis: 'reason', confidence: 'high', when: expressionFailed },
    {
      // The text is the expression’s own, where the reason is none that the catalogue knows.
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        any: [
          { column: 'LastErrorMessage', op: 'startsWithIgnoreCase', value: 'Expression evaluation failed' },
          messageSays('Expression value is invalid'),
        ],
      },
    },
  ],
  evidence: [
    'LastErrorSource',
    'LastErrorSection',
    'LastErrorScope',
    'LastErrorMessage',
    'ApiId',
    'OperationId',
  ],
  causes: [
    'The expression reads something that is not there: a header, a query parameter, a property of a body, a variable.',
    'A cast does not fit, often to a variable of another type.',
    'The policy throws on purpose to refuse an input.',
    'The expression gave an empty value where one is required, for example in the metadata of trace.',
  ],
  checks: [
    {
      text: 'LastErrorSource, LastErrorScope and LastErrorSection say which policy in which document.',
      query: { show: 'breakdown', by: 'LastErrorSource' },
    },
    {
      text: 'The message holds the exception: “Object reference not set” is a missing value, “Specified cast is not valid” a type.',
      query: { show: 'rows' },
    },
    {
      text: 'Trace one such request and look at the expression’s input.',
      query: { show: 'breakdown', by: 'OperationId' },
    },
  ],
  remediation: [
    'Give a default where a value may be missing: context.Request.Headers.GetValueOrDefault("name", ""), variable.GetValueOrDefault<string>("name", "").',
    'Check for null before reading a property: body?["property"]?.ToString() ?? "".',
    'Refuse bad input with return-response and a 400, not with an exception.',
  ],
  policies: [
    {
      title: 'A header that may be missing',
      xml: '<set-variable name="tenant" value="@(context.Request.Headers.GetValueOrDefault("X-Tenant", ""))" />',
    },
    {
      title: 'A property of a JSON body that may be missing; the body is kept for the backend',
      xml: [
        '<set-variable name="orderId" value="@{',
        '  var body = context.Request.Body?.As<JObject>(preserveContent: true);',
        '  return body?["order"]?["id"]?.ToString() ?? "";',
        '}" />',
      ].join('\n'),
    },
    {
      title: 'Refuse bad input with a status of its own',
      xml: [
        '<choose>',
        '  <when condition="@(context.Variables.GetValueOrDefault<string>("tenant", "") == "")">',
        '    <return-response>',
        '      <set-status code="400" reason="Bad Request" />',
        '      <set-body>The header X-Tenant is required.</set-body>',
        '    </return-response>',
        '  </when>',
        '</choose>',
      ].join('\n'),
    },
  ],
  links: [policyExpressions, errorHandling, requestTracing],
  hints: [],
  notes: [
    'It can come after a good answer of the backend (outbound, retry): a BackendResponseCode of 200 does not exclude it.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-2',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'ExpressionValueEvaluationFailure',
          LastErrorMessage:
            'Expression evaluation failed. Object reference not set to an instance of an object.',
          LastErrorSource: 'set-variable',
          LastErrorSection: 'inbound',
          LastErrorElapsed: 1,
          TotalTime: 2,
        },
      },
      {
        ref: 'A-3',
        source: 'Azure-Samples/app-templates-microservices-integration, issue 10',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'ExpressionValueEvaluationFailure',
          LastErrorSource: 'rate-limit-by-key',
        },
      },
      {
        ref: 'A-4',
        source: 'Azure-Samples/openai-apim-lb, issue 25',
        row: {
          ResponseCode: 500,
          LastErrorMessage: 'Expression evaluation failed. Specified cast is not valid.',
          LastErrorSource: 'retry',
        },
      },
      {
        ref: 'A-5',
        source: 'Azure PaaS blog, part 1',
        row: {
          ResponseCode: 400,
          LastErrorReason: 'ExpressionValueEvaluationFailure',
          LastErrorMessage:
            'Expression evaluation failed. EXPECTED400: URL cannot contain query parameters. Provide root site url of your project site (Example: https://contoso.example)',
          LastErrorSection: 'inbound',
        },
      },
      {
        ref: 'B-10',
        source: 'microsoft/mosaic-apim, decision records',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 200,
          LastErrorReason: 'ExpressionValueValidationFailure',
          LastErrorMessage: 'Expression value is invalid. The value field is required.',
          LastErrorSource: 'trace',
          LastErrorSection: 'outbound',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the client left while an expression read the request',
        is: 'client-disconnected',
        row: {
          ResponseCode: 0,
          LastErrorReason: 'ClientConnectionFailure',
          LastErrorMessage: 'Expression evaluation failed. The client connection was unexpectedly closed.',
          LastErrorSource: 'set-body',
        },
      },
      {
        source: 'Composed: the backend’s answer broke off while an expression read it',
        is: 'backend-response-aborted',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'Expression evaluation failed. Unable to read data from the transport connection: The connection was closed.',
          LastErrorSource: 'set-body',
        },
      },
      {
        ref: 'A-54',
        source: 'A reason that nobody documented',
        is: 'gateway-other',
        row: { ResponseCode: 500, LastErrorReason: 'SomethingNew', LastErrorMessage: 'whatever' },
      },
    ],
  },
};
