import type { Plan } from '../../../plan';
import { failures as failuresWhere } from '../../choice';
import { totalsPlan } from '../../totals';
import type { Kind, QueryContext } from '../kind';
import { columnsOf } from './columns';
import { fields } from './fields';
import { frames } from './frames';
import { failuresQuery, type FailuresQuery } from './query';

export const failures: Kind<FailuresQuery> = {
  ...failuresQuery,
  fields,
  plans,
  frames,
};

function plans(query: FailuresQuery, { range, catalogue }: QueryContext): readonly Plan[] {
  return [
    {
      gives: 'rows',
      range,
      where: failuresWhere(query, catalogue),
      columns: columnsOf(query).map(({ column }) => column),
      isWhole: false,
      limit: query.limit,
    },
    totalsPlan(query, range),
  ];
}
