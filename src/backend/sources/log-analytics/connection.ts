import { GatewaylensError } from '../../../core/errors';
import {
  azureCloud,
  azureClouds,
  settingInvalid,
  settingName,
  type LogAnalyticsSettings,
} from '../../../core/settings';
import { allOf } from '../../../core/together';

/** Who asks, and where. It holds secrets: it is never logged and leaves the backend in no answer. */
export interface AzureConnection {
  /** Address of the query API; tokens are for it. */
  readonly logs: string;
  readonly login: string;
  /** Azure Resource Manager, which lists what there is; undefined where it is not known. */
  readonly manager: string | undefined;
  /** Where people look at the same logs; undefined where it is not known. */
  readonly portal: string | undefined;
  readonly credential: AzureCredential;
  readonly proxy: string | undefined;
  /** Authorities of one’s own, as PEM. */
  readonly ca: string | undefined;
}

export type AzureCredential =
  | {
      readonly type: 'clientsecret';
      readonly tenantId: string;
      readonly clientId: string;
      readonly clientSecret: string;
    }
  | { readonly type: 'msi'; readonly clientId: string | undefined }
  | {
      readonly type: 'workloadidentity';
      readonly tenantId: string;
      readonly clientId: string;
      readonly tokenFile: string;
    };

/** What Grafana’s administrator allows and hands on. */
export interface AzureAdministration {
  /** Addresses that tokens may be sent to beside those of the clouds, and proxies. */
  readonly allowedEndpoints: readonly string[];
  /** Undefined where it is switched off or not handed on to this plugin. */
  readonly managedIdentity: { readonly clientId: string | undefined } | undefined;
  readonly workloadIdentity:
    | {
        readonly tenantId: string | undefined;
        readonly clientId: string | undefined;
        readonly tokenFile: string | undefined;
      }
    | undefined;
}

type Secrets = Readonly<Record<string, string>>;

/** @throws GatewaylensError for all that is missing, wrong or not allowed */
export function azureConnection(
  settings: LogAnalyticsSettings,
  secrets: Secrets,
  administration: AzureAdministration,
): AzureConnection {
  const { proxyUrl, tlsAuthWithCACert } = settings;
  const { allowedEndpoints } = administration;
  const { urls, ...others } = allOf({
    urls: () => addresses(settings, allowedEndpoints),
    credential: () => credential(settings, secrets, administration),
    proxy: () => (proxyUrl === '' ? undefined : allowedUrl('proxyUrl', proxyUrl, allowedEndpoints)),
    ca: () => (tlsAuthWithCACert ? needed(secrets.tlsCACert, 'secureJsonData.tlsCACert') : undefined),
  });
  return { ...urls, ...others };
}

function addresses(settings: LogAnalyticsSettings, allowed: readonly string[]) {
  const { endpoints } = settings;
  const name = settings.azureCredentials?.azureCloud ?? settings.cloudName;
  const cloud = azureCloud(name);
  if (!cloud) {
    const problem = `there is no cloud “${name.slice(0, 100)}”; use ${Object.keys(azureClouds).join(', ')}`;
    throw settingInvalid('cloudName', problem);
  }
  const { logs, login, manager, portal } = azureClouds[cloud];
  // Another login is that of another cloud; another query API may be a private link.
  const ofCloud = (url: string) => (endpoints.login ? undefined : url);
  const secure = (key: string, url: string) => secureUrl(key, allowedUrl(key, url, allowed));
  return allOf({
    logs: () => (endpoints.logs ? secure('endpoints.logs', endpoints.logs) : logs),
    login: () => (endpoints.login ? secure('endpoints.login', endpoints.login) : login),
    manager: () => (endpoints.manager ? secure('endpoints.manager', endpoints.manager) : ofCloud(manager)),
    portal: () => (endpoints.portal ? secure('endpoints.portal', endpoints.portal) : ofCloud(portal)),
  });
}

function credential(
  settings: LogAnalyticsSettings,
  secrets: Secrets,
  { managedIdentity, workloadIdentity }: AzureAdministration,
): AzureCredential {
  const type = settings.azureCredentials?.authType ?? settings.azureAuthType;
  const tenantId = settings.azureCredentials?.tenantId ?? settings.tenantId;
  const clientId = settings.azureCredentials?.clientId ?? settings.clientId;
  switch (type) {
    case 'clientsecret':
      return {
        type,
        ...allOf({
          tenantId: () => needed(tenantId, 'tenantId'),
          clientId: () => needed(clientId, 'clientId'),
          clientSecret: () => needed(secrets.azureClientSecret || secrets.clientSecret, 'secureJsonData.clientSecret'),
        }),
      };
    case 'msi':
      if (!managedIdentity) {
        throw new GatewaylensError('azure-identity-not-offered', { identity: 'managed identity', setting: 'managed_identity_enabled' });
      }
      return { type, clientId: clientId || managedIdentity.clientId };
    case 'workloadidentity':
      if (!workloadIdentity) {
        throw new GatewaylensError('azure-identity-not-offered', { identity: 'workload identity', setting: 'workload_identity_enabled' });
      }
      return {
        type,
        ...allOf({
          tenantId: () => needed(tenantId || workloadIdentity.tenantId, 'tenantId'),
          clientId: () => needed(clientId || workloadIdentity.clientId, 'clientId'),
          tokenFile: () => needed(workloadIdentity.tokenFile, 'workload_identity_token_file of grafana.ini'),
        }),
      };
  }
} // prettier-ignore

function needed(value: string | undefined, key: string): string {
  if (!value) {
    throw settingInvalid(key, 'it is missing');
  }
  return value;
}

/** No token goes to an address that only who edits the data source has chosen. */
function allowedUrl(key: string, url: string, allowed: readonly string[]): string {
  const asked = originOf(url);
  if (asked === undefined || !allowed.some((one) => originOf(one) === asked)) {
    throw new GatewaylensError('azure-endpoint-not-allowed', {
      setting: settingName(key),
      url: asked ?? 'no address',
    });
  }
  return asked;
}

function secureUrl(key: string, url: string): string {
  if (!url.startsWith('https:')) {
    throw settingInvalid(key, 'tokens go over https only');
  }
  return url;
}

/** Without path, user and password. */
function originOf(url: string): string | undefined {
  try {
    const { origin, protocol } = new URL(url);
    return protocol === 'https:' || protocol === 'http:' ? origin : undefined;
  } catch {
    return undefined;
  }
}
