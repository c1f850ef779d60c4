import { amount } from '../../../amount';
import type { Episode, Frame } from '../../../frames';
import type { Answer, Plan } from '../../../plan';
import { owners, type Scenario } from '../../../scenarios';
import { bucketMs, bucketsOf } from '../../buckets';
import { failures } from '../../choice';
import { countPlan } from '../../count-plan';
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

function plans(query: EpisodesQuery, context: QueryContext): readonly Plan[] {
  const { range, catalogue } = context;
  return [
    {
      ...countPlan(range, failures(query, catalogue)),
      stepMs: bucketMs(query.step, context),
      dimensions: ['scenario'],
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
  return [
    {
      name: 'episodes',
      meta: { preferredVisualisationType: 'table', notices: emptyNotices(totalsOf(all), failed.table.rows.length) },
      fields: [
        times('time', 'From', column(({ from }) => from)),
        times('timeEnd', 'To', column(({ to }) => to)),
        texts('title', 'Scenario', column(({ scenario }) => named.title(scenario))),
        texts('text', 'What to do', column((episode) => textOf(episode, named.get(episode.scenario)))),
        texts('tags', 'Tags', column(({ scenario }) => tagsOf(scenario, named.get(scenario)))),
        texts('id', 'Id', column(({ scenario, from }) => `${scenario}-${from}`)),
        texts('scenario', 'Scenario id', column(({ scenario }) => scenario)),
        numbers('count', 'Requests', column(({ count }) => count), 'short'),
        numbers('peak', 'Most in one step', column(({ peak }) => peak), 'short'),
        { name: 'ongoing', type: 'boolean', config: { displayNameFromDS: 'Ongoing' }, values: column(({ ongoing }) => ongoing) },
      ],
    },
  ]; // prettier-ignore
}

function textOf({ count, ongoing }: Episode, scenario: Scenario | undefined): string {
  const counted = `${amount(count, 'request')}${ongoing ? ', still going on' : ''}.`;
  return scenario
    ? `${counted} Owner: ${owners[scenario.owner]}. ${scenario.summary} ${scenario.remediation[0] ?? ''}`.trim()
    : counted;
}

/** One that is no longer in force has no more than its id. */
const tagsOf = (id: string, scenario: Scenario | undefined) =>
  [id, ...(scenario ? [scenario.family, scenario.owner] : [])].join();
