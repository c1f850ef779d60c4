import * as z from 'zod';
import { closest } from '../../core/closest';
import { exactly, oneWordOf, pathOf } from '../../core/closest-schema';
import { GatewaylensError } from '../../core/errors';
import { together } from '../../core/together';
import {
  azureAuthTypes,
  defaultSettings,
  settingInvalid,
  tiers,
  type AzureAuthType,
  type DataSourceSettings,
  type Tier,
} from '../../core/settings';

const name = z.string().min(1).max(200);
const MOST = 200;

const authType = oneWordOf(Object.keys(azureAuthTypes) as [AzureAuthType, ...AzureAuthType[]]);
const id = z.string().max(200);
const url = z.string().max(2000);
/** The most workspaces or instances that Azure takes in one query. */
const MOST_IN_SCOPE = 100;
/** Without what means something else in an address, which no name in Azure has. */
const part = String.raw`(?!\.+(?:/|$))[^/\\?#%]+`;
const resourceId = new RegExp(
  `^/?subscriptions/${part}/resourcegroups/${part}/providers/${part}/${part}/${part}$`,
  'i',
);
const workspaceId = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i;
const isScope = (value: string) => workspaceId.test(value) || resourceId.test(value);

/** What the source `log-analytics` needs. */
const logAnalytics = {
  azureAuthType: authType,
  cloudName: id,
  tenantId: id,
  clientId: id,
  azureCredentials: z
    .object({
      authType: authType.exactOptional(),
      azureCloud: id.exactOptional(),
      tenantId: id.exactOptional(),
      clientId: id.exactOptional(),
    })
    .nullable(),
  workspaces: z
    .array(z.string().refine(isScope, 'it is neither the id nor the resource id of a workspace'))
    .max(MOST_IN_SCOPE),
  resources: z.array(z.string().regex(resourceId, 'it is no resource id')).max(MOST_IN_SCOPE),
  tables: z
    .array(oneWordOf(['resource', 'legacy']))
    .min(1)
    .max(2),
  basicLogsEnabled: z.boolean(),
  timeout: z.number().min(5).max(600),
  partialResultsInAlerts: z.boolean(),
  endpoints: exactly({
    logs: url.exactOptional(),
    login: url.exactOptional(),
    manager: url.exactOptional(),
    portal: url.exactOptional(),
  }),
  proxyUrl: url,
  tlsAuthWithCACert: z.boolean(),
};

const schema = z.object({
  ...logAnalytics,
  source: oneWordOf(['demo', 'files', 'log-analytics']),
  path: z.string().max(4096),
  services: z
    .array(
      exactly({
        service: name,
        region: name.exactOptional(),
        tier: oneWordOf(Object.keys(tiers) as [Tier, ...Tier[]]),
        units: z.int().min(1).max(100).default(1),
      }),
    )
    .max(MOST)
    .superRefine(oncePer(({ service, region = '' }) => `${service}/${region}`)),
  sampling: z
    .array(
      exactly({
        service: name.exactOptional(),
        percent: z.number().gt(0).max(100),
        alwaysLogErrors: z.boolean().default(true),
      }),
    )
    .max(MOST)
    .superRefine(oncePer(({ service = '' }) => service)),
  customScenarios: z.array(z.unknown()).max(MOST),
  customScenariosFile: z.string().max(4096),
  disabledScenarios: z.array(z.string().max(200)).max(MOST),
  overrides: z.custom<DataSourceSettings['overrides']>(isObject, 'an object by the ids of scenarios'),
  expertKql: z.boolean(),
}) satisfies z.ZodType<DataSourceSettings>;

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of two entries for the same only one can be meant. */
function oncePer<T>(keyOf: (entry: T) => string) {
  return (entries: readonly T[], context: z.RefinementCtx): void => {
    const keys = entries.map((entry) => keyOf(entry).toLowerCase());
    const again = keys.findIndex((key, i) => keys.indexOf(key) < i);
    if (again >= 0) {
      context.addIssue({ code: 'custom', path: [again], message: 'there is another entry for the same' });
    }
  };
}

const known = Object.keys(schema.shape);

/**
 * The settings with defaults for what is left out. Grafana keeps settings of its own beside ours, and new versions bring
 * new ones: an unknown name is refused only where it looks like one of ours.
 * @throws GatewaylensError naming every setting that is wrong
 */
export function parseSettings(jsonData: unknown): DataSourceSettings {
  const read = readSettings(jsonData);
  if ('problems' in read) {
    throw together(read.problems.map(({ error }) => error));
  }
  return read.settings;
}

export interface SettingsProblem {
  readonly path: readonly (string | number)[];
  readonly error: GatewaylensError;
}

/** The settings, or all that is wrong with them. */
export function readSettings(
  jsonData: unknown,
): { readonly settings: DataSourceSettings } | { readonly problems: readonly SettingsProblem[] } {
  const stored = jsonData === null ? {} : jsonData;
  if (!isObject(stored)) {
    return { problems: [{ path: [], error: noObject() }] };
  }
  const given = stored as Readonly<Record<string, unknown>>;
  const misspelt = misspeltIn(given);
  const ours = known.map((key) => [key, Object.hasOwn(given, key) ? given[key] : undefined] as const);
  // Other data sources of Grafana have settings of these names, too.
  const isMeant = (key: string) => given.source === 'log-analytics' || !Object.hasOwn(logAnalytics, key);
  const present = Object.fromEntries(
    ours.filter(([key, value]) => value !== undefined && value !== null && isMeant(key)),
  );
  const parsed = schema.safeParse({ ...defaultSettings, ...present });
  return parsed.success && misspelt.length === 0
    ? { settings: parsed.data }
    : { problems: [...misspelt, ...(parsed.error?.issues ?? []).map(problemOf)] };
}

const noObject = () => settingInvalid('jsonData', 'it is no object, or is nested too deeply');

function misspeltIn(given: Readonly<Record<string, unknown>>): readonly SettingsProblem[] {
  const unknown = Object.keys(given).filter((key) => !known.includes(key));
  return unknown.flatMap((path) => {
    const meant = closest(path, known);
    const error = new GatewaylensError('settings-unknown', {
      path: path.slice(0, 100),
      closest: meant ?? '',
    });
    return meant === undefined ? [] : [{ path: [path], error }];
  });
}

function problemOf(issue: z.core.$ZodIssue): SettingsProblem {
  const path = pathOf(issue);
  return { path, error: settingInvalid(path.join('.'), issue.message) };
}
