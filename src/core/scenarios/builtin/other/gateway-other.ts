import { reasonIsEmpty } from '../../conditions';
import type { Scenario } from '../../scenario';
import { errorHandling, requestTracing } from '../microsoft-links';

export const gatewayOther: Scenario = {
  id: 'gateway-other',
  title: 'Other gateway error',
  family: 'other',
  severity: 'warning',
  owner: 'api-publisher',
  summary: 'The gateway recorded a reason that none of the scenarios stands for.',
  match: [{ at: 'status', basis: 'reason', confidence: 'low', when: { not: reasonIsEmpty } }],
  evidence: ['LastErrorReason', 'LastErrorMessage', 'LastErrorSource', 'LastErrorSection', 'ResponseCode'],
  causes: ['A policy that writes a reason of its own, or a reason that is not documented.'],
  checks: [
    {
      text: 'LastErrorReason, LastErrorMessage and LastErrorSource of some rows; LastErrorSource names the policy.',
      query: { show: 'breakdown', by: 'LastErrorReason' },
    },
    { text: 'Trace one such request.', query: { show: 'rows' } },
  ],
  remediation: [
    'Go by the policy that LastErrorSource names.',
    'Teach the catalogue: add a scenario of your own for the reason.',
  ],
  links: [errorHandling, requestTracing],
  hints: [],
  notes: ['The documented list of reasons is not complete.'],
  examples: {
    matches: [
      {
        ref: 'A-54',
        source: 'A reason that nobody documented',
        row: { ResponseCode: 500, LastErrorReason: 'SomethingNew', LastErrorMessage: 'whatever' },
      },
      {
        source: 'Predefined errors of API Management',
        row: {
          ResponseCode: 400,
          IsRequestSuccess: false,
          LastErrorReason: 'CallbackParameterInvalid',
          LastErrorMessage: 'Value of callback parameter x-y is not a valid JavaScript identifier.',
          LastErrorSource: 'jsonp',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'An unknown reason, a known message',
        is: 'policy-expression-failure',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Renamed',
          LastErrorMessage: 'Expression evaluation failed. x',
        },
      },
      {
        source: 'An unknown reason, a known policy',
        is: 'jwt-invalid',
        row: {
          ResponseCode: 401,
          LastErrorReason: 'The token is malformed.',
          LastErrorSource: 'validate-jwt',
        },
      },
    ],
  },
};
