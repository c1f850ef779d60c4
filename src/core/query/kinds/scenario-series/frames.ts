import type { Field, Frame, SeriesCustom } from '../../../frames';
import type { Answer } from '../../../plan';
import { bucketsOf, type Buckets } from '../../buckets';
import { selection } from '../../choice';
import { colouring } from '../../colours';
import { episodes } from '../../episodes';
import { scenarioCards } from '../../scenario-card';
import { emptyNotices, requestsOf, type Totals } from '../../totals';
import type { QueryContext } from '../kind';
import { placesIn } from './places';
import { isWatched, watchedServices } from './plans';
import type { ScenarioSeriesQuery } from './query';
import { seriesOf, type Series } from './series';
import { countsOf, sum, tally, type Tally } from './tally';

export function frames(
  query: ScenarioSeriesQuery,
  context: QueryContext,
  [failed, all]: readonly Answer[],
): readonly Frame[] {
  if (!failed || !all) {
    return [];
  }
  const { plan } = failed;
  const step = plan.gives === 'groups' ? plan.stepMs : null;
  return [
    step === null
      ? windowFrame(query, context, failed, all)
      : seriesFrame(query, context, failed, all, bucketsOf(failed.range, step)),
  ];
}

function seriesFrame(
  query: ScenarioSeriesQuery,
  context: QueryContext,
  failed: Answer,
  all: Answer,
  buckets: Buckets,
): Frame {
  const [first = 0] = buckets.starts;
  const slots = buckets.starts.length;
  const slotOf = (bucket: number) => Math.round((bucket - first) / buckets.stepMs);
  const watched = isWatched(query, context);
  const counted = tally(query, failed, all, slots, slotOf, watched ? watchedServices(query, context) : []);
  const series = seriesOf(query, context.catalogue.scenarios, counted, slots, watched);
  const fields: readonly Field[] = [
    { name: 'time', type: 'time', values: buckets.starts },
    ...series.map((one) => numberField(query, one, buckets.seconds)),
  ];
  return {
    name: 'failures',
    meta: {
      type: 'timeseries-wide',
      typeVersion: [0, 1],
      preferredVisualisationType: 'graph',
      notices: emptyNotices(counted.totals),
      ...(context.forAlert ? {} : { custom: custom(query, context, counted, buckets, failed.range) }),
    },
    fields: context.forAlert && isEmpty(counted.totals) ? [] : fields,
  };
}

function windowFrame(query: ScenarioSeriesQuery, context: QueryContext, failed: Answer, all: Answer): Frame {
  const { from, to } = failed.range;
  const counted = tally(query, failed, all, 1, () => 0, watchedServices(query, context));
  const places = placesIn(query, context.catalogue, failed);
  const series = seriesOf(query, context.catalogue.scenarios, counted, 1, true, places);
  return {
    name: 'failures',
    meta: { type: 'numeric-wide', typeVersion: [0, 1], notices: emptyNotices(counted.totals) },
    fields: isEmpty(counted.totals) ? [] : series.map((one) => numberField(query, one, [(to - from) / 1000])),
  };
}

/** No request at all is no data, not good news: an alert rule must be able to tell. */
const isEmpty = (totals: Totals) => requestsOf(totals) === 0;

function numberField(
  query: ScenarioSeriesQuery,
  { labels, config, counts, requests }: Series,
  seconds: readonly number[],
): Field {
  const value = (count: number, i: number): number | null => {
    switch (query.as) {
      case 'count':
        return count;
      case 'rate':
        return count / (seconds[i] ?? 1);
      case 'share':
        return requests[i] ? count / requests[i] : null;
    }
  };
  const values = query.as === 'count' ? counts : counts.map(value);
  return { name: query.as, type: 'number', labels, config, values };
}

function custom(
  query: ScenarioSeriesQuery,
  context: QueryContext,
  counted: Tally,
  buckets: Buckets,
  range: Answer['range'],
): SeriesCustom {
  const { catalogue, now } = context;
  const selected = selection(query, catalogue.scenarios);
  const occurring = selected.flatMap(({ id }) => {
    const parts = counted.splits.flatMap((split) => countsOf([id], split));
    return parts.length === 0 ? [] : [{ id, counts: sum(parts, buckets.starts.length) }];
  });
  return {
    kind: 'scenario-series',
    catalogueVersion: catalogue.version,
    stepMs: buckets.stepMs,
    totals: counted.totals,
    outcomes: query.outcomes,
    addsUp: query.as !== 'share' || query.splitBy === null,
    incomplete: buckets.incomplete,
    episodes: occurring.flatMap(({ id, counts }) => episodes(id, counts, buckets, range, now)),
    scenarios: scenarioCards(
      occurring.map(({ id }) => id),
      catalogue,
      colouring(selected),
    ),
  };
}
