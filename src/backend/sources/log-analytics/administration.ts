import type { AzureAdministration } from './connection';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * What Grafana's administrator allows. Grafana hands on what its section `[azure]` says to the plugins that
 * `forward_settings_to_plugins` names, and `allowed_endpoints` of the plugin's own section.
 */
export function azureAdministration(environment: Environment): AzureAdministration {
  const isOn = (name: string) => environment[name] === 'true';
  const said = (name: string) => environment[name] || undefined;
  const allowed = environment.GF_PLUGIN_ALLOWED_ENDPOINTS ?? environment.GATEWAYLENS_ALLOWED_ENDPOINTS ?? '';
  return {
    allowedEndpoints: allowed.split(/[\s,]+/).filter((url) => url !== ''),
    managedIdentity: isOn('GFAZPL_MANAGED_IDENTITY_ENABLED')
      ? { clientId: said('GFAZPL_MANAGED_IDENTITY_CLIENT_ID') }
      : undefined,
    workloadIdentity: isOn('GFAZPL_WORKLOAD_IDENTITY_ENABLED')
      ? {
          tenantId: said('GFAZPL_WORKLOAD_IDENTITY_TENANT_ID'),
          clientId: said('GFAZPL_WORKLOAD_IDENTITY_CLIENT_ID'),
          tokenFile: said('GFAZPL_WORKLOAD_IDENTITY_TOKEN_FILE'),
        }
      : undefined,
  };
}
