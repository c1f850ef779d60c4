import { DuckDbSource, type Rows } from '../../backend/sources/duckdb/duckdb-source';
import type { Engine } from '../../backend/sources/duckdb/engine';
import { GatewaylensError } from '../../core/errors';
import type { ConnectionCustom, Field, Frame, TaxonomyCustom, TimingCustom } from '../../core/frames';
import { reader, type Answer, type Plan, type TimeRange } from '../../core/plan';
import { valuesOf, valuesPlan, type Filter, type Query, type QueryKind } from '../../core/query';
import { kindOf } from '../../core/query/kinds';
import { parseQuery } from '../../core/query/schema';
import { builtinCatalogue } from '../../core/scenarios';
import { time } from '../print/numbers';

export type FrameRow = Readonly<Record<string, string | number | boolean | null>>;

/** What became of requests of which scenarios are told. */
export const outcomesTold = ['failed', 'masked'] as const;
export type Told = (typeof outcomesTold)[number];

interface KnownValues {
  readonly dimension: string;
  readonly values: readonly string[];
  readonly more: boolean;
}

/** What a log says as a whole. */
export interface Summary {
  readonly range: TimeRange;
  readonly told: readonly Told[];
  readonly requests: TaxonomyCustom['totals'];
  readonly scenarios: readonly FrameRow[];
  readonly timing: Pick<TimingCustom, 'summary' | 'withoutTotal' | 'withoutParts' | 'clamped'> & {
    readonly apis: readonly FrameRow[];
  };
  readonly connections: {
    readonly hosts: readonly FrameRow[];
    readonly concurrency: readonly FrameRow[];
    readonly concurrencyStepMs: number;
  };
  readonly apis: readonly FrameRow[];
  /** Where filters leave nothing: values that there are in the range. */
  readonly known: readonly KnownValues[];
  readonly warnings: readonly string[];
}

interface Wish {
  /** Bounds of the range; where one is missing, that of the data. */
  readonly from: number | undefined;
  readonly to: number | undefined;
  readonly where: readonly Filter[];
  /** Which failures are told; undefined for all that failed. */
  readonly scenarios?: readonly string[];
  readonly outcomes?: readonly Told[];
}

/** Every time that a log can have. */
const ALWAYS: TimeRange = { from: Date.parse('0000-01-01'), to: Date.parse('+010000-01-01T00:00:00Z') };
const APIS = 10;
/** Values that are told of a dimension. */
const KNOWN = 5;

/** @throws GatewaylensError when nothing can be read, and for a range without any time in it */
export async function summarise(
  rows: Rows,
  engine: Engine,
  wish: Wish,
  signal: AbortSignal,
): Promise<Summary> {
  const { answers, warnings } = remembering(new DuckDbSource(rows, builtinCatalogue, engine), signal);
  const range = await rangeOf(wish, answers);
  const framesOf = async (kind: QueryKind, fields: object): Promise<readonly Frame[]> => {
    const query: Query = parseQuery({ kind, where: wish.where, ...fields });
    const context = { catalogue: builtinCatalogue, range, maxDataPoints: 0, forAlert: false, now: range.to };
    return kindOf(query).frames(query, context, await answers(kindOf(query).plans(query, context)));
  };
  const choice = {
    ...(wish.scenarios ? { scenarios: wish.scenarios } : {}),
    ...(wish.outcomes ? { outcomes: wish.outcomes } : {}),
  };
  const [taxonomy] = await framesOf('taxonomy', { ...choice, previous: false });
  const [timing] = await framesOf('timing', { per: 'api', top: APIS });
  const [series, hosts, concurrency] = await framesOf('connection-failures', {});
  const [breakdown] = await framesOf('breakdown', { ...choice, by: 'api', top: APIS });
  const { totals } = taxonomy?.meta.custom as TaxonomyCustom;
  const { summary, withoutTotal, withoutParts, clamped } = timing?.meta.custom as TimingCustom;
  return {
    range,
    told: wish.outcomes ?? ['failed'],
    requests: totals,
    scenarios: rowsOf(taxonomy),
    timing: { summary, withoutTotal, withoutParts, clamped, apis: rowsOf(timing) },
    connections: {
      hosts: rowsOf(hosts).filter(({ scenario }) => wish.scenarios?.includes(String(scenario)) ?? true),
      concurrency: rowsOf(concurrency),
      concurrencyStepMs: (series?.meta.custom as ConnectionCustom).concurrencyStepMs,
    },
    apis: rowsOf(breakdown),
    known: isEmpty(totals) ? await knownValues(wish.where, range, answers) : [],
    warnings: [...warnings],
  };
}

type Ask = (plans: readonly Plan[]) => Promise<readonly Answer[]>;

/** Several kinds of query share a plan, that of the totals. */
function remembering(
  source: DuckDbSource,
  signal: AbortSignal,
): { readonly answers: Ask; readonly warnings: Set<string> } {
  const known = new Map<string, Answer>();
  const warnings = new Set<string>();
  const answers = async (plans: readonly Plan[]) => {
    const found = await source.answers(
      plans.filter((plan) => !known.has(JSON.stringify(plan))),
      signal,
    );
    for (const answer of found) {
      answer.notices.forEach(({ text }) => warnings.add(text));
      known.set(JSON.stringify(answer.plan), answer);
    }
    return plans.map((plan) => known.get(JSON.stringify(plan))!);
  };
  return { answers, warnings };
}

/** From the first request to the last, as far as the user has not said otherwise. */
async function rangeOf({ from, to }: Wish, answers: Ask): Promise<TimeRange> {
  if (from !== undefined && to !== undefined) {
    if (from >= to) {
      throw new GatewaylensError('range-invalid');
    }
    return { from, to };
  }
  const whole = await wholeRange(answers);
  const range = { from: from ?? whole.from, to: to ?? whole.to };
  if (range.from >= range.to) {
    throw new GatewaylensError('range-outside', { from: time(whole.from), to: time(whole.to - 1) });
  }
  return range;
}

async function wholeRange(answers: Ask): Promise<TimeRange> {
  const plan: Plan = {
    gives: 'groups',
    range: ALWAYS,
    where: [],
    stepMs: null,
    dimensions: [],
    measures: [
      { measure: 'firstSeen', as: 'First' },
      { measure: 'lastSeen', as: 'Last' },
    ],
    sample: false,
    limit: 1,
  };
  const [answer] = await answers([plan]);
  const { table } = answer!;
  const read = reader(table);
  const [row = []] = table.rows;
  const [from, last] = [read(row, 'First'), read(row, 'Last')];
  if (typeof from !== 'number' || typeof last !== 'number') {
    throw new GatewaylensError('logs-unreadable', { path: 'the files' });
  }
  return { from, to: last + 1 };
}

const isEmpty = ({ failed, masked, succeeded }: TaxonomyCustom['totals']) =>
  failed + masked + succeeded === 0;

/** The most frequent values of each dimension that a filter asked for. */
async function knownValues(
  where: readonly Filter[],
  range: TimeRange,
  answers: Ask,
): Promise<readonly KnownValues[]> {
  const asked = [...new Set(where.map(({ dimension }) => dimension))];
  const queries = asked.map((dimension) => ({ dimension, where: [], search: '', limit: KNOWN }));
  const found = await answers(queries.map((query) => valuesPlan(query, range)));
  return queries.map((query, i) => {
    const { values, more } = valuesOf(query, found[i]!);
    return { dimension: query.dimension, values: values.map(({ value }) => value), more };
  });
}

/** A table’s frame row by row, under the names of its fields. */
function rowsOf(frame: Frame | undefined): readonly FrameRow[] {
  const fields: readonly Field[] = frame?.fields ?? [];
  const length = fields[0]?.values.length ?? 0;
  return Array.from({ length }, (_, i) =>
    Object.fromEntries(fields.map(({ name, values }) => [name, values[i] ?? null])),
  );
}
