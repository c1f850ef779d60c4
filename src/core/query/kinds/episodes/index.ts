import type { Frame } from '../../../frames';
import type { Answer, Plan } from '../../../plan';
import { bucketsOf, stepMs } from '../../buckets';
import { failures, MOST_GROUPS } from '../../choice';
import { episodes as episodesOf } from '../../episodes';
import { namedScenarios } from '../../named-scenarios';
import { scenarioCounts } from '../../scenario-counts';
import { numbers, texts, times } from '../../table-fields';
import { emptyNotices, totalsOf, totalsPlan } from '../../totals';
import type { Kind, QueryContext } from '../kind';
import { fields } from './fields';
import { episodesQuery, type EpisodesQuery } from './query';

export const episodes: Kind<EpisodesQuery> = {
  ...episodesQuery,
  fields,
  plans,
  frames,
};

function plans(query: EpisodesQuery, { range, maxDataPoints, catalogue }: QueryContext): readonly Plan[] {
  return [
    {
      gives: 'groups',
      range,
      where: failures(query, catalogue),
      stepMs: bucketsOf(range, stepMs(query.step, range, maxDataPoints)).stepMs,
      dimensions: ['scenario'],
      measures: [{ measure: 'count', as: 'Count' }],
      sample: false,
      limit: MOST_GROUPS,
    },
    totalsPlan(query, range),
  ];
}

/** Regions as Grafana's annotations read them: time, timeEnd, title, text, tags; then the numbers. */
function frames(
  _: EpisodesQuery,
  { catalogue, now }: QueryContext,
  [failed, all]: readonly Answer[],
): readonly Frame[] {
  if (!failed || !all || failed.plan.gives !== 'groups' || failed.plan.stepMs === null) {
    return [];
  }
  const buckets = bucketsOf(failed.range, failed.plan.stepMs);
  const found = [...scenarioCounts(failed, buckets.starts)]
    .flatMap(([scenario, counts]) => episodesOf(scenario, counts, buckets, failed.range, now))
    .sort((a, b) => a.from - b.from || b.count - a.count);
  const named = namedScenarios(catalogue);
  const column = <T>(value: (episode: (typeof found)[number]) => T) => found.map(value);
  const text = column(({ scenario, count, ongoing }) =>
    [
      `${count.toLocaleString('en')} requests${ongoing ? ', still going on' : ''}.`,
      named.get(scenario)?.summary ?? '',
      named.get(scenario)?.remediation[0] ?? '',
    ].join(' '),
  );
  return [
    {
      name: 'episodes',
      meta: { preferredVisualisationType: 'table', notices: emptyNotices(totalsOf(all), failed.table.rows.length) },
      fields: [
        times('time', 'From', column(({ from }) => from)),
        times('timeEnd', 'To', column(({ to }) => to)),
        texts('title', 'Scenario', column(({ scenario }) => named.title(scenario))),
        texts('text', 'What to do', text),
        texts('tags', 'Tags', column(({ scenario }) => [scenario, named.family(scenario)].join())),
        texts('id', 'Id', column(({ scenario, from }) => `${scenario}-${from}`)),
        texts('scenario', 'Scenario id', column(({ scenario }) => scenario)),
        numbers('count', 'Requests', column(({ count }) => count), 'short'),
        numbers('peak', 'Most in one step', column(({ peak }) => peak), 'short'),
        { name: 'ongoing', type: 'boolean', config: { displayNameFromDS: 'Ongoing' }, values: column(({ ongoing }) => ongoing) },
      ],
    },
  ]; // prettier-ignore
}
