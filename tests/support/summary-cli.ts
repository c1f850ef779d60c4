/** A log of four requests, and the command `summary` over files in a folder of their own. */
import { spawnedCli, type RunCli } from './spawned-cli';

export const RESOURCE_ID =
  '/SUBSCRIPTIONS/S/RESOURCEGROUPS/G/PROVIDERS/MICROSOFT.APIMANAGEMENT/SERVICE/CONTOSO';
export const at = (second: number) => `2026-11-01T08:00:0${second}.000Z`;

export const row = (second: number, values: object) => ({
  TimeGenerated: at(second),
  _ResourceId: RESOURCE_ID,
  ApiId: 'orders',
  BackendUrl: 'https://orders.contoso.net/v1?sig=secret',
  ResponseCode: 200,
  BackendResponseCode: 200,
  TotalTime: 40,
  BackendTime: 30,
  ClientTime: 4,
  ...values,
});
export const refused = {
  ResponseCode: 500,
  BackendResponseCode: null,
  TotalTime: 21_050,
  BackendTime: 21_040,
  LastErrorElapsed: 21_040,
  LastErrorReason: 'BackendConnectionFailure',
  LastErrorMessage: 'Unable to connect to the remote server',
  LastErrorSource: 'forward-request',
};
export const ROWS = [
  row(0, {}),
  row(1, refused),
  row(2, { ApiId: 'payments', ResponseCode: 401, LastErrorReason: 'SubscriptionKeyNotFound', BackendUrl: '', TotalTime: 2 }),
  row(3, refused),
]; // prettier-ignore
export const lines = (rows: readonly object[]) => rows.map((one) => JSON.stringify(one)).join('\n');

/** To be called once in a file of tests. */
export function summaryCli() {
  const cli = spawnedCli();
  const summary: RunCli = (args, input) => cli.run(['summary', ...args], input);
  return {
    ...cli,
    summary,
    /** What a summary in JSON counts, and warns of. */
    counted: (args: readonly string[], input = '') => {
      const { range, requests, scenarios, warnings } = JSON.parse(
        summary(['--output', 'json', ...args], input).stdout,
      ) as {
        readonly range: { readonly from: string; readonly to: string };
        readonly requests: object;
        readonly scenarios: readonly { readonly scenario: string; readonly count: number }[];
        readonly warnings: readonly string[];
      };
      return {
        range,
        requests,
        scenarios: scenarios.map(({ scenario, count }) => [scenario, count]),
        warnings,
      };
    },
  };
}

export const ALL = {
  range: { from: at(0), to: '2026-11-01T08:00:03.001Z' },
  requests: { failed: 3, masked: 0, succeeded: 1 },
  scenarios: [
    ['backend-connect-timeout', 2],
    ['subscription-key-missing', 1],
  ],
  warnings: [],
};

/** Said where rows of both tables are the same requests. */
export const LEFT_OUT =
  'Left out, because ApiManagementGatewayLogs has the requests of the same service and hour: 1 row of AzureDiagnostics.';
