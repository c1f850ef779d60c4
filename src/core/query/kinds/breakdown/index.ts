import { amount } from '../../../amount';
import { dimension, groupedBy, reader, type Answer, type Plan } from '../../../plan';
import type { Field, Frame } from '../../../frames';
import { conditions, failures } from '../../choice';
import { countPlan } from '../../count-plan';
import { numbers, texts } from '../../table-fields';
import { emptyNotices, totalsOf, totalsPlan } from '../../totals';
import type { Kind, QueryContext } from '../kind';
import { fields } from './fields';
import { breakdownQuery, type BreakdownQuery } from './query';

export const breakdown: Kind<BreakdownQuery> = {
  ...breakdownQuery,
  fields,
  plans,
  frames,
};

/** Failures and all calls of each value; all requests by outcome. */
function plans(query: BreakdownQuery, { range, catalogue }: QueryContext): readonly Plan[] {
  const calls = { ...countPlan(range, conditions(query.where)), dimensions: groupedBy(query.by) };
  return [{ ...calls, where: failures(query, catalogue) }, calls, totalsPlan(query, range)];
}

function frames(
  query: BreakdownQuery,
  _: QueryContext,
  [failed, calls, all]: readonly Answer[],
): readonly Frame[] {
  if (!failed || !calls || !all) {
    return [];
  }
  const failures = countsOf(query, failed);
  const requests = countsOf(query, calls);
  const rows = [...failures]
    .map(([key, { values, count }]) => ({ values, count, calls: requests.get(key)?.count ?? count }))
    .sort((a, b) => b.count - a.count || b.count / b.calls - a.count / a.calls)
    .slice(0, query.top);
  const more = failures.size - rows.length;
  return [
    {
      name: 'breakdown',
      meta: {
        preferredVisualisationType: 'table',
        notices: [
          ...emptyNotices(totalsOf(all), failed.table.rows.length),
          ...(more > 0
            ? [
                {
                  severity: 'info',
                  text: `Not shown: ${amount(more, 'more value')} with fewer failures.`,
                } as const,
              ]
            : []),
        ],
      },
      fields: fieldsOf(query, rows, sum(failures), sum(requests)),
    },
  ];
}

function fieldsOf(
  { by }: BreakdownQuery,
  rows: readonly (Group & { readonly calls: number })[],
  allFailures: number,
  allRequests: number,
): readonly Field[] {
  const share = rows.map(({ count }) => count / allFailures);
  const traffic = rows.map(({ calls }) => calls / allRequests);
  return [
    ...groupedBy(by).map((id, i) => texts(id, dimension(id).title, rows.map(({ values }) => values[i] ?? ''))),
    numbers('failures', 'Failures', rows.map(({ count }) => count), 'short'),
    numbers('calls', 'Calls', rows.map(({ calls }) => calls), 'short'),
    numbers('failureRate', 'Share of its calls', rows.map(({ count, calls }) => count / calls), 'percentunit'),
    numbers('share', 'Share of failures', share, 'percentunit'),
    numbers('traffic', 'Share of traffic', traffic, 'percentunit'),
    numbers('lift', 'Times its share', share.map((part, i) => part / (traffic[i] ?? 1)), 'none'),
  ]; // prettier-ignore
}

const sum = (groups: ReadonlyMap<string, Group>) =>
  [...groups.values()].reduce((total, { count }) => total + count, 0);

interface Group {
  readonly values: readonly string[];
  readonly count: number;
}

function countsOf({ by }: BreakdownQuery, { table }: Answer): ReadonlyMap<string, Group> {
  const read = reader(table);
  const columns = groupedBy(by).map((id) => dimension(id).column);
  return new Map(
    table.rows.map((row) => {
      const values = columns.map((name) => String(read(row, name)));
      return [JSON.stringify(values), { values, count: Number(read(row, 'Count')) }];
    }),
  );
}
