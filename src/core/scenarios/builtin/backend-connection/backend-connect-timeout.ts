import { ofOwnConnection, reasonIs } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Scenario } from '../../scenario';
import { capacity, runtimeLimits, snatPorts } from '../microsoft-links';
import { noAnswer, noAnswerElsewhere, silentNoAnswer } from './connect-words';

export const backendConnectTimeout: Scenario = {
  id: 'backend-connect-timeout',
  title: 'No connection to the backend',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'network',
  summary:
    'The gateway tried to open a connection to the backend and got no answer, usually for about 21 seconds.',
  match: [
    ...connectionFailure(noAnswer, true),
    ...connectionFailure(noAnswerElsewhere, false),
    {
      at: 'reason',
      basis: 'timing',
      confidence: 'low',
      when: { all: [reasonIs('BackendConnectionFailure'), { not: ofOwnConnection }, silentNoAnswer] },
    },
  ],
  evidence: [
    'ResponseCode',
    'BackendUrl',
    'BackendResponseCode',
    'BackendTime',
    'LastErrorElapsed',
    'TotalTime',
    'Region',
    'LastErrorMessage',
  ],
  causes: [
    'The backend is down, or nothing listens at that address and port.',
    'A firewall, network security group or route drops the packets.',
    'Too many connections to one address: SNAT ports or the connection limit of the instance are exhausted.',
    'The instance itself is overloaded.',
    'In an internal virtual network the backend address is the gateway’s own: it cannot reach itself through its load balancer.',
  ],
  checks: [
    {
      text: 'BackendTime or LastErrorElapsed near 21 s (20 s on self-hosted gateways): the TCP connect timeout, so the packets got no answer.',
      query: { show: 'rows' },
    },
    {
      text: 'All requests to this host, or only a part? A part that grows with load points to SNAT ports or to the connection limit.',
      query: { show: 'breakdown', by: 'BackendHost' },
    },
    {
      text: 'Connect to the host and port from a machine in the gateway’s subnet.',
      query: { show: 'breakdown', by: 'Region' },
    },
    {
      text: 'The capacity metrics of the instance at that time, and “Diagnose and solve problems” > “SNAT Port Analysis” in the portal.',
      query: { show: 'series', by: 'Service' },
    },
  ],
  remediation: [
    'Bring the backend up, or correct address and port.',
    'Let the gateway’s addresses through the firewall, and check routes and network security groups.',
    'Against SNAT exhaustion: a NAT gateway, a private endpoint or the same virtual network for the backend, more units, caching.',
    'For a call to the own gateway use the loopback address with the right Host header.',
  ],
  links: [snatPorts, capacity, runtimeLimits],
  hints: [],
  notes: [
    'One row never proves SNAT exhaustion; a burst of them to one host under load suggests it.',
    'A trace on the gateway’s machines is not open to customers: trace at the network appliance or at the backend.',
  ],
  examples: {
    matches: [
      {
        ref: 'A-9',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to connect to the remote server',
          LastErrorSource: 'forward-request',
          LastErrorSection: 'backend',
          LastErrorElapsed: 21032,
          TotalTime: 21040,
          BackendTime: 21026,
        },
      },
      {
        ref: 'A-10',
        source: 'microsoft/service-fabric-issues, issue 431',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond 10.0.0.5:58450',
          LastErrorSource: 'service-fabric-backend',
          BackendTime: 21026,
        },
      },
      {
        ref: 'A-11',
        source: 'MicrosoftDocs/SupportArticles-docs, issue 496',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond 50.62.168.5:80',
        },
      },
      {
        ref: 'A-12',
        source: 'nehalineogi/azure-cross-solution-network-architectures, self-hosted gateway',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'connection timed out: 172.16.1.5:3001',
          LastErrorSource: 'request-forwarder',
          LastErrorElapsed: 20018,
        },
      },
      {
        ref: 'A-13',
        source: 'The same repository, second run',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'connection timed out: 172.16.1.5:3001',
          LastErrorSource: 'request-forwarder',
          LastErrorElapsed: 20039,
        },
      },
      {
        ref: 'A-14',
        source: 'The same repository, on premises',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'connection timed out: 172.16.1.5:3001',
          LastErrorSource: 'request-forwarder',
          LastErrorElapsed: 20022,
          TotalTime: 20035,
          ClientTime: 2,
        },
      },
      {
        ref: 'A-15',
        source: 'Azure PaaS blog, self-chained requests in an internal virtual network',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to connect to the remote server',
          Url: 'https://contoso.azure-api.net/a',
          BackendUrl: 'https://contoso.azure-api.net/b',
          TotalTime: 21038,
        },
      },
      {
        ref: 'A-39',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 504,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Unable to connect to the remote server',
          BackendTime: 21040,
          TotalTime: 21055,
        },
      },
      {
        ref: 'A-48',
        source: 'Azure PaaS blog, part 2',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond 10.1.2.3:443',
        },
      },
      {
        ref: 'B-16',
        source: 'Composed from the documentation of send-request',
        row: {
          ResponseCode: 500,
          LastErrorMessage: 'Unable to connect to the remote server',
          LastErrorSource: 'send-request',
          LastErrorElapsed: 21009,
        },
      },
      {
        source: 'No message, but the time of a TCP connect timeout',
        row: { ResponseCode: 500, LastErrorReason: 'BackendConnectionFailure', BackendTime: 21018 },
      },
      {
        source: 'Runtime text of .NET, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'A connection could not be established within the configured ConnectTimeout.',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the general text alone, and far too soon for a time-out',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          BackendTime: 2,
          LastErrorMessage: 'Unable to connect to the remote server',
        },
      },
      {
        source: 'Runtime text of .NET: a write on a connection that stood',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          LastErrorElapsed: 61000,
          LastErrorMessage:
            'Unable to write data to the transport connection: A connection attempt failed because the connected party did not properly respond after a period of time, or established connection failed because connected host has failed to respond.',
        },
      },
      {
        source: 'The backend had answered',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 500,
          BackendResponseCode: 200,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          BackendTime: 21000,
        },
      },
      {
        source: 'The backend took the connection and was slow',
        is: 'backend-timeout',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'Timeout',
          LastErrorMessage: 'Request to the backend service timed out',
          BackendTime: 21000,
        },
      },
      {
        source: 'Composed: the issuer’s address, with the backend’s reason',
        is: 'gateway-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'validate-jwt',
          LastErrorMessage: 'Unable to connect to the remote server',
        },
      },
      {
        source: 'Composed: an idle connection was dropped',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          LastErrorMessage: 'Connection timed out',
          BackendTime: 240000,
        },
      },
      {
        source: 'Composed: the same at a self-hosted gateway, which logs no time of the backend',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'request-forwarder',
          LastErrorMessage: 'Connection timed out',
          LastErrorElapsed: 239_900,
        },
      },
      {
        source: 'Composed: the same where only the total was logged',
        is: 'backend-connection-other',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'request-forwarder',
          LastErrorMessage: 'Connection timed out',
          TotalTime: 240_010,
        },
      },
    ],
  },
};
