import type { Predicate } from '../../../predicate';
import {
  messageSays,
  namesConnection,
  ofOwnConnection,
  passesErrorOn,
  reasonIs,
  whileExchanging,
} from '../../conditions';
import type { Scenario } from '../../scenario';
import { backends, errorHandling, snatPorts } from '../microsoft-links';
import { cameSoon } from './connect-words';

const noLocalPort: Predicate = messageSays(
  'Cannot assign requested address',
  'access a socket in a way forbidden by its access permissions',
  'Only one usage of each socket address',
);

// Runtime texts of .NET; no gateway line with them is public.
const elsewhere: Predicate = {
  any: [
    noLocalPort,
    messageSays(
      'An error occurred while sending the request',
      'No route to host',
      'Network is unreachable',
      'The server returned an invalid or unrecognized response',
    ),
  ],
};

export const backendConnectionOther: Scenario = {
  id: 'backend-connection-other',
  title: 'Other connection failure',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'network',
  summary: 'The connection to the backend failed, in none of the ways that have a scenario of their own.',
  match: [
    {
      at: 'reason',
      basis: 'reason',
      confidence: 'medium',
      when: { all: [reasonIs('BackendConnectionFailure'), { not: ofOwnConnection }] },
    },
    {
      at: 'message',
      basis: 'message',
      confidence: 'low',
      when: { all: [whileExchanging, { not: namesConnection }, { not: passesErrorOn }, elsewhere] },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'LastErrorMessage',
    'LastErrorElapsed',
    'BackendTime',
    'Region',
  ],
  causes: [
    'Anything between gateway and backend: name, route, firewall, TLS, the backend itself.',
    'A text of a newer gateway that the catalogue does not know yet.',
  ],
  checks: [
    {
      text: 'LastErrorMessage, and LastErrorElapsed: some ms are a refusal or a handshake, about 21 s a connect time-out, about 240 s an idle drop.',
      query: { show: 'rows' },
    },
    { text: 'Network status of the instance in the portal.', query: { show: 'breakdown', by: 'Region' } },
  ],
  remediation: [
    'Connect to the backend’s host and port from a machine in the gateway’s subnet: whoever owns the step that fails there (name, route, firewall, TLS, the backend) has to mend it.',
    'Where it fails only now and then, compare with the load of the instance, and with restarts of the backend.',
    'Teach the catalogue: add a scenario of your own for a text that recurs.',
  ],
  links: [errorHandling, backends, snatPorts],
  hints: [
    {
      when: messageSays('No route to host', 'is unreachable'),
      text: 'There is no way to that address: look at routes, peering, gateways and network security groups between the gateway’s subnet and the backend.',
    },
    {
      when: { all: [messageSays('Unable to connect to the remote server'), cameSoon, { not: noLocalPort }] },
      text: 'No connection came about, and sooner than a time-out: refused, or no route. A trial from the gateway’s subnet tells which.',
    },
    {
      when: messageSays('The server returned an invalid or unrecognized response'),
      text: 'What answered does not speak HTTP: look at port and scheme of the address.',
    },
    {
      when: noLocalPort,
      text: 'The text means that no local port was free: too many connections at once to one address (SNAT or ephemeral ports).',
    },
  ],
  notes: [],
  examples: {
    matches: [
      {
        source: 'Composed: a connection failure without a message',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          LastErrorElapsed: 300,
          TotalTime: 302,
        },
      },
      {
        source: 'Runtime text of .NET on Linux, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorMessage: 'Cannot assign requested address (orders.contoso.net:443)',
        },
      },
      {
        source: 'Composed: no route, within the general text',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          LastErrorMessage:
            'Unable to connect to the remote server: A socket operation was attempted to an unreachable host',
          BackendTime: 21003,
        },
      },
      {
        source: 'Composed: no route in the words of Linux, within the general text',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'request-forwarder',
          LastErrorMessage: 'Unable to connect to the remote server: No route to host',
          BackendTime: 21003,
        },
      },
      {
        source: 'Composed: no local port, within the general text',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          LastErrorMessage:
            'Unable to connect to the remote server: Only one usage of each socket address is normally permitted',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: a policy’s call beside a request whose backend answered soon',
        is: 'backend-connect-timeout',
        row: {
          ResponseCode: 200,
          BackendResponseCode: 200,
          BackendTime: 40,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to connect to the remote server',
          LastErrorSource: 'send-request',
          LastErrorElapsed: 21009,
        },
      },
    ],
  },
};
