/** What may stand in hand-written KQL beside KQL: one table for the query, its editor and its documentation. */
import { kqlDatetime, kqlTimespan } from '../../dialects/kql';
import { GatewaylensError } from '../../errors';
import type { TimeRange } from '../plan';

/** What macros speak of. */
export interface MacroContext {
  readonly range: TimeRange;
  readonly stepMs: number;
  /** The range stands beside the query, as tables on the Basic plan want it. */
  readonly isRangeBeside: boolean;
}

/** An argument: its text with everything in it expanded, and whether it is a variable of which “All” is chosen. */
export interface Argument {
  readonly kql: string;
  readonly isAll: boolean;
}

interface Macro {
  readonly usage: string;
  readonly meaning: string;
  /** How many arguments it takes: from, to. */
  readonly takes: readonly [number, number];
  readonly toKql: (context: MacroContext, args: readonly Argument[]) => string;
}

const none = [0, 0] as const;
const span = ({ range: { from, to } }: MacroContext) => to - from;

/** The name that `$__classify` has in the query that is sent. */
export const CLASSIFIED = 'GatewaylensRequests';

export const macros = {
  __classify: {
    usage: '$__classify',
    meaning:
      'The gateway’s requests of the range, one row each, with their columns, scenario and outcome; filters of the query and of the dashboard hold.',
    takes: none,
    toKql: () => CLASSIFIED,
  },
  __timeFilter: {
    usage: '$__timeFilter(TimeGenerated)',
    meaning: 'Whether a time is in the range; without an argument `TimeGenerated`.',
    takes: [0, 1],
    toKql: timeFilter,
  },
  __timeFrom: {
    usage: '$__timeFrom',
    meaning: 'The begin of the range, a datetime.',
    takes: none,
    toKql: ({ range }) => kqlDatetime(range.from),
  },
  __timeTo: {
    usage: '$__timeTo',
    meaning: 'The end of the range, a datetime; it belongs to it no more.',
    takes: none,
    toKql: ({ range }) => kqlDatetime(range.to),
  },
  __interval: {
    usage: '$__interval',
    meaning: 'The step, a timespan that `bin` takes.',
    takes: none,
    toKql: ({ stepMs }) => kqlTimespan(stepMs),
  },
  __interval_ms: {
    usage: '$__interval_ms',
    meaning: 'The step in milliseconds.',
    takes: none,
    toKql: ({ stepMs }) => `long(${stepMs})`,
  },
  __from: {
    usage: '$__from',
    meaning: 'The begin of the range in milliseconds since 1970.',
    takes: none,
    toKql: ({ range }) => `long(${range.from})`,
  },
  __to: {
    usage: '$__to',
    meaning: 'The end of the range in milliseconds since 1970.',
    takes: none,
    toKql: ({ range }) => `long(${range.to})`,
  },
  __timeRange: {
    usage: '$__timeRange',
    meaning: 'The length of the range, a timespan.',
    takes: none,
    toKql: (context) => kqlTimespan(span(context)),
  },
  __contains: {
    usage: '$__contains(ApiId, $api)',
    meaning: 'Whether a column has one of the variable’s values; true where “All” is chosen.',
    takes: [2, Infinity],
    toKql: (_, [column, ...values]) =>
      values.some(({ isAll }) => isAll)
        ? 'true'
        : `(${column?.kql} in (${values.map(({ kql }) => kql).join(', ')}))`,
  },
} as const satisfies Readonly<Record<string, Macro>>;

function timeFilter({ range, isRangeBeside }: MacroContext, [column]: readonly Argument[]): string {
  const given = column?.kql || 'TimeGenerated';
  if (isRangeBeside && given === 'TimeGenerated') {
    return 'true';
  }
  return `(${given} >= ${kqlDatetime(range.from)} and ${given} < ${kqlDatetime(range.to)})`;
}

type MacroName = keyof typeof macros;
export const isKnownMacro = (name: string): name is MacroName => Object.hasOwn(macros, name);
export const takesArguments = (name: MacroName) => macros[name].takes[1] > 0;

/** @throws GatewaylensError for another number of arguments than it takes */
export function macroKql(name: MacroName, context: MacroContext, args: readonly Argument[]): string {
  const { takes, usage, toKql }: Macro = macros[name];
  const [least, most] = takes;
  if (args.length < least || args.length > most) {
    throw new GatewaylensError('kql-macro-arguments', { macro: `$${name}`, usage });
  }
  return toKql(context, args);
}
