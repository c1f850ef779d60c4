import type { Predicate } from '../../../predicate';
import { messageSays } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Scenario } from '../../scenario';
import { backends, virtualNetworkReference } from '../microsoft-links';

const unresolved = messageSays('The remote name could not be resolved');
// Texts of .NET and of Linux resolvers for the same condition; no gateway line with them is public.
const unresolvedElsewhere: Predicate = {
  any: [
    messageSays(
      'No such host is known',
      'Name or service not known',
      'Name does not resolve',
      'Temporary failure in name resolution',
      'nodename nor servname provided',
      'no data of the requested type was found',
      'error during hostname resolution',
      'getaddrinfo',
    ),
    // .NET’s words for a resolver that is to be asked again; the same words end a read.
    {
      all: [
        messageSays('Resource temporarily unavailable ('),
        { not: messageSays('the transport connection') },
      ],
    },
  ],
};

export const backendDnsFailure: Scenario = {
  id: 'backend-dns-failure',
  title: 'Unresolved backend name',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'network',
  summary:
    'The gateway could not turn the backend’s host name into an address, so no connection was attempted.',
  match: [...connectionFailure(unresolved, true), ...connectionFailure(unresolvedElsewhere, false)],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'LastErrorMessage',
    'LastErrorElapsed',
    'Region',
  ],
  causes: [
    'The host name in the API’s or the backend’s settings is wrong, or the backend was renamed or deleted.',
    'The instance is in a virtual network with its own DNS servers, and they lack the record or cannot be reached (port 53).',
    'A private DNS zone is not linked to the virtual network, or the instance still uses the DNS servers it started with.',
  ],
  checks: [
    {
      text: 'Read the host name in BackendUrl letter by letter.',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
    {
      text: 'Resolve the name from a machine in the gateway’s subnet, with the DNS servers of its virtual network.',
      query: { show: 'breakdown', by: 'Region' },
    },
    {
      text: 'Network status of the instance in the portal: is DNS reachable?',
      query: { show: 'breakdown', by: 'Service' },
    },
  ],
  remediation: [
    'Correct the host name in the API’s web service URL or in the backend entity.',
    'Add the record, or the link between the private DNS zone and the virtual network.',
    'After a change of DNS servers use “Apply network configuration”, so that the instance takes them up.',
  ],
  policies: [
    {
      title: 'In inbound, where a policy chooses the backend: its right address',
      xml: '<set-backend-service base-url="https://orders.contoso.com/api" />',
    },
  ],
  links: [virtualNetworkReference, backends],
  hints: [],
  notes: [
    'It comes with 500 and with 502, depending on gateway and policies: the message tells, not the status.',
    'Of a call that a policy makes with send-request the message alone names the host; BackendUrl is that of the forwarded request.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-17',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: "The remote name could not be resolved: 'contoso.azurewebsites.net'",
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          LastErrorElapsed: 21,
          TotalTime: 24,
        },
      },
      {
        ref: 'A-37',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 502,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'The remote name could not be resolved',
        },
      },
      {
        source: 'Runtime text of .NET on Linux, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Name or service not known (orders.contoso.net:443)',
        },
      },
      {
        source: 'Composed: the call of a policy, while the backend answered',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 200,
          BackendUrl: 'https://orders.contoso.net/v1/orders',
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: "The remote name could not be resolved: 'idp.contoso.net'",
          LastErrorSource: 'send-request',
        },
      },
      {
        source: 'Runtime text of .NET on Alpine, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'request-forwarder',
          LastErrorMessage: 'Name does not resolve (orders.internal:443)',
        },
      },
      {
        source: 'Runtime text of .NET on Linux, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'request-forwarder',
          LastErrorMessage: 'Resource temporarily unavailable (orders.internal:443)',
        },
      },
      {
        source: 'Text of Windows resolvers, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'The requested name is valid, but no data of the requested type was found. (orders.internal:443)',
        },
      },
      {
        source: 'Text of Windows resolvers, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'This is usually a temporary error during hostname resolution and means that the local server did not receive a response from an authoritative server.',
        },
      },
      {
        source: 'Text of a resolver call, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'getaddrinfo ENOTFOUND orders.internal',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the name is one that the backend looks up, in its own error',
        is: 'backend-returned-5xx',
        row: {
          ResponseCode: 502,
          BackendResponseCode: 502,
          LastErrorMessage: "The remote name could not be resolved: 'db'",
        },
      },
      {
        source: 'Composed: the identity’s endpoint, not the backend',
        is: 'gateway-credential-failed',
        row: {
          ResponseCode: 500,
          LastErrorSource: 'authentication-managed-identity',
          LastErrorMessage: "The remote name could not be resolved: 'login.microsoftonline.com'",
        },
      },
      {
        source: 'The name resolved, the address did not answer',
        is: 'backend-connect-timeout',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to connect to the remote server',
        },
      },
    ],
  },
};
