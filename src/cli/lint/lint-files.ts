/** What is wrong in files that people write: scenarios, provisioned data sources, apps and alert rules, dashboards. */
import path from 'node:path';
import { mergedCatalogue, type MergedCatalogue } from '../../core/custom-scenarios';
import { closest, probablyMeant } from '../../core/closest';
import { GatewaylensError } from '../../core/errors';
import { checkAlerting, type CatalogueOf } from './check-alerting';
import { checkApps } from './check-apps';
import { checkDashboard } from './check-dashboard';
import { checkDataSources, type CheckedDataSource, type LintContext } from './check-data-sources';
import { checkScenarios, checkSingleScenario } from './check-scenarios';
import { found, isObject, type Finding } from './finding';
import { knownKeys } from './known-keys';
import { namedTwice } from './named-twice';
import { readSource, type SourceText } from './source-text';

export interface LintFile {
  readonly name: string;
  readonly text: string;
  /** Somebody named this very file, and did not only find it in a folder. */
  readonly isNamed: boolean;
}

export interface Issue extends Omit<Finding, 'path'> {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** Where in the data: `datasources.0.jsonData.source`; empty where the text cannot be read. */
  readonly path: string;
}

type Data = LintFile & { readonly source: SourceText };

/** All issues of all files, in the order of the files and of their lines. */
export async function lintFiles(files: readonly LintFile[], context: LintContext): Promise<readonly Issue[]> {
  const read = files.map((file) => ({ ...file, source: readSource(file.text) }));
  const readable = read.filter((file): file is Data => 'value' in file.source);
  const lists = readable.flatMap(({ source: { value } }) => (isScenarioList(value) ? value : []));
  const known: LintContext = { scenariosFile: async (name) => givenList(readable, name) ?? context.scenariosFile(name) };
  const dataSources = await Promise.all(
    readable.map(({ source: { value } }) => {
      const isFile = isObject(value) && ('datasources' in value || 'deleteDatasources' in value);
      return isFile ? checkDataSources(value, known) : undefined;
    }),
  );
  const twice = namedTwice(readable);
  const catalogueOf = cataloguesOf(dataSources.flatMap((one) => one?.checked ?? []), lists);
  return read.flatMap((file) => {
    if ('problems' in file.source) {
      return file.source.problems.map((problem) => syntaxIssue(file.name, problem));
    }
    const checked = dataSources[readable.indexOf(file as Data)];
    const findings = checked?.findings ?? findingsOf(file as Data, catalogueOf);
    return [...findings, ...(twice.get(file.name) ?? [])].map((finding) => issueAt(file as Data, finding)).sort((a, b) => a.line - b.line || a.column - b.column);
  });
} // prettier-ignore

/** The scenarios that a data source means, where their file is checked as well. */
function givenList(files: readonly Data[], name: string): readonly unknown[] | undefined {
  const values = files
    .filter((file) => `/${file.name}`.endsWith(`/${path.posix.normalize(name)}`))
    .map(({ source: { value } }) => value);
  const [list, ...others] = values.filter(isScenarioList);
  return others.length === 0 ? list : undefined;
}

const isScenarioList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) &&
  (value.length === 0 || value.some((one) => isObject(one) && ('id' in one || 'match' in one)));

function findingsOf({ source: { value }, isNamed }: Data, catalogueOf: CatalogueOf): readonly Finding[] {
  if (isScenarioList(value)) {
    return checkScenarios(value);
  }
  if (!isObject(value)) {
    return isNamed ? [unknownFile('')] : [];
  }
  const has = (...keys: readonly string[]) => keys.some((key) => key in value);
  if (has(...knownKeys.alertingFile.filter((key) => key !== 'apiVersion'))) {
    return checkAlerting(value, catalogueOf);
  }
  if (has('apps')) {
    return checkApps(value);
  }
  if (has('panels', 'templating', 'schemaVersion')) {
    return checkDashboard(value, catalogueOf);
  }
  if (has('providers')) {
    return []; // of dashboards: Grafana's own
  }
  if (has('id') && has('match')) {
    return checkSingleScenario();
  }
  const meant = Object.keys(value).flatMap((key) => closest(key, ['datasources', 'apps', 'groups']) ?? []);
  return isNamed || meant.length > 0 ? [unknownFile(meant[0])] : [];
}

function unknownFile(meant: string | undefined): Finding {
  return found([], new GatewaylensError('lint-file-unknown', { closest: probablyMeant(meant) }));
}

/** What a query of a data source may name: its own catalogue, or everything that these files define. */
function cataloguesOf(checked: readonly CheckedDataSource[], lists: readonly unknown[]): CatalogueOf {
  const settings = { customScenarios: [], disabledScenarios: [], overrides: {} };
  const own = mergedCatalogue({ ...settings, fileScenarios: lists });
  const every: MergedCatalogue = {
    ...own,
    scenarios: [...checked.flatMap(({ catalogue }) => catalogue.scenarios), ...own.scenarios],
  };
  return (uid) => {
    const ours = checked.find((one) => one.uid === uid);
    return { isOurs: ours !== undefined, catalogue: ours && lists.length === 0 ? ours.catalogue : every };
  };
}

function syntaxIssue(file: string, { line, column, message }: { line: number; column: number; message: string }): Issue {
  const { code, message: sentence, hint } = new GatewaylensError('lint-syntax', { problem: message });
  return { file, line, column, path: '', severity: 'error', code, message: sentence, hint };
} // prettier-ignore

function issueAt({ name, source }: Data, { path, ...finding }: Finding): Issue {
  return { file: name, ...source.placeOf(path), path: path.join('.'), ...finding };
}
