/** Data sources that ask the fake workspace. */
import {
  azureAccess,
  Gates,
  LogAnalyticsSource,
  type AzureAdministration,
} from '../../../src/backend/sources/log-analytics';
import { builtinCatalogue } from '../../../src/core/scenarios';
import { defaultSettings, type DataSourceSettings } from '../../../src/core/settings';
import { WORKSPACE, type FakeWorkspace } from './fake-workspace';
import { CLIENT, SECRET, TENANT } from './login';

interface Asking {
  readonly settings?: Partial<DataSourceSettings>;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly administration?: Partial<AzureAdministration>;
  readonly windowMs?: number;
  readonly keepMs?: number;
  readonly gates?: Gates;
  readonly lane?: string;
  readonly maxBytes?: number;
}

/** Where it is, and by what it is known. */
type Place = Pick<FakeWorkspace, 'url' | 'certificate'>;

/** What a data source of this workspace stores. */
export const settingsOf = (fake: Place) =>
  ({
    source: 'log-analytics',
    azureAuthType: 'clientsecret',
    tenantId: TENANT,
    clientId: CLIENT,
    workspaces: [WORKSPACE],
    endpoints: { logs: fake.url, login: fake.url, manager: fake.url },
    tlsAuthWithCACert: true,
  }) as const;

export const secretsOf = (fake: Place) => ({
  clientSecret: SECRET,
  tlsCACert: fake.certificate.cert,
});

/** A source that trusts the workspace's certificate; its answers are not kept unless that is asked for. */
export function sourceAt(fake: Place, asking: Asking = {}): LogAnalyticsSource {
  const { windowMs = 25, keepMs = 0, gates = new Gates(), lane = 'test' } = asking;
  const settings = { ...defaultSettings, ...settingsOf(fake), ...asking.settings };
  const administration = {
    allowedEndpoints: [fake.url],
    managedIdentity: undefined,
    workloadIdentity: undefined,
    ...asking.administration,
  };
  const access = azureAccess(settings, { ...secretsOf(fake), ...asking.secrets }, administration);
  const gate = gates.of(access.connection, settings.basicLogsEnabled);
  return new LogAnalyticsSource({
    settings,
    access,
    catalogue: builtinCatalogue,
    gate,
    lane,
    times: { windowMs, keepMs },
    ...(asking.maxBytes === undefined ? {} : { maxBytes: asking.maxBytes }),
  });
}
