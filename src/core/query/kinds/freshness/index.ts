import type { Field, Frame, Notice } from '../../../frames';
import { reader, type Answer, type Plan } from '../../../plan';
import { conditions } from '../../choice';
import { countPlan } from '../../count-plan';
import { servicesInScope } from '../../services-in-scope';
import type { Kind, QueryContext } from '../kind';
import { fields } from './fields';
import { freshnessQuery, type FreshnessQuery } from './query';

export const freshness: Kind<FreshnessQuery> = { ...freshnessQuery, fields, plans, frames };

function plans({ where }: FreshnessQuery, { range }: QueryContext): readonly Plan[] {
  return [
    {
      ...countPlan(range, conditions(where)),
      dimensions: ['service'],
      measures: [{ measure: 'lastSeen', as: 'LastSeen' }],
    },
  ];
}

/** One number for each service, in seconds; none at all where nothing is known, so that a rule says “no data”. */
function frames(
  { where }: FreshnessQuery,
  context: QueryContext,
  [answer]: readonly Answer[],
): readonly Frame[] {
  if (!answer) {
    return [];
  }
  const read = reader(answer.table);
  const seen = new Map(
    answer.table.rows.map((row) => [String(read(row, 'Service')), Number(read(row, 'LastSeen'))]),
  );
  const silent = servicesInScope(where, context).filter((service) => !seen.has(service));
  const age = (since: number) => Math.max(0, context.now - since) / 1000;
  return [
    {
      name: 'freshness',
      meta: { type: 'numeric-wide', typeVersion: [0, 1], notices: notices([...seen.keys()], silent) },
      fields: [
        ...[...seen].map(([service, time]) => ageField(service, age(time))),
        // It is older than the range: no younger than this.
        ...silent.map((service) => ageField(service, age(answer.range.from))),
      ],
    },
  ];
}

function ageField(service: string, seconds: number): Field {
  const config = {
    displayNameFromDS: service,
    unit: 's',
    description: 'Since the newest request in the log',
  };
  return { name: 'age', type: 'number', labels: { service }, config, values: [seconds] };
}

function notices(seen: readonly string[], silent: readonly string[]): readonly Notice[] {
  if (silent.length > 0) {
    const text = `No request of ${silent.join(', ')} in the whole range: the newest is at least so old.`;
    return [{ severity: 'warning', text }];
  }
  return seen.length > 0
    ? []
    : [{ severity: 'warning', text: 'No requests at all were found in this range with these filters.' }];
}
