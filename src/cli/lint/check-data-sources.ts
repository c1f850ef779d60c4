import { azureAccess } from '../../backend/sources/log-analytics/access';
import { readSettings } from '../../backend/settings/schema';
import { closest } from '../../core/closest';
import { mergedCatalogue, type MergedCatalogue } from '../../core/custom-scenarios';
import { asGatewaylensError, GatewaylensError } from '../../core/errors';
import { OUR_TYPE } from '../../core/our-type';
import { settingInvalid, type DataSourceSettings } from '../../core/settings';
import { each } from '../../core/together';
import { dollarsIn, expanded } from './dollars';
import { asWarning, found, hasValueLike, isObject, itemsOf, type Finding } from './finding';
import { misspeltKeys, unknownKeys } from './known-keys';
import type { Path } from './source-text';

const SECRETS = ['clientSecret', 'azureClientSecret', 'tlsCACert'] as const;

/** What the files say beside the one that is checked. */
export interface LintContext {
  /**
   * Scenarios of a file that a data source names.
   * @throws GatewaylensError why they are not known here
   */
  readonly scenariosFile: (name: string) => Promise<readonly unknown[]>;
}

export interface CheckedDataSource {
  readonly uid: string | undefined;
  readonly catalogue: MergedCatalogue;
}

/** A file below `provisioning/datasources`. Data sources of other plugins are none of our business. */
export async function checkDataSources(file: Readonly<Record<string, unknown>>, context: LintContext) {
  const findings: Finding[] = [
    ...unknownKeys(file, 'dataSourceFile', []),
    ...versionOf(file),
    ...itemsOf(file.deleteDatasources, ['deleteDatasources']).flatMap((one) =>
      misspeltKeys(one.value, 'deletedDataSource', one.path),
    ),
  ];
  const checked: CheckedDataSource[] = [];
  for (const { value, path } of itemsOf(file.datasources, ['datasources'])) {
    if (hasValueLike(value, OUR_TYPE)) {
      const one = await checkDataSource(value, path, context);
      findings.push(...one.findings);
      checked.push({ uid: typeof value.uid === 'string' ? value.uid : undefined, catalogue: one.catalogue });
    }
  }
  return { findings, checked };
}

/** Without it Grafana takes a file for one of an old form, with other names. */
export function versionOf({ apiVersion }: Readonly<Record<string, unknown>>): readonly Finding[] {
  return apiVersion === undefined ? [found([], new GatewaylensError('provisioned-version-missing'))] : [];
}

async function checkDataSource(value: Readonly<Record<string, unknown>>, path: Path, context: LintContext) {
  const { jsonData = {}, secureJsonData = {} } = value;
  const at = [...path, 'jsonData'];
  const { value: given, unknown } = expanded(jsonData);
  const { settings, problems, isWhole } = settingsOf(given, unknown);
  const { catalogue, findings } = await checkCatalogue(settings, at, context);
  return {
    findings: [
      ...unknownKeys(value, 'dataSource', path),
      ...identity(value, path),
      ...problems.map((one) => found([...at, ...one.path], one.error)),
      ...secrets(secureJsonData, [...path, 'secureJsonData']),
      ...openSecrets(jsonData, at),
      ...(settings && isWhole ? connection(settings, secureJsonData, path) : []),
      ...dollars(jsonData, at),
      ...findings,
    ],
    catalogue,
  };
}

/** What of the settings can be known here: without those that only the environment of Grafana completes. */
function settingsOf(given: unknown, unknown: readonly Path[]) {
  const read = readSettings(given);
  if ('settings' in read) {
    return { settings: read.settings, problems: [], isWhole: unknown.every(isId) };
  }
  const isUnknown = (one: Path) => unknown.some((other) => other.join('\n') === one.join('\n'));
  const problems = read.problems.filter((one) => !isUnknown(one.path));
  const left = read.problems.map(({ path: [setting] }) => setting);
  const rest = Object.entries(given as object).filter(([setting]) => !left.includes(setting));
  const known = readSettings(Object.fromEntries(rest));
  return { settings: 'settings' in known ? known.settings : undefined, problems, isWhole: false };
}

/** Of these it is enough that there is one. */
const isId = (path: Path) =>
  ['tenantId', 'clientId', 'workspaces'].some(
    (id) => path[0] === id || (path[0] === 'azureCredentials' && path[1] === id),
  );

function identity({ type, name }: Readonly<Record<string, unknown>>, path: Path): readonly Finding[] {
  const meant = `“${OUR_TYPE}” is probably meant`;
  return [
    ...(type === OUR_TYPE || type === undefined
      ? []
      : [found([...path, 'type'], new GatewaylensError('provisioned-key-unknown', { key: String(type).slice(0, 100), meant }))]),
    ...(typeof name === 'string' && name !== ''
      ? []
      : [found(path, settingInvalid('name', 'it is missing'))]),
  ];
} // prettier-ignore

function secrets(given: unknown, path: Path): readonly Finding[] {
  return Object.entries(isObject(given) ? given : {}).flatMap(([name, value]) => {
    if (!(SECRETS as readonly string[]).includes(name)) {
      const meant = closest(name, SECRETS);
      const hint = meant === undefined ? `known are ${SECRETS.join(', ')}` : `“${meant}” is probably meant`;
      return [found([...path, name], new GatewaylensError('provisioned-key-unknown', { key: name.slice(0, 100), meant: hint }))];
    }
    const isPlain = typeof value === 'string' && value !== '' && !value.includes('$');
    return isPlain && name !== 'tlsCACert'
      ? [asWarning(found([...path, name], new GatewaylensError('secret-in-file', { name })))]
      : [];
  });
} // prettier-ignore

/** Where the plugin does not look for them, and everybody else may. */
function openSecrets(jsonData: unknown, path: Path): readonly Finding[] {
  const credentials = isObject(jsonData)
    ? openSecrets(jsonData.azureCredentials, [...path, 'azureCredentials'])
    : [];
  const names = SECRETS.filter((name) => isObject(jsonData) && name in jsonData);
  return [
    ...names.map((name) => found([...path, name], new GatewaylensError('secret-in-json-data', { name }))),
    ...credentials,
  ];
}

/** Whether credentials and scope are complete; what Grafana’s administrator allows is not known here. */
function connection(settings: DataSourceSettings, given: unknown, path: Path): readonly Finding[] {
  if (settings.source !== 'log-analytics') {
    return [];
  }
  const texts = Object.entries(isObject(given) ? given : {}).map(([name, value]) => [name, String(value)] as const);
  const offered = { tenantId: 'given', clientId: 'given', tokenFile: 'given' };
  const { endpoints, proxyUrl } = settings;
  const allowedEndpoints = [...Object.values(endpoints), proxyUrl].filter((url): url is string => Boolean(url));
  const administration = { allowedEndpoints, managedIdentity: offered, workloadIdentity: offered };
  try {
    azureAccess(settings, Object.fromEntries(texts), administration);
    return [];
  } catch (problem) {
    return each(asGatewaylensError(problem)).map((one) => found([...path, 'jsonData'], one));
  }
} // prettier-ignore

function dollars(jsonData: unknown, path: Path): readonly Finding[] {
  const texts = isObject(jsonData) ? jsonData : {};
  return ['customScenarios', 'overrides'].flatMap((name) => dollarsIn(texts[name], [...path, name]));
}

async function checkCatalogue(settings: DataSourceSettings | undefined, path: Path, { scenariosFile }: LintContext) {
  const { customScenarios = [], disabledScenarios = [], overrides = {}, customScenariosFile = '' } = settings ?? {};
  const fromFile = customScenariosFile === '' ? [] : await scenariosFile(customScenariosFile).catch(asGatewaylensError);
  const [fileScenarios, problem] = fromFile instanceof GatewaylensError ? [[], fromFile] : [fromFile];
  const catalogue = mergedCatalogue({ customScenarios, disabledScenarios, overrides, fileScenarios });
  const findings = catalogue.issues
    // The file is checked by itself, and says where.
    .filter((issue) => !issue.path.startsWith('customScenariosFile'))
    // What a file may define that cannot be read here is left to Grafana.
    .filter(({ code }) => problem === undefined || (code !== 'override-invalid' && code !== 'disabled-scenario-unknown'))
    .map((issue) => found([...path, ...issue.path.split('.')], issue));
  return { catalogue, findings: [...notRead(problem, [...path, 'customScenariosFile']), ...findings] };
} // prettier-ignore

function notRead(problem: GatewaylensError | undefined, path: Path): readonly Finding[] {
  const findings = problem === undefined ? [] : [found(path, problem)];
  return problem?.code === 'scenarios-file-unchecked' ? findings.map(asWarning) : findings;
}
