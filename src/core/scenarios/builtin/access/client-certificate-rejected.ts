import { messageSays, passesStatusOn, refusesCaller, sourceIs } from '../../conditions';
import { refusedBy } from '../../rules';
import type { Scenario } from '../../scenario';
import { clientCertificates, validateClientCertificate } from '../microsoft-links';

export const clientCertificateRejected: Scenario = {
  id: 'client-certificate-rejected',
  title: 'Client certificate rejected',
  family: 'access',
  severity: 'warning',
  owner: 'consumer',
  summary:
    'The caller was to identify itself with a client certificate, and sent none or one that the policy refuses.',
  match: [
    {
      at: 'message',
      basis: 'message',
      confidence: 'medium',
      when: {
        all: [
          messageSays('Invalid client certificate'),
          refusesCaller,
          { not: passesStatusOn },
          // Its certificate is the gateway’s own, for the backend.
          { not: sourceIs('authentication-certificate') },
        ],
      },
    },
    refusedBy('validate-client-certificate'),
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'LastErrorSource',
    'LastErrorMessage',
    'ApiId',
    'CallerIpAddress',
  ],
  causes: [
    'The client sends no certificate: “Negotiate client certificate” is off for the host name, or the client has none.',
    'The certificate expired, was revoked, or another authority issued it.',
    'A front end ends TLS and does not pass the certificate on.',
  ],
  checks: [
    {
      text: 'Trace one such request: context.Request.Certificate is null when none arrived.',
      query: { show: 'rows' },
    },
    {
      text: 'Dates, issuer and thumbprint of the certificate against the policy; it checks revocation, trust and dates by default.',
      query: { show: 'breakdown', by: 'ApiId' },
    },
  ],
  remediation: [
    'Renew or replace the client’s certificate, or admit its issuer in the policy.',
    'Switch “Negotiate client certificate” on for the gateway’s host name.',
  ],
  policies: [
    {
      title:
        'In inbound: the certificates that are admitted, the new one beside the old one while clients change',
      xml: [
        '<validate-client-certificate',
        '  validate-revocation="true" validate-trust="true"',
        '  validate-not-before="true" validate-not-after="true" ignore-error="false">',
        '  <identities>',
        '    <identity thumbprint="THUMBPRINT-OF-THE-OLD-ONE" />',
        '    <identity thumbprint="THUMBPRINT-OF-THE-NEW-ONE" />',
        '  </identities>',
        '</validate-client-certificate>',
      ].join('\n'),
    },
  ],
  links: [validateClientCertificate, clientCertificates],
  hints: [],
  notes: [
    'Neither status nor reason of the policy is documented, so only its name or a text with these words counts.',
  ],
  examples: {
    matches: [
      {
        source: 'Azure PaaS blog, part 1',
        row: {
          ResponseCode: 403,
          IsRequestSuccess: false,
          LastErrorMessage: 'Invalid client certificate',
          TotalTime: 2,
        },
      },
      {
        source: 'Composed from the documentation of the policy',
        row: { ResponseCode: 403, LastErrorSource: 'validate-client-certificate' },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the backend refused, and its status was passed on',
        is: 'backend-returned-4xx',
        row: {
          ResponseCode: 403,
          BackendResponseCode: 403,
          LastErrorMessage: 'Invalid client certificate',
        },
      },
      {
        source: 'Composed: the gateway’s own certificate, for the backend',
        is: 'unclassified',
        row: {
          ResponseCode: 500,
          LastErrorMessage: 'Invalid client certificate. Certificate with thumbprint ABC was not found.',
          LastErrorSource: 'authentication-certificate',
        },
      },
    ],
  },
};
