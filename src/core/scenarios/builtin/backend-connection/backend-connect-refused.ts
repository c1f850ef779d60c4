import { messageSays } from '../../conditions';
import { connectionFailure } from '../../rules';
import type { Scenario } from '../../scenario';
import { backends } from '../microsoft-links';

// Runtime texts of Linux and Windows; no gateway line with them is public.
const refused = messageSays('Connection refused', 'target machine actively refused it');

export const backendConnectRefused: Scenario = {
  id: 'backend-connect-refused',
  title: 'Connection refused by the backend',
  family: 'backend-connection',
  severity: 'critical',
  owner: 'backend-team',
  summary: 'The backend’s machine answered that nothing listens at that address and port.',
  match: connectionFailure(refused, false),
  evidence: [
    'ResponseCode',
    'BackendResponseCode',
    'BackendUrl',
    'LastErrorMessage',
    'LastErrorElapsed',
    'Region',
  ],
  causes: [
    'The backend’s process is stopped or restarting.',
    'The port is wrong, or the backend listens on another address of its machine.',
    'A load balancer or proxy in between has no backend and refuses.',
  ],
  checks: [
    { text: 'Host and port in BackendUrl.', query: { show: 'breakdown', by: 'BackendHost' } },
    {
      text: 'Connect to them from a machine in the gateway’s subnet. The refusal comes at once, other than a firewall that drops packets.',
      query: { show: 'breakdown', by: 'Region' },
    },
  ],
  remediation: ['Start the backend, or correct the port in the API’s web service URL or the backend entity.'],
  policies: [
    {
      title: 'In inbound, where a policy chooses the backend: host and port that listen',
      xml: '<set-backend-service base-url="https://orders.contoso.com:8443/api" />',
    },
  ],
  links: [backends],
  hints: [],
  notes: [
    'No public gateway row shows this condition: the texts are those of the runtime, so confidence is lower.',
  ],
  examples: {
    matches: [
      {
        source: 'Runtime text of .NET on Linux, in no public gateway log',
        row: {
          ResponseCode: 500,
          IsRequestSuccess: false,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage: 'Connection refused (10.1.2.3:8080)',
          LastErrorSource: 'request-forwarder',
          LastErrorSection: 'backend',
          LastErrorElapsed: 4,
          TotalTime: 6,
        },
      },
      {
        source: 'Runtime text of .NET on Windows, in no public gateway log',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorMessage:
            'No connection could be made because the target machine actively refused it. 10.1.2.3:8080',
        },
      },
      {
        source: 'Composed: refused, within the general text',
        row: {
          ResponseCode: 500,
          LastErrorReason: 'BackendConnectionFailure',
          LastErrorSource: 'forward-request',
          LastErrorMessage:
            'Unable to connect to the remote server: No connection could be made because the target machine actively refused it 10.0.0.5:443',
        },
      },
    ],
    doesNotMatch: [
      {
        source: 'Composed: the cache’s connection, not the backend’s',
        is: 'unclassified',
        row: {
          ResponseCode: 500,
          LastErrorSource: 'cache-lookup-value',
          LastErrorMessage: 'It was not possible to connect to the redis server(s). Connection refused',
        },
      },
    ],
  },
};
