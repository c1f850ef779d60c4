import type { GatewayTable } from '../log';

/** Ways to prove to Azure who asks, named as in Grafana’s Azure plugins. */
export const azureAuthTypes = {
  clientsecret: 'App registration (client secret)',
  msi: 'Managed identity',
  workloadidentity: 'Workload identity',
} as const;
export type AzureAuthType = keyof typeof azureAuthTypes;

/** Addresses of a cloud: the query API, the login, Azure Resource Manager, which lists what there is, and the portal. */
export type AzureEndpoint = 'logs' | 'login' | 'manager' | 'portal';

/** What the source `log-analytics` needs to know. Names are those of Grafana’s Azure Monitor data source where it has one. */
export interface LogAnalyticsSettings {
  readonly azureAuthType: AzureAuthType;
  /** `AzureCloud`, `AzureChinaCloud`, `AzureUSGovernment`, or the names that the Azure Monitor data source has for them. */
  readonly cloudName: string;
  /** Directory and application, for a client secret; with a workload identity in place of what Grafana was given. */
  readonly tenantId: string;
  readonly clientId: string;
  /** The same four as other Azure plugins of Grafana store them; what is said here goes before. */
  readonly azureCredentials: AzureCredentialsSetting | null;
  /** Log Analytics workspaces: ids, or resource ids. */
  readonly workspaces: readonly string[];
  /** Instead of workspaces: resource ids of API Management instances. */
  readonly resources: readonly string[];
  /** Which tables the diagnostic settings fill: `ApiManagementGatewayLogs`, `AzureDiagnostics`, or both. */
  readonly tables: readonly GatewayTable[];
  /** Whether the table is on the Basic plan, where each query costs by the data that it scans. */
  readonly basicLogsEnabled: boolean;
  /** Seconds until a query is given up, waiting included. */
  readonly timeout: number;
  /** Whether alert rules may use answers that Azure calls incomplete. */
  readonly partialResultsInAlerts: boolean;
  /** Other addresses than those of the cloud, where Grafana’s administrator allows them. */
  readonly endpoints: Readonly<Partial<Record<AzureEndpoint, string | undefined>>>;
  /** A proxy on the way to Azure, where Grafana’s administrator allows it. */
  readonly proxyUrl: string;
  /** Whether the secret `tlsCACert` names an authority of one’s own. */
  readonly tlsAuthWithCACert: boolean;
}

export interface AzureCredentialsSetting {
  readonly authType?: AzureAuthType;
  readonly azureCloud?: string | undefined;
  readonly tenantId?: string | undefined;
  readonly clientId?: string | undefined;
}

export const logAnalyticsDefaults: LogAnalyticsSettings = {
  azureAuthType: 'clientsecret',
  cloudName: 'AzureCloud',
  tenantId: '',
  clientId: '',
  azureCredentials: null,
  workspaces: [],
  resources: [],
  tables: ['resource'],
  basicLogsEnabled: false,
  timeout: 60,
  partialResultsInAlerts: false,
  endpoints: {},
  proxyUrl: '',
  tlsAuthWithCACert: false,
};
