import { messageSays, ofOwnConnection, reasonIs } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Rule, Scenario } from '../../scenario';
import { backendCertificates, protocolsAndCiphers } from '../microsoft-links';

const handshake = messageSays(
  'Authentication failed, see inner exception',
  'Authentication failed because the remote party has closed the transport stream',
  'Could not create SSL/TLS secure channel',
);
// .NET's outer text; no gateway line with it is public.
const handshakeElsewhere = messageSays(
  'The SSL connection could not be established',
  'SSL Handshake failed',
  'Received an unexpected EOF or 0 bytes from the transport stream',
  'A call to SSPI failed',
  'do not possess a common algorithm',
  'The message received was unexpected or badly formatted',
  'Cannot determine the frame size or a corrupted frame was received',
  'alert protocol version',
  'alert handshake failure',
  'remote party sent a TLS alert',
  'handshake failed due to an unexpected packet format',
);

// The first of the texts above as some tools shorten it. Without the reason it may as well be a caller’s.
const shortened: Rule = {
  at: 'reason',
  basis: 'reason+message',
  confidence: 'medium',
  when: {
    all: [
      reasonIs('BackendConnectionFailure'),
      { not: ofOwnConnection },
      {
        column: 'LastErrorMessage',
        op: 'oneOfIgnoreCase',
        value: ['Authentication failed', 'Authentication failed.'],
      },
    ],
  },
};

export const backendTlsHandshake: Scenario = {
  id: 'backend-tls-handshake',
  title: 'TLS handshake failed',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'platform-team',
  summary:
    'Gateway and backend could not agree on how to encrypt: protocol version, cipher or client certificate.',
  match: [...connectionFailure(handshake, true), ...connectionFailure(handshakeElsewhere, false), shortened],
  evidence: ['ResponseCode', 'BackendResponseCode', 'BackendUrl', 'LastErrorMessage', 'LastErrorElapsed'],
  causes: [
    'The backend demands TLS 1.3, which is off on the backend side of the gateway unless it was enabled.',
    'No cipher in common, or an old protocol that one side has switched off.',
    'The backend demands a client certificate that the gateway does not send.',
  ],
  checks: [
    {
      text: 'The failure comes within some 100 ms: it is the handshake, not the network.',
      query: { show: 'rows' },
    },
    {
      text: 'From a machine in the gateway’s subnet: openssl s_client -connect HOST:443 -servername HOST -tls1_2.',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
    {
      text: 'Protocols + ciphers of the instance in the portal, backend side.',
      query: { show: 'breakdown', by: 'Service' },
    },
  ],
  remediation: [
    'Let the backend accept TLS 1.2, or enable TLS 1.3 on the backend side of the instance.',
    'Give the gateway the client certificate that the backend asks for (authentication-certificate policy, or the backend entity).',
  ],
  policies: [
    {
      title:
        'In inbound: the client certificate that the backend asks for, from the certificates of the instance',
      xml: '<authentication-certificate certificate-id="backend-client-certificate" />',
    },
  ],
  links: [protocolsAndCiphers, backendCertificates],
  hints: [
    {
      when: messageSays('unexpected packet format', 'Cannot determine the frame size'),
      text: 'What came back was no TLS: most likely https is spoken to a port that serves plain http.',
    },
  ],
  notes: [
    'Switching certificate validation off does not help: no certificate was judged yet.',
    'Enabling TLS 1.3 breaks backends that ask for a client certificate by renegotiation.',
    'Consumption and v2 tiers do not let you change ciphers.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-19',
        source: 'jalcalaroot/azure-agent-platform, repository notes',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Authentication failed, see inner exception',
          LastErrorSource: 'forward-request',
          LastErrorElapsed: 8,
          TotalTime: 11,
        },
      },
      {
        ref: 'A-20',
        source: 'Public note on TLS 1.3, 2024',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The request was aborted: Could not create SSL/TLS secure channel.',
          LastErrorSource: 'forward-request',
          LastErrorElapsed: 17,
        },
      },
      {
        ref: 'A-21',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Authentication failed because the remote party has closed the transport stream.',
        },
      },
      {
        source: 'Runtime text of .NET, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The SSL connection could not be established, see inner exception.',
        },
      },
      {
        source: 'Runtime text of .NET, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            "Authentication failed because the remote party sent a TLS alert: 'ProtocolVersion'.",
          LastErrorSource: 'request-forwarder',
        },
      },
      {
        source: 'Runtime text of .NET on Windows, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The handshake failed due to an unexpected packet format.',
          LastErrorSource: 'forward-request',
        },
      },
      {
        source: 'Composed: what some tools leave of the text',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Authentication failed',
          LastErrorSource: 'forward-request',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the same words of a caller',
        is: 'unclassified',
        row: { ResponseCode: 401, LastErrorMessage: 'Authentication failed.' },
      },
      {
        source: 'Trust, not handshake',
        is: 'backend-tls-trust',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The underlying connection was closed: Could not establish trust relationship for the SSL/TLS secure channel.',
        },
      },
    ],
  },
};
