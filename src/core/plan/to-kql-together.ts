/**
 * Several plans as one Kusto query: the rows that they share are found once, and each plan is a leg of a union.
 * A union splits columns of one name and several types, so each leg casts its columns into slots of one type each.
 */
import { kqlDatetime } from '../dialects/kql';
import type { GatewayTable } from '../log';
import { columnsOf, toKql as predicateToKql } from '../predicate';
import type { Catalogue } from '../scenarios';
import type { PlanColumn } from './dimensions';
import type { Plan, PlanPredicate, RowChoice, TimeRange } from './plan';
import { readsOf, slowestOf, thresholds } from './stages';
import { tableColumns, type TableColumn } from './table';
import { answerKql, classifiedKql, toKql } from './to-kql';

/** Name of the column that says which plan a row belongs to. */
const LEG = '_leg';
/** A union keeps no order, so rows of a row plan carry what they are ordered by. */
const ORDER = ['_time', '_id'] as const;

/**
 * Plans that read the same rows of a workspace in one request. Their ranges have to touch.
 * @param wider plans whose rows the others need not share: conditions that only these lack still narrow the others
 */
export function toKqlTogether(
  plans: readonly Plan[],
  catalogue: Catalogue,
  tables: readonly GatewayTable[],
  wider: readonly Plan[] = [],
): string {
  const [first] = plans;
  if (first && plans.length + wider.length === 1) {
    return `${toKql(first, catalogue, tables)}\n| project ${slotList(first)}`;
  }
  const common = commonTo(plans);
  const legs = [...plans, ...wider].map((plan, number) => legOf(plan, number, common));
  const relations = relationNames.map((name) =>
    relationKql(name, legs.filter(({ reads }) => reads === name), name === 'all' ? { ...common, where: [] } : common, catalogue, tables),
  ); // prettier-ignore
  const statements = new Set(relations.flatMap((relation) => relation.statements));
  const union = legs.map((leg) => `(${legKql(leg)})`).join(',\n');
  return [...statements, ...legs.flatMap(thresholdsKql), `union ${union}`].join('\n');
}

/**
 * The rows of each plan, in the order of the plan, from the rows of the answer.
 * @returns undefined for an answer that is not one to the query of these plans
 */
export function apart(
  plans: readonly Plan[],
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
): readonly (readonly (readonly unknown[])[])[] | undefined {
  const wanted = [...(plans.length > 1 ? [LEG] : []), ...plans.flatMap(slotsOf).map(({ slot }) => slot)];
  if (!wanted.every((name) => columns.includes(name))) {
    return undefined;
  }
  const place = (name: string) => columns.indexOf(name);
  const legs = plans.length > 1 ? byLeg(rows, place(LEG), plans.length) : [rows];
  if (!legs) {
    return undefined;
  }
  return plans.map((plan, number) => {
    const places = slotsOf(plan).map(({ slot }) => place(slot));
    const own = legs[number]!;
    const ordered = plan.gives === 'rows' ? inOrder(own, ORDER.map(place)) : own;
    const isAsWanted = places.length === columns.length && places.every((at, i) => at === i);
    return isAsWanted ? ordered : ordered.map((row) => places.map((at) => row[at]));
  });
}

/** @returns undefined when a row is of no leg */
function byLeg(rows: readonly (readonly unknown[])[], at: number, number: number) {
  const legs = Array.from({ length: number }, (): (readonly unknown[])[] => []);
  for (const row of rows) {
    const number = row[at];
    const leg = typeof number === 'number' ? legs[number] : undefined;
    if (!leg) {
      return undefined;
    }
    leg.push(row);
  }
  return legs;
}

/** Failures alone, which are few and classified; all requests; and these without the conditions that the others share. */
const relationNames = ['failures', 'requests', 'all'] as const;
type RelationName = (typeof relationNames)[number];

interface Leg {
  readonly plan: Plan;
  readonly number: number;
  readonly reads: RelationName;
  /** Conditions that not all plans have. */
  readonly own: readonly PlanPredicate[];
  readonly range: TimeRange | undefined;
}

interface Common extends RowChoice {
  readonly keys: ReadonlySet<string>;
}

function commonTo(plans: readonly Plan[]): Common {
  const [first, ...others] = plans.map(({ where }) => where);
  const keysOf = (where: readonly PlanPredicate[]) => new Set(where.map((one) => JSON.stringify(one)));
  const sets = others.map(keysOf);
  const where = (first ?? []).filter((one) => sets.every((set) => set.has(JSON.stringify(one))));
  return { range: hull(plans.map(({ range }) => range)), where, keys: keysOf(where) };
}

function hull(ranges: readonly TimeRange[]): TimeRange {
  return {
    from: Math.min(...ranges.map(({ from }) => from)),
    to: Math.max(...ranges.map(({ to }) => to)),
  };
}

function legOf(plan: Plan, number: number, { range, keys }: Common): Leg {
  const isWhole = plan.range.from === range.from && plan.range.to === range.to;
  const where = new Set(plan.where.map((one) => JSON.stringify(one)));
  const isWider = [...keys].some((key) => !where.has(key));
  return {
    plan,
    number,
    reads: isWider ? 'all' : plan.where.some(isAboutFailures) ? 'failures' : 'requests',
    own: isWider ? plan.where : plan.where.filter((one) => !keys.has(JSON.stringify(one))),
    range: isWhole ? undefined : plan.range,
  };
}

const isAboutFailures = (predicate: PlanPredicate) =>
  'op' in predicate &&
  predicate.column === 'Outcome' &&
  predicate.op === 'oneOf' &&
  !(predicate.value as readonly string[]).includes('succeeded');

const FAILED: PlanPredicate = { column: 'Outcome', op: 'oneOf', value: ['failed', 'masked'] };

interface Relation {
  readonly statements: readonly string[];
}

/** What the legs read, once: only the columns that they need, because what is put aside is limited. */
function relationKql(
  name: RelationName,
  legs: readonly Leg[],
  { range, where }: Common,
  catalogue: Catalogue,
  tables: readonly GatewayTable[],
): Relation {
  if (legs.length === 0) {
    return { statements: [] };
  }
  const reads = [...new Set(legs.flatMap(readsOfLeg))];
  const conditions =
    name === 'failures' && !where.some(isAboutFailures) ? [...where, FAILED] : where;
  const { statements, lines } = classifiedKql({ range, where: conditions }, reads, catalogue, tables);
  const rows = [...lines, `| project ${reads.join(', ')}`].join('\n');
  return { statements: [...statements, `let ${name} = materialize(${rows});`] };
} // prettier-ignore

function readsOfLeg({ plan, own }: Leg): readonly PlanColumn[] {
  const order = plan.gives === 'rows' ? (['TimeGenerated', 'CorrelationId'] as const) : [];
  return [...order, ...readsOf(plan), ...own.flatMap((one) => columnsOf(one))];
}

function chosenKql({ reads, own, range }: Leg): string {
  const during = range && `TimeGenerated >= ${kqlDatetime(range.from)} and TimeGenerated < ${kqlDatetime(range.to)}`;
  const conditions = [...(during ? [during] : []), ...own.map(predicateToKql)];
  return [reads, ...conditions.map((one) => `| where ${one}`)].join(' ');
} // prettier-ignore

function thresholdsKql(leg: Leg): string[] {
  return slowestOf(leg.plan).map((which) => {
    const { name, percent } = thresholds[which];
    return `let ${name}_${leg.number} = toscalar(${chosenKql(leg)} | summarize percentile(TotalTime, ${percent}));`;
  });
}

function legKql(leg: Leg): string {
  const { plan, number } = leg;
  // What a row plan is ordered by is kept beside the columns that it asks for.
  const [answer, order] =
    plan.gives === 'rows'
      ? [answerKql({ ...plan, columns: [...plan.columns, ...missing(plan.columns)] }), `, ${orderList}`]
      : [answerKql(plan, `_${number}`), ''];
  return [chosenKql(leg), ...answer, `| project ${LEG} = long(${number}), ${slotList(plan)}${order}`].join('\n');
} // prettier-ignore

const missing = (columns: readonly PlanColumn[]) =>
  (['TimeGenerated', 'CorrelationId'] as const).filter((column) => !columns.includes(column));

const since1970 = (unit: 'millisecond' | 'microsecond', column: string) =>
  `datetime_diff('${unit}', ${column}, datetime(1970-01-01))`;
const orderList = `${ORDER[0]} = ${since1970('microsecond', 'TimeGenerated')}, ${ORDER[1]} = CorrelationId`;

/** Times as whole milliseconds: one slot less, and no way of writing times to be understood. */
const SLOTS = {
  string: { letter: 's', cast: (column: string) => `tostring(${column})` },
  number: { letter: 'l', cast: (column: string) => `tolong(${column})` },
  boolean: { letter: 'b', cast: (column: string) => `tobool(${column})` },
  datetime: { letter: 'd', cast: (column: string) => since1970('millisecond', column) },
} as const;

function slotsOf(plan: Plan): readonly { readonly slot: string; readonly column: TableColumn }[] {
  const used = new Map<string, number>();
  return tableColumns(plan).map((column) => {
    const { letter } = SLOTS[column.type];
    const number = used.get(letter) ?? 0;
    used.set(letter, number + 1);
    return { slot: `${letter}${number}`, column };
  });
}

function slotList(plan: Plan): string {
  return slotsOf(plan)
    .map(({ slot, column: { name, type } }) => `${slot} = ${SLOTS[type].cast(name)}`)
    .join(', ');
}

/** The newest first, and of equals by id, as the query of a row plan has them. */
function inOrder(
  rows: readonly (readonly unknown[])[],
  [time = 0, id = 0]: readonly number[],
): readonly (readonly unknown[])[] {
  if (time < 0) {
    return rows; // of a query with one plan, which keeps its order
  }
  const text = (row: readonly unknown[]) => String(row[id] ?? '');
  return [...rows].sort((a, b) => Number(b[time]) - Number(a[time]) || (text(a) < text(b) ? -1 : 1));
}
