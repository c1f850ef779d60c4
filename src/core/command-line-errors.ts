/** What can be wrong with what the command line is given, or with rows to explain. */
const downstream = { fault: 'downstream', status: 400 } as const;

export const commandLineErrors = {
  'file-unreadable': {
    ...downstream,
    sentence: 'The file “{path}” could not be read: {problem}.',
    hint: 'Give the path of a log file or of a folder with log files, or - for standard input.',
  },
  'scenario-unlisted': {
    ...downstream,
    sentence: 'There is no scenario “{id}”{closest}.',
    hint: '“gatewaylens scenarios” lists them; those of your own are known to the data source only.',
  },
  'query-file-unreadable': {
    ...downstream,
    sentence: 'The query “{path}” could not be read: {problem}.',
    hint: 'Give the path of a file with one query as JSON, such as {"kind": "taxonomy"}, or - for standard input.',
  },
  'file-cut': {
    ...downstream,
    sentence: 'The file “{path}” is cut off: it ends in the middle of its compressed data.',
    hint: 'What comes before is read. Fetch the file again for the rest.',
  },
  'file-rest-unread': {
    ...downstream,
    sentence:
      'Reading of the file “{path}” ended at line {line}; {bytes} bytes of text, from there to its end, were not read.',
    hint: 'What comes before is read. A quote in that line is never closed, or the line is longer than 16 MB: correct it for the rest.',
  },
  'rows-missing': {
    ...downstream,
    sentence: 'There are no rows in {path}.',
    hint: 'Expected are rows of ApiManagementGatewayLogs or AzureDiagnostics, or exported gateway records, as JSON, CSV with a header, or a self-hosted gateway’s container log.',
  },
  'rows-unreadable': {
    ...downstream,
    sentence: 'None of the {rows} rows of {path} is a gateway record that can be read.',
    hint: 'Expected are rows of ApiManagementGatewayLogs or AzureDiagnostics, or exported gateway records, as JSON, CSV with a header, or a self-hosted gateway’s container log. A table of another kind, or without its header, is not read.',
  },
  'row-unrecognised': {
    ...downstream,
    sentence: 'This is no row of a gateway’s log.',
    hint: 'Expected is one row of ApiManagementGatewayLogs or AzureDiagnostics or one exported record, as JSON or as CSV with its header, or a line of a self-hosted gateway’s container log.',
  },
  'row-too-long': {
    ...downstream,
    sentence: 'The text is longer than {characters} characters.',
    hint: 'Give one row; the command line reads whole files.',
  },
  'row-unreadable': {
    ...downstream,
    sentence: 'Line {line} of {file} cannot be explained: {problem}.',
    hint: 'Expected is one row of ApiManagementGatewayLogs or AzureDiagnostics or one exported record, as JSON or as CSV with its header, or a line of a self-hosted gateway’s container log.',
  },
  'row-not-found': {
    ...downstream,
    status: 404,
    sentence: 'No request with the correlation id “{id}” was found in this range.',
    hint: 'Choose a range that contains it; a request may reach the log some minutes after it was made.',
  },
  'row-not-read': {
    ...downstream,
    status: 502,
    sentence: 'Only a part of the logs was read, and no request with the correlation id “{id}” was in it.',
    hint: 'Choose a short range around the time of the request.',
  },
  'row-missing': {
    ...downstream,
    sentence: 'There is no row {number} in {file}; it has {rows}.',
    hint: 'Rows are counted from 1, in the order of the file.',
  },
  'folder-without-logs': {
    ...downstream,
    status: 404,
    sentence: 'There is no log file in the folder “{path}”.',
    hint: 'Looked for are files named .json, .jsonl, .ndjson, .log, .txt or .csv, also with .gz, and .parquet.',
  },
  'logs-unreadable': {
    ...downstream,
    sentence: 'No gateway record with a time was found in {path}.',
    hint: 'Expected are rows of ApiManagementGatewayLogs or AzureDiagnostics, or exported gateway records, as JSON, CSV with a header, Parquet, or a self-hosted gateway’s container log. “classify” tells what is wrong with each line.',
  },
  'parquet-by-row': {
    ...downstream,
    sentence: '“{path}” is a Parquet file, which is not read row by row.',
    hint: 'Use “summary” for it, or export the rows as JSON or CSV.',
  },
  'time-invalid': {
    ...downstream,
    sentence: '“{text}” is no time.',
    hint: 'Write 2026-11-01, 2026-11-01T08:00 (UTC unless an offset follows), now, or now-24h (units s, m, h, d, w).',
  },
  'range-outside': {
    ...downstream,
    sentence: 'The log has no requests in this range: it goes from {from} to {to}.',
    hint: 'Choose a range within that, or none for all of it.',
  },
  'filter-invalid': {
    ...downstream,
    sentence: '“{text}” is no filter.',
    hint: 'Write a dimension and its values, such as api=orders,payments, or with != to leave them out.',
  },
  'dimension-unknown': {
    ...downstream,
    sentence: 'There is no dimension “{id}” to filter by.',
    hint: 'Use one of: {dimensions}.',
  },
  'dimension-classified': {
    ...downstream,
    sentence: '“{id}” is no filter: it is what the log is classified as, not what stands in it.',
    hint: 'Use {option}.',
  },
  'query-is-log': {
    ...downstream,
    sentence: '{path} is a log, not a query.',
    hint: '“kql” takes a query as a dashboard stores it, such as {"kind": "taxonomy"}; “summary”, “classify” and “explain” read logs.',
  },
  'lint-file-unreadable': {
    ...downstream,
    sentence: 'The file “{path}” could not be read: {problem}.',
    hint: 'Give YAML or JSON files, folders of them, or - for standard input.',
  },
  'lint-folder-empty': {
    ...downstream,
    status: 404,
    sentence: 'There is no YAML or JSON file in the folder “{path}”.',
    hint: 'Looked for are files named .yaml, .yml and .json.',
  },
  'lint-syntax': {
    ...downstream,
    sentence: 'This is neither YAML nor JSON: {problem}.',
    hint: 'Correct the line; mind quotes and indentation.',
  },
  'lint-file-unknown': {
    ...downstream,
    sentence: 'This is no file that can be checked{closest}.',
    hint: 'Checked are lists of scenarios, dashboards, and provisioned files with datasources, apps or groups.',
  },
  'scenarios-no-list': {
    ...downstream,
    sentence: 'A file of scenarios is a list.',
    hint: 'Begin each scenario with “- id:”, and indent the rest.',
  },
  'own-scenarios-wrong': {
    ...downstream,
    sentence: 'What “{path}” says of scenarios cannot be used: {problem}',
    hint: 'Correct it; of scenarios of your own, “gatewaylens lint” says all that is wrong, and where.',
  },
  'provisioned-version-missing': {
    ...downstream,
    sentence: 'The file says no apiVersion: Grafana passes over it, or reads it as one of an old form.',
    hint: 'Begin it with “apiVersion: 1”.',
  },
  'provisioned-key-unknown': {
    ...downstream,
    sentence: 'There is no “{key}” here; {meant}.',
    hint: 'Grafana passes over names that it does not know, in silence.',
  },
  'provisioned-twice': {
    ...downstream,
    sentence: 'Another {what} has the {key} “{value}”, too: {place}.',
    hint: 'Grafana keeps one of them in silence, or does not start. Give each its own; for alert rules “export alert-rules --name” does.',
  },
  'scenarios-file-unchecked': {
    ...downstream,
    sentence:
      'The scenarios of the file “{path}” are not checked, nor whether overrides and disabled scenarios name some of them.',
    hint: 'Name the folder that Grafana’s administrator allows with --files-folder, or give the file itself.',
  },
  'secret-in-json-data': {
    ...downstream,
    sentence: 'The secret “{name}” stands in jsonData, where everybody may read it and the plugin does not.',
    hint: 'Put it below secureJsonData, and replace it by a new one where it was in use.',
  },
  'secret-in-file': {
    ...downstream,
    sentence: 'The secret “{name}” is written in the file.',
    hint: 'Let Grafana fill it in from its environment, such as $GATEWAYLENS_CLIENT_SECRET.',
  },
  'dollar-expanded': {
    ...downstream,
    sentence: 'Grafana puts an environment variable in the place of {variable}, or nothing.',
    hint: 'Write $$ for a dollar, or put scenarios into a file of their own (customScenariosFile), which is read as it is.',
  },
  'rule-condition-missing': {
    ...downstream,
    sentence: 'The rule’s condition “{condition}” is none of its queries.',
    hint: 'Name one of: {refs}.',
  },
  'rule-needs-numbers': {
    ...downstream,
    sentence: 'A query of kind “{kind}” gives tables; an alert rule needs numbers.',
    hint: 'Use the kind scenario-series with "result": "window", or freshness.',
  },
  'rule-labels-change': {
    ...downstream,
    sentence:
      'The rule decides by the query “{ref}”, whose labels change with “places”: each change would be another alert.',
    hint: 'Leave “places” out there, and ask a second query with it for the texts, as “export alert-rules” does.',
  },
  'duration-invalid': {
    ...downstream,
    sentence: '“{text}” is no duration.',
    hint: 'Write a number and a unit: 90s, 5m, 1h, 1d.',
  },
  'option-invalid': {
    ...downstream,
    sentence: '“{text}” is nothing that {option} takes.',
    hint: 'Give {example}.',
  },
  'choice-unknown': {
    ...downstream,
    sentence: '“{text}” is none of the choices.',
    hint: 'Use one of: {choices}.',
  },
} as const;
