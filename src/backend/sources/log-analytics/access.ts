import type { LogAnalyticsSettings } from '../../../core/settings';
import { allOf } from '../../../core/together';
import { checkBasicSettings } from './basic-plan';
import { azureConnection, type AzureAdministration, type AzureConnection } from './connection';
import { scopeOf, type Scope } from './scope';

/** Who reads whose logs. */
export interface AzureAccess {
  readonly connection: AzureConnection;
  readonly scope: Scope;
}

/** @throws GatewaylensError for all that is wrong with the settings of Log Analytics */
export function azureAccess(
  settings: LogAnalyticsSettings,
  secrets: Readonly<Record<string, string>>,
  administration: AzureAdministration,
): AzureAccess {
  const { connection, scope } = allOf({
    connection: () => azureConnection(settings, secrets, administration),
    scope: () => scopeOf(settings),
    plan: () => checkBasicSettings(settings),
  });
  return { connection, scope };
}
