import { settingName } from './settings/setting-names';

/** What can be wrong with a query that is written in KQL by hand, a part of the table in errors.ts. */
const downstream = { fault: 'downstream', status: 400 } as const;

export const kqlErrors = {
  'kql-needs-log-analytics': {
    ...downstream,
    sentence: 'Queries in KQL are for Azure Log Analytics, and this data source reads something else.',
    hint: 'Choose another kind of query, which every data source answers, or a data source that reads Log Analytics.',
  },
  'kql-not-allowed': {
    ...downstream,
    status: 403,
    sentence: 'Queries in KQL are not allowed on this data source.',
    hint: `Who may change the data source, usually an administrator of the organisation, switches on ${settingName('expertKql')} in its settings or where it is provisioned.`,
  },
  'kql-empty': {
    ...downstream,
    sentence: 'The query has no text.',
    hint: 'Write KQL, such as: $__classify | summarize count() by Scenario.',
  },
  'kql-text-open': {
    ...downstream,
    sentence: 'A text that begins with {mark} in line {line} is not closed.',
    hint: 'Close it in the same line, or write \\" for a quotation mark within it. Only ``` and ~~~ begin texts of several lines.',
  },
  'kql-macro-unknown': {
    ...downstream,
    sentence: 'There is no macro “{macro}”{closest}.',
    hint: 'Use one of: {macros}.',
  },
  'kql-macro-arguments': {
    ...downstream,
    sentence: 'The macro “{macro}” is not used so.',
    hint: 'Write: {usage}.',
  },
  'kql-variable-unknown': {
    ...downstream,
    sentence: 'The variable “{name}” has no value here{closest}.',
    hint: 'Make it on the dashboard. Alert rules know no variables: write the value itself.',
  },
  'kql-variable-format': {
    ...downstream,
    sentence: 'The variable “{name}” cannot be written as “{format}”: {problem}.',
    hint: 'Without a format it is written as text, in quotes. With :number, :timespan or :column it is checked and written as that; nothing is ever written raw.',
  },
  'kql-variable-in-text': {
    ...downstream,
    sentence: 'The variable “{name}” cannot stand within this text: {problem}.',
    hint: 'Leave the quotes away, they are added: ApiId in ($api). Or build the text with strcat.',
  },
  'kql-columns-unfit': {
    ...downstream,
    sentence: 'The answer does not fit the format “{format}”: {problem}.',
    hint: '{advice} Its columns are: {columns}.',
  },
  'kql-values-too-many': {
    ...downstream,
    sentence: 'The answer makes {lines} series of {times} times; {allowed} values are allowed in all.',
    hint: 'Group by fewer columns, choose a longer step, or keep the largest with top.',
  },
  'kql-format-in-alert': {
    ...downstream,
    sentence: 'An alert rule cannot evaluate the format “{format}”.',
    hint: 'Choose “series” for numbers over time, or “numeric” for one row of numbers per alert instance.',
  },
  'kql-refused': {
    ...downstream,
    sentence: 'Azure does not accept the query: {problem}.',
    hint: 'Correct the KQL; lines are counted as you wrote it. A table that does not exist and one without rights look the same.',
  },
} as const;
