import { passesStatusOn, policyItselfFailed, sourceIs } from '../../conditions';
import type { Scenario } from '../../scenario';
import { authorizationContext, managedIdentity } from '../microsoft-links';

export const gatewayCredentialFailed: Scenario = {
  id: 'gateway-credential-failed',
  title: 'Gateway got no credential',
  family: 'policy',
  severity: 'critical',
  owner: 'platform-team',
  summary:
    'The gateway itself could not get a token: its managed identity, or a connection of the credential manager, failed.',
  match: [
    {
      at: 'source',
      basis: 'source',
      confidence: 'low',
      // A connection that failed was that to the service which issues the credential.
      when: {
        all: [
          sourceIs('authentication-managed-identity', 'get-authorization-context'),
          { not: passesStatusOn },
          { not: policyItselfFailed },
        ],
      },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorSource',
    'LastErrorMessage',
    'ApiId',
    'OperationId',
  ],
  causes: [
    'The managed identity is switched off, was removed, or the policy names another client id.',
    'The resource in the policy is not one that tokens are issued for.',
    'The connection of the credential manager has to be signed in again, or its provider is misconfigured.',
  ],
  checks: [
    {
      text: 'LastErrorSource: authentication-managed-identity is the identity, get-authorization-context the credential manager.',
      query: { show: 'breakdown', by: 'LastErrorSource' },
    },
    {
      text: 'Identity page of the instance; state of the connection in the credential manager.',
      query: { show: 'breakdown', by: 'Service' },
    },
    { text: 'Trace one such request for the text of the error.', query: { show: 'rows' } },
  ],
  remediation: [
    'Enable or assign the identity, and correct resource or client-id in the policy.',
    'Sign the connection in again.',
  ],
  policies: [
    {
      title: 'In inbound: name the identity that has the role, and what its token is for',
      xml: '<authentication-managed-identity resource="api://orders-backend" client-id="CLIENT-ID-OF-THE-IDENTITY" />',
    },
  ],
  links: [managedIdentity, authorizationContext],
  hints: [],
  notes: [
    'The message of these policies is not public. They end in 500 or in whatever status the policies choose; 424 was seen.',
  ],
  examples: {
    matches: [
      {
        source: 'Composed from the documentation of the policy',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorSource: 'authentication-managed-identity',
          LastErrorSection: 'inbound',
          TotalTime: 30,
        },
      },
      {
        source: 'Composed from the documentation of the policy',
        row: {
          ResponseCode: 424,
          LastErrorSource: 'get-authorization-context',
          LastErrorReason: 'AuthorizationContextError',
          LastErrorMessage: 'The connection is not signed in',
        },
      },
      {
        source: 'Composed: the identity’s endpoint was not reached, says the reason',
        row: {
          ResponseCode: 500,
          LastErrorSource: 'authentication-managed-identity',
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to connect to the remote server',
        },
      },
    ],
    doesNotMatch: [],
  },
};
