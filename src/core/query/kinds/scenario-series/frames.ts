import type { Field, Frame, FrameMeta, Notice, SeriesCustom } from '../../../frames';
import type { Table } from '../../../plan';
import { bucketsOf, stepMs, type Buckets } from '../../buckets';
import { episodes } from '../../episodes';
import type { ScenarioSeriesQuery } from '../../model';
import { scenarioCards } from '../../scenario-card';
import type { QueryContext } from '../kind';
import { selection, seriesOf, type Series } from './series';
import { sum, tally, type Tally } from './tally';

export function frames(
  query: ScenarioSeriesQuery,
  context: QueryContext,
  tables: readonly Table[],
): readonly Frame[] {
  const [table] = tables;
  if (!table) {
    return [];
  }
  return [
    query.result === 'window' ? windowFrame(query, context, table) : seriesFrame(query, context, table),
  ];
}

function seriesFrame(query: ScenarioSeriesQuery, context: QueryContext, table: Table): Frame {
  const { range, maxDataPoints } = context;
  const buckets = bucketsOf(range, stepMs(query.step, range, maxDataPoints));
  const [first = 0] = buckets.starts;
  const slots = buckets.starts.length;
  const counted = tally(query, table, slots, (bucket) => Math.round((bucket - first) / buckets.stepMs));
  const series = seriesOf(query, context.catalogue.scenarios, counted, slots);
  return {
    name: 'failures',
    meta: {
      type: 'timeseries-wide',
      typeVersion: [0, 1],
      preferredVisualisationType: 'graph',
      ...notices(counted),
      ...(context.forAlert ? {} : { custom: custom(query, context, counted, buckets) }),
    },
    fields: [
      { name: 'time', type: 'time', values: buckets.starts },
      ...series.map((one) => numberField(query, one, buckets.seconds, null)),
    ],
  };
}

function windowFrame(query: ScenarioSeriesQuery, context: QueryContext, table: Table): Frame {
  const { from, to } = context.range;
  const counted = tally(query, table, 1, () => 0);
  const series = seriesOf(query, context.catalogue.scenarios, counted, 1);
  return {
    name: 'failures',
    meta: { type: 'numeric-wide', typeVersion: [0, 1], ...notices(counted) },
    fields: series.map((one) => numberField(query, one, [(to - from) / 1000], 0)),
  };
}

/** @param ofNothing the share where there was no request at all */
function numberField(
  query: ScenarioSeriesQuery,
  { labels, config, counts, requests }: Series,
  seconds: readonly number[],
  ofNothing: 0 | null,
): Field {
  const value = (count: number, i: number): number | null => {
    switch (query.as) {
      case 'count':
        return count;
      case 'rate':
        return count / (seconds[i] ?? 1);
      case 'share':
        return requests[i] ? count / requests[i] : ofNothing;
    }
  };
  return { name: query.as, type: 'number', labels, config, values: counts.map(value) };
}

function custom(
  query: ScenarioSeriesQuery,
  context: QueryContext,
  counted: Tally,
  buckets: Buckets,
): SeriesCustom {
  const { catalogue, range } = context;
  const occurring = selection(query, catalogue.scenarios).flatMap(({ id }) => {
    const parts = counted.splits
      .flatMap(({ scenarios }) => [scenarios.get(id) ?? []])
      .filter(({ length }) => length > 0);
    return parts.length === 0 ? [] : [{ id, counts: sum(parts, buckets.starts.length) }];
  });
  return {
    kind: 'scenario-series',
    catalogueVersion: catalogue.version,
    stepMs: buckets.stepMs,
    totals: counted.totals,
    incomplete: buckets.incomplete,
    episodes: occurring.flatMap(({ id, counts }) => episodes(id, counts, buckets, range.to)),
    scenarios: scenarioCards(
      occurring.map(({ id }) => id),
      catalogue,
    ),
  };
}

/** Why there is nothing to see, where there is nothing: good news and missing data must not look alike. */
function notices({ totals }: Tally): Pick<FrameMeta, 'notices'> {
  const failed = totals.failed + totals.masked;
  const requests = failed + totals.succeeded;
  const notice: Notice | undefined =
    requests === 0
      ? { severity: 'warning', text: 'No requests at all were found in this range with these filters.' }
      : failed === 0
        ? {
            severity: 'info',
            text: `No failed requests in this range (${requests.toLocaleString('en')} answered).`,
          }
        : undefined;
  return notice ? { notices: [notice] } : {};
}
