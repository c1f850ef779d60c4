import { amount } from './amount';
import { azureErrors } from './azure-errors';
import { commandLineErrors } from './command-line-errors';
import { kqlErrors } from './kql-errors';
import { requestErrors } from './request-errors';
import { settingName } from './settings/setting-names';

/**
 * Every error that a user can meet: a code for ever, a sentence, a hint that says what to do next, and whose fault it
 * was in Grafana's words: `plugin` for a fault of ours, `downstream` for a query, a setting, a file or a service.
 */
interface ErrorEntry {
  readonly sentence: string;
  readonly hint: string;
  readonly fault: 'plugin' | 'downstream';
  /** HTTP status of the answer that carries it. */
  readonly status: number;
}

const downstream = { fault: 'downstream', status: 400 } as const;

export const errorTable = {
  'query-unreadable': {
    ...downstream,
    sentence: 'The query is no JSON object.',
    hint: 'Open the query in the editor and save it again.',
  },
  'query-too-large': {
    ...downstream,
    status: 413,
    sentence: 'The query has {bytes} bytes; {allowed} are allowed.',
    hint: 'Name fewer values in its filters.',
  },
  'too-many-queries': {
    ...downstream,
    sentence: 'There are {count} queries in one request; the first {allowed} are answered.',
    hint: 'Spread the queries over several panels.',
  },
  'query-kind-unknown': {
    ...downstream,
    sentence: 'There is no kind of query “{kind}”{closest}.',
    hint: 'Use one of: {kinds}.',
  },
  'query-newer': {
    ...downstream,
    sentence:
      'The query was saved by a newer version of the plugin, and may mean something else there (model {version}, this one knows {known}).',
    hint: 'Update the plugin, or make the query again.',
  },
  'query-field-invalid': {
    ...downstream,
    sentence: 'The query’s field “{path}” is wrong: {problem}.',
    hint: 'Correct the field in the query editor, the provisioned file or the dashboard’s filters. A word or number takes a variable with one value.',
  },
  'query-field-unknown': {
    ...downstream,
    sentence: 'The query has a field “{field}” that no kind of query knows{closest}.',
    hint: 'Correct or remove the field; docs/queries.md lists the fields of each kind.',
  },
  'scenario-unknown': {
    ...downstream,
    sentence: 'There is no scenario “{id}”{closest}.',
    hint: 'The catalogue lists the scenarios in force; a custom one may have been skipped or disabled.',
  },
  'range-invalid': {
    ...downstream,
    sentence: 'The time range is empty, runs backwards, or leaves the years 1900 to 2261.',
    hint: 'Choose a range whose end is after its start.',
  },
  'too-many-buckets': {
    ...downstream,
    sentence: 'The range of {range} in steps of {step} gives {buckets} buckets; {allowed} are allowed.',
    hint: 'Choose a longer step, “auto”, or a shorter range.',
  },
  'too-many-groups': {
    ...downstream,
    sentence: 'The query gives more than {limit} groups.',
    hint: 'Split by fewer values, filter, or choose a longer step.',
  },
  'settings-invalid': {
    ...downstream,
    sentence: 'The data source’s setting {setting} is wrong: {problem}.',
    hint: 'Correct it on the data source’s page or in the provisioned file.',
  },
  'settings-unknown': {
    ...downstream,
    sentence: 'The data source has no setting “{path}”; “{closest}” is probably meant.',
    hint: 'Correct it on the data source’s page or in the provisioned file.',
  },
  'custom-scenario-invalid': {
    ...downstream,
    sentence: 'The custom scenario “{scenario}” is left out: {problem}.',
    hint: 'Correct it in the data source’s settings or in the file; schema/custom-scenarios.schema.json describes the form.',
  },
  'custom-scenario-duplicate': {
    ...downstream,
    sentence: 'The custom scenario “{scenario}” is left out: its id is taken.',
    hint: 'Choose another id; to take over a built-in scenario, say “replaces” with its id.',
  },
  'custom-scenario-reference': {
    ...downstream,
    sentence: 'The custom scenario “{scenario}” is left out: “{field}” names “{id}”, {problem}.',
    hint: 'Name a built-in scenario or, in “after”, a custom one that stands before it.',
  },
  'custom-scenario-example': {
    ...downstream,
    sentence: 'The custom scenario “{scenario}” has an example that is “{found}” rather than “{expected}”.',
    hint: 'The scenario is in force all the same. Correct its conditions, the example, or its place (“after”).',
  },
  'disabled-scenario-unknown': {
    ...downstream,
    sentence: 'The scenario “{id}” cannot be disabled: {problem}.',
    hint: `Correct or remove the id in ${settingName('disabledScenarios')}.`,
  },
  'override-invalid': {
    ...downstream,
    sentence: 'The override of the scenario “{id}” is left out: {problem}.',
    hint: `Correct it in ${settingName('overrides')}: an object by the ids of scenarios, each with owner, remediation or links.`,
  },
  'scenarios-file-unreadable': {
    ...downstream,
    sentence: 'The custom scenarios of the file “{path}” are left out: {problem}.',
    hint: `Give in ${settingName('customScenariosFile')} the name of a YAML or JSON file with a list of scenarios, below the folder that is allowed for log files.`,
  },
  'settings-missing': {
    ...downstream,
    sentence: 'The request names no data source.',
    hint: 'Choose a data source of type Gatewaylens for this query.',
  },
  'files-not-allowed': {
    ...downstream,
    status: 403,
    sentence: 'Reading log files is not allowed on this Grafana.',
    hint: 'Grafana’s administrator sets the folder: files_folder in the section [plugin.gatewaylens-apim-datasource] of grafana.ini, or GATEWAYLENS_FILES_FOLDER in Grafana’s environment.',
  },
  'files-outside': {
    ...downstream,
    status: 403,
    sentence: 'The path “{path}” leaves the folder that is allowed for log files.',
    hint: 'Give a path relative to the allowed folder, without “..”.',
  },
  'files-missing': {
    ...downstream,
    status: 404,
    sentence: 'No log file matches {path}.',
    hint: 'Give a file, a folder or a pattern such as exports/*.json below the allowed folder.',
  },
  'files-folder-missing': {
    ...downstream,
    status: 404,
    sentence: 'The folder that is allowed for log files does not exist.',
    hint: 'Grafana’s administrator makes it, or corrects files_folder in the section [plugin.gatewaylens-apim-datasource] of grafana.ini.',
  },
  'files-failed': {
    ...downstream,
    sentence: 'A log file could not be read to its end.',
    hint: 'It may have changed or gone while it was read: run the query again. Where it is broken, as by a comma too many, “gatewaylens classify” on the command line names the line; Grafana’s log tells more.',
  },
  'engine-memory': {
    ...downstream,
    sentence: 'The query needs more memory than the embedded engine has.',
    hint: 'Choose a shorter range, filter, or split by fewer values. A log file that is one large object is read as a whole: write its records a line each, as “jq -c .records[]” does.',
  },
  'engine-disk': {
    ...downstream,
    sentence: 'The disk is full on which the embedded engine keeps temporary files.',
    hint: 'Make room in the folder for temporary files of the machine that Grafana runs on, and run the query again.',
  },
  'files-unreadable': {
    ...downstream,
    sentence: 'No gateway log was found in {path}.',
    hint: 'Expected are rows of ApiManagementGatewayLogs or AzureDiagnostics, or exported gateway records, as JSON or Parquet.',
  },
  ...commandLineErrors,
  ...requestErrors,
  ...azureErrors,
  ...kqlErrors,
  cancelled: {
    ...downstream,
    status: 499,
    sentence: 'The query was cancelled.',
    hint: 'Run it again if you still need it.',
  },
  'source-failed': {
    fault: 'plugin',
    status: 500,
    sentence: 'The embedded engine could not run the query: {problem}.',
    hint: 'This is a fault of the plugin; please report it with the query.',
  },
  internal: {
    fault: 'plugin',
    status: 500,
    sentence: 'Something went wrong inside the plugin: {problem}.',
    hint: 'This is a fault of the plugin; Grafana’s log has the details.',
  },
} as const satisfies Record<string, ErrorEntry>;

export type ErrorCode = keyof typeof errorTable;

export class GatewaylensError extends Error {
  readonly code: ErrorCode;
  readonly hint: string;
  readonly fault: 'plugin' | 'downstream';
  readonly status: number;
  /** Where it tells several errors, each of them. */
  readonly several: readonly GatewaylensError[];

  /** @param values what stands in the braces of sentence and hint: numbers are amounts, a line’s comes as a text */
  constructor(
    code: ErrorCode,
    values: Readonly<Record<string, string | number>> = {},
    options: { readonly cause?: unknown; readonly several?: readonly GatewaylensError[] } = {},
  ) {
    const entry: ErrorEntry = errorTable[code];
    const { several = [], ...rest } = options;
    super(several.length > 0 ? sentences(several) : filled(entry.sentence, values), rest);
    this.name = 'GatewaylensError';
    this.code = code;
    this.several = several;
    this.hint = several.length > 0 ? hints(several) : filled(entry.hint, values);
    this.fault = entry.fault;
    this.status = entry.status;
  }
}

/** Any thrown thing as one of our errors. */
export function asGatewaylensError(thrown: unknown): GatewaylensError {
  return thrown instanceof GatewaylensError
    ? thrown
    : new GatewaylensError(
        'internal',
        { problem: thrown instanceof Error ? thrown.message : String(thrown) },
        { cause: thrown },
      );
}

/** More would not be read. */
const MOST_TOLD = 10;

function sentences(errors: readonly GatewaylensError[]): string {
  const told = errors.slice(0, MOST_TOLD).map(({ message }) => message);
  return [...told, ...(errors.length > MOST_TOLD ? ['There are more mistakes.'] : [])].join(' ');
}

/** Each hint once. */
const hints = (errors: readonly GatewaylensError[]) =>
  [...new Set(errors.slice(0, MOST_TOLD).map(({ hint }) => hint))].join(' ');

function filled(template: string, values: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (braces, name: string) => textOf(values[name] ?? braces));
}

const textOf = (value: string | number) => (typeof value === 'number' ? amount(value) : value);
