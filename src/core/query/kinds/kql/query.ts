import type { Variables } from '../../../plan';
import { anyDefaults, type AnyQuery, type QueryType, type Step } from '../../model';

/** A query that somebody wrote in KQL by hand. */
export interface KqlQuery extends AnyQuery {
  readonly kind: 'kql';
  readonly text: string;
  /** What to make of the answer. */
  readonly format: 'series' | 'numeric' | 'table' | 'logs';
  readonly step: Step | 'auto';
  /** The most rows of a table or log lines to show. */
  readonly limit: number;
  /** Whether nothing outside of the dashboard’s range is read, named as in Grafana’s Azure Monitor data source. */
  readonly dashboardTime: boolean;
  /** Show addresses with their query strings, which may carry keys. */
  readonly queryStrings: boolean;
  /** Filled in when the query is run: the text and what stands for its variables are kept apart. */
  readonly variables: Variables;
}

/** Something that works everywhere, to begin with. */
const EXAMPLE = `$__classify
| where Outcome == "failed"
| summarize Failures = count() by bin(TimeGenerated, $__interval), Title`;

export const kqlQuery: QueryType<KqlQuery> = {
  title: 'Query in KQL',
  description:
    'A query written by hand for Azure Log Analytics, with macros for the classified requests and the range',
  defaults: {
    kind: 'kql',
    ...anyDefaults,
    text: EXAMPLE,
    format: 'series',
    step: 'auto',
    limit: 1000,
    dashboardTime: true,
    queryStrings: false,
    variables: {},
  },
  describe: ({ text, format }) => `KQL as ${format}: ${firstLine(text)}`,
};

function firstLine(text: string): string {
  const line = text.split('\n').find((one) => one.trim() !== '' && !one.trim().startsWith('//')) ?? '';
  return line.trim().slice(0, 100);
}
