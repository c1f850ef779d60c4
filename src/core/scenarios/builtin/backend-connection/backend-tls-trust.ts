import { messageSays } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Scenario } from '../../scenario';
import { backendCertificates, backends, caCertificates, trustedRoots } from '../microsoft-links';

const untrusted = messageSays('Could not establish trust relationship');
// Inner .NET texts, seen alone as the message: chain, name mismatch and rejection by the validation callback.
const invalidCertificate = messageSays(
  'The remote certificate is invalid',
  'remote certificate was rejected',
  'certificate verify failed',
  'issued by an authority that is not trusted',
);

/** What .NET calls the states of a chain. */
const chainStates = ['NotTimeValid', 'RevocationStatusUnknown', 'OfflineRevocation', 'Revoked', 'UntrustedRoot', 'PartialChain'] as const; // prettier-ignore
const untrustedChain = messageSays('UntrustedRoot', 'PartialChain', 'local issuer', 'authority that is not trusted', 'self-signed', 'self signed'); // prettier-ignore

export const backendTlsTrust: Scenario = {
  id: 'backend-tls-trust',
  title: 'Untrusted backend certificate',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'platform-team',
  summary: 'The gateway reached the backend but does not trust its certificate.',
  match: [...connectionFailure(untrusted, true), ...connectionFailure(invalidCertificate, false)],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'LastErrorMessage',
    'LastErrorElapsed',
    'BackendId',
  ],
  causes: [
    'The certificate is self-signed, or a private certificate authority issued it.',
    'The backend does not send its intermediate certificates.',
    'The certificate expired, or was renewed with another issuer.',
    'The certificate is for another host name.',
    'The gateway cannot reach the addresses where issuers publish certificates and revocation lists (ports 80 and 443).',
  ],
  checks: [
    {
      text: 'From a machine in the gateway’s subnet: openssl s_client -connect HOST:443 -servername HOST -showcerts. Look at dates, names, issuer and whether the chain is complete.',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
    {
      text: 'CA certificates of the instance in the portal: is the issuer there, and not expired?',
      query: { show: 'breakdown', by: 'Service' },
    },
    {
      text: 'When did it begin? A start on the hour of a renewal tells the cause.',
      query: { show: 'series' },
    },
  ],
  remediation: [
    'Use a certificate that chains to a public root which Windows trusts, and send the intermediate certificates with it.',
    'Or upload the issuer under Certificates > CA certificates (on v2 tiers in the backend entity). It may take 15 minutes and more.',
    'For a test only: switch the validation of the chain or of the name off in the backend entity (properties.tls.validateCertificateChain, validateCertificateName).',
  ],
  links: [caCertificates, backendCertificates, trustedRoots, backends],
  hints: [
    {
      when: messageSays('NameMismatch', 'name mismatch', 'does not match'),
      text: 'The certificate is for another name: correct the host name or the certificate’s names; uploading a CA does not mend that.',
    },
    {
      when: messageSays('NotTimeValid', 'certificate has expired'),
      text: 'A certificate of the chain has expired or is not valid yet: renew it at the backend. Uploading a CA does not help.',
    },
    {
      when: messageSays('RevocationStatusUnknown', 'OfflineRevocation'),
      text: 'The gateway could not find out whether a certificate was revoked: let it reach the issuer’s addresses (ports 80 and 443), which the certificate names.',
    },
    {
      when: untrustedChain,
      text: 'It is the chain that is not trusted: complete it at the backend, or upload the issuer’s certificate.',
    },
    {
      when: { all: [messageSays('ChainErrors'), { not: messageSays(...chainStates) }] },
      text: 'The chain was refused, and the log does not say for what: an unknown issuer, a missing intermediate certificate, an expired one or an unreachable revocation list.',
    },
  ],
  notes: [
    'Nobody can add to Microsoft’s list of trusted roots: a private authority has to be uploaded to the instance.',
    'Self-hosted gateways do not use the uploaded CA certificates of the instance; they have a list of their own.',
    'A failure to agree on protocol or cipher is another scenario, and switching validation off does not help there.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-18',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.',
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          LastErrorElapsed: 46,
          TotalTime: 49,
        },
      },
      {
        source: 'Runtime text of .NET, reported as the whole message',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The remote certificate is invalid according to the validation procedure.',
        },
      },
      {
        ref: 'B-15',
        source: 'A policy in on-error chose the status',
        row: {
          ResponseCode: 503,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Text of Windows, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The certificate chain was issued by an authority that is not trusted',
          LastErrorSource: 'forward-request',
        },
      },
    ],
    doesNotMatch: [
      {
        ref: 'A-19',
        source: 'Protocol or cipher, not trust',
        is: 'backend-tls-handshake',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Authentication failed, see inner exception',
          LastErrorElapsed: 8,
        },
      },
      {
        source: 'Composed: the identity’s endpoint, not the backend',
        is: 'gateway-credential-failed',
        row: {
          ResponseCode: 500,
          LastErrorSource: 'authentication-managed-identity',
          LastErrorMessage: 'Could not establish trust relationship for the SSL/TLS secure channel.',
        },
      },
    ],
  },
};
