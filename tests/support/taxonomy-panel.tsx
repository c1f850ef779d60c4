/** The taxonomy panel with frames as our data source makes them. */
import React from 'react';
import { dateTime, EventBusSrv, LoadingState, toDataFrame, type PanelProps } from '@grafana/data';
import { render } from '@testing-library/react';
import type { Answer, TableCell } from '../../src/core/plan';
import { queryTypes, type ScenarioSeriesQuery } from '../../src/core/query';
import { kinds } from '../../src/core/query/kinds';
import { builtinCatalogue } from '../../src/core/scenarios';
import { ErrorTaxonomyPanel } from '../../src/panels/error-taxonomy/ErrorTaxonomyPanel';
import type { TaxonomyOptions } from '../../src/panels/error-taxonomy/options';

export const from = Date.UTC(2026, 10, 1, 8);
export const MINUTE = 60_000;
export const range = { from, to: from + 10 * MINUTE };

/** A frame as our data source makes it of failures, as [minute, scenario, count], and of all requests by outcome. */
export function frame(
  failures: readonly (readonly [number, string, number])[],
  totals: Readonly<Record<string, number>>,
  change: Partial<ScenarioSeriesQuery> = {},
) {
  const query = { ...queryTypes['scenario-series'].defaults, step: '1m', ...change } as const;
  const context = {
    catalogue: builtinCatalogue,
    range,
    maxDataPoints: 0,
    forAlert: false,
    now: range.to + 3_600_000,
  };
  const tables: readonly (readonly [readonly string[], readonly (readonly TableCell[])[]])[] = [
    [['Bucket', 'Scenario', 'Count'], failures.map(([minute, ...rest]) => [from + minute * MINUTE, ...rest])],
    [['Outcome', 'Count'], Object.entries(totals)],
  ];
  const answers = kinds['scenario-series'].plans(query, context).map((plan, i): Answer => {
    const [names, rows] = tables[i]!;
    return { plan, range, table: { columns: names.map((name) => ({ name, type: 'string' })), rows } };
  });
  const [made] = kinds['scenario-series'].frames(query, context, answers);
  return toDataFrame({
    meta: made!.meta,
    fields: made!.fields.map((field) => ({ ...field, values: [...field.values] })),
  });
}

export function show(
  series: ReturnType<typeof toDataFrame>[],
  options: Partial<TaxonomyOptions> = {},
  answer: object = {},
  change: object = {},
) {
  const timeRange = {
    from: dateTime(range.from),
    to: dateTime(range.to),
    raw: { from: 'now-10m', to: 'now' },
  };
  const props = {
    id: 1,
    data: { state: LoadingState.Done, series, timeRange, ...answer },
    timeRange,
    timeZone: 'utc',
    options: {
      showEpisodes: true,
      families: 'open',
      tooltip: { mode: 'multi' },
      legend: { showLegend: true, displayMode: 'table', placement: 'right' },
      ...options,
    },
    fieldConfig: { defaults: {}, overrides: [] },
    width: 900,
    height: 400,
    eventBus: new EventBusSrv(),
    replaceVariables: (text: string) => text,
    onChangeTimeRange: () => undefined,
    ...change,
  } as unknown as PanelProps<TaxonomyOptions>;
  render(<ErrorTaxonomyPanel {...props} />);
}

export const noLegend = {
  legend: { showLegend: false, displayMode: 'list', placement: 'bottom' },
} as const;

export const failing = frame(
  [
    [3, 'backend-tls-trust', 20],
    [4, 'backend-tls-trust', 30],
    [4, 'unclassified', 2],
  ],
  { failed: 52, succeeded: 900 },
);
