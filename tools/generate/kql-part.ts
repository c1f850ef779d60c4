import { classifiedColumns, formats, macros } from '../../src/core/plan';
import { code, prose, section, table } from './markdown';

/** What may stand in a query by hand beside KQL. */
export function kqlPart(): string {
  return section(
    'Macros and variables of KQL',
    'In the text of a query of the kind [kql](#kql). Within comments and texts macros stay as they are. [log-analytics.md](log-analytics.md#queries-in-kql) says who may write such queries, and shows some.',
    table(
      ['macro', 'what it stands for'],
      Object.values(macros).map(({ usage, meaning }) => [code(usage), meaning]),
    ),
    `The columns of ${code('$__classify')}: ${classifiedColumns.map(code).join(', ')}.`,
    `A variable of the dashboard, ${code('$api')} or ${code('${api}')}, is written as a quoted text, and one with several values as several with commas between them: ${code('ApiId in ($api)')}. ${prose('Within quotes of the query one value is filled in and escaped. Other ways to write one are named after a colon, and a value that is none is an error:')}`,
    table(
      ['format', 'such as', 'what is written'],
      Object.keys(formats).map((format) => [code(format), ...examples[format as keyof typeof formats]]),
    ),
    'There is no format that writes a value as it is: a variable, which may come from the address of the page, never becomes a part of the query itself.',
  );
}

const examples: Readonly<Record<keyof typeof formats, readonly [string, string]>> = {
  number: [code('take ${top:number}'), 'the number'],
  timespan: [code('bin(TimeGenerated, ${step:timespan})'), 'a length such as `5m`, `12h`, `1d`'],
  column: [code('summarize count() by ${by:column}'), 'the name of a column, in brackets'],
};
