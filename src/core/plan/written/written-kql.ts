import { GatewaylensError } from '../../errors';
import { columns, derivedColumns, type GatewayTable, type KqlRows, type Span } from '../../log';
import { kqlString } from '../../dialects/kql';
import { oncePer } from '../../once-per';
import type { Catalogue } from '../../scenarios';
import type { PlanColumn } from '../dimensions';
import type { RowChoice, TimeRange, WrittenPlan } from '../plan';
import { classifiedKql } from '../to-kql';
import { expanded } from './expand';
import { CLASSIFIED } from './macros';

/** What is sent for a query that was written by hand. */
export interface WrittenKql {
  readonly kql: string;
  /** Lines before the first one that was written: errors of the service count them too. */
  readonly linesBefore: number;
  readonly isClassified: boolean;
}

interface Options {
  /** The range stands beside the query, as tables on the Basic plan want it. */
  readonly isRangeBeside?: boolean;
}

const ANY_TIME: TimeRange = { from: -Infinity, to: Infinity };

/** @throws GatewaylensError for a text, a macro or a variable that cannot be read */
export function writtenKql(
  plan: WrittenPlan,
  catalogue: Catalogue,
  tables: readonly GatewayTable[] = ['resource'],
  { isRangeBeside = false }: Options = {},
): WrittenKql {
  const { range, where, stepMs, text, variables } = plan;
  if (text.trim() === '') {
    throw new GatewaylensError('kql-empty');
  }
  const { kql, used } = expanded(text, variables, { range, stepMs, isRangeBeside });
  const isClassified = used.has('__classify');
  const choice = { range: isRangeBeside ? ANY_TIME : range, where };
  const before = isClassified ? classifiedRows(choice, catalogue, tables) : '';
  return { kql: `${before}${kql}`, linesBefore: before.split('\n').length - 1, isClassified };
}

/** First what tells the requests apart, then what was logged. */
const read: readonly PlanColumn[] = [
  'TimeGenerated',
  ...(['Outcome', 'Scenario', 'Family', 'Confidence', 'Basis', 'Service'] as const),
  ...columns.map(({ name }) => name).filter((name) => name !== 'TimeGenerated'),
  ...derivedColumns.map(({ name }) => name).filter((name) => name !== 'Service'),
];

/** Columns that hand-written queries have beside those of a classified row. */
const SAID = ['Title', 'Owner'] as const;

/** The columns of `$__classify`, in order. */
export const classifiedColumns: readonly string[] = [...read.slice(0, 3), ...SAID, ...read.slice(3)];

/** Whole lines that give the classified requests their name. */
function classifiedRows(choice: RowChoice, catalogue: Catalogue, tables: readonly GatewayTable[]): string {
  const { statements, lines } = classifiedRelation(choice, catalogue, tables);
  return [...statements, `let ${CLASSIFIED} = ${lines.join('\n')};`, ''].join('\n');
}

/** The chosen requests with all columns, as statements and the lines of a relation. */
export function classifiedRelation(
  choice: Pick<RowChoice, 'where'> & { readonly range: Span },
  catalogue: Catalogue,
  tables: readonly GatewayTable[],
): KqlRows {
  const { statements, lines } = classifiedKql(choice, read, catalogue, tables);
  return {
    statements,
    lines: [...lines, ...saidOf(catalogue), `| project ${classifiedColumns.join(', ')}`],
  };
}

/** Title and owner of each scenario, as the catalogue in force has them. */
const saidOf = oncePer(({ scenarios }: Catalogue): readonly string[] => {
  const by = (name: 'title' | 'owner') => [...new Set(scenarios.map((one) => one[name]))];
  const ids = (name: 'title' | 'owner', value: string) =>
    scenarios.filter((one) => one[name] === value).map(({ id }) => kqlString(id));
  const caseOf = (name: 'title' | 'owner') =>
    [
      'case(',
      ...by(name).map((value) => `    Scenario in (${ids(name, value).join(', ')}), ${kqlString(value)},`),
      '    "")',
    ].join('\n');
  return [`| extend Title = ${caseOf('title')}`, `| extend Owner = ${caseOf('owner')}`];
});
