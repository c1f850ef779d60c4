import type { Explanation, RowError, TimeSplit } from '../../core/explain';
import { duration } from '../print/numbers';
import { printable } from '../print/printable';
import { labelled, wrapped } from '../print/wrapped';
import { conditionLines } from './condition-lines';
import { adviceText, listText } from './scenario-text';

const INDENT = 20;

/** An explanation for a terminal: the answer first, then why, then what to do. */
export function explanationText(explanation: Explanation, width: number): string {
  const { scenario, because, hints, time, errors } = explanation;
  return [
    ...headText(explanation, width),
    '',
    'Why',
    ...wrapped(printable(because), width - 2).map((line) => `  ${line}`),
    ...whyLines(explanation, width),
    ...listText('For this row', hints, width),
    ...errorsText(errors, width),
    ...(time ? timeText(time, width) : []),
    ...factsText(explanation, width),
    ...(scenario ? adviceText(scenario, width) : []),
  ].join('\n');
}

function headText({ classification, scenario }: Explanation, width: number): readonly string[] {
  const { outcome, confidence, basis } = classification;
  const sure = confidence === '' ? '' : ` · ${confidence} confidence, by ${basis}`;
  if (!scenario) {
    return [`The request ${outcome === 'masked' ? 'was masked' : outcome}.`];
  }
  return [
    `${scenario.title} (${scenario.id})`,
    `${outcome} · ${scenario.family} · ${scenario.owner}${sure}`,
    '',
    ...wrapped(scenario.summary, width),
  ];
}

function whyLines({ rule, scenario }: Explanation, width: number): readonly string[] {
  if (rule) {
    return ['', `The rule that makes it ${scenario?.id ?? 'this'}`, ...conditionLines(rule, width, 2)];
  }
  return scenario ? ['', 'No rule of any scenario fits this row.'] : [];
}

function errorsText(errors: readonly RowError[], width: number): readonly string[] {
  const [only, ...others] = errors;
  if (!only) {
    return [];
  }
  if (others.length === 0) {
    return ['', 'Error of the request', ...errorLines('recorded', only, width)];
  }
  const title = (i: number) => (i === 0 ? 'first' : i === others.length ? 'last' : 'then');
  return [
    '',
    `Errors of the request: ${errors.length}`,
    ...errors.flatMap((error, i) => errorLines(title(i), error, width)),
  ];
}

function errorLines(title: string, error: RowError, width: number): readonly string[] {
  const { reason, message, source, section, elapsed } = error;
  const place = [source, section && `in ${section}`, elapsed === null ? '' : `after ${duration(elapsed)}`];
  return [
    labelled(`  ${title}`, printable(reason || '(no reason)'), INDENT, width),
    ...(message === '' ? [] : [labelled('', printable(message), INDENT, width)]),
    labelled('', printable(place.filter((part) => part !== '').join(', ')), INDENT, width).trimEnd(),
  ].filter((line) => line !== '');
}

const BAR = 30;

function timeText({ total, parts, clamped }: TimeSplit, width: number): readonly string[] {
  const lines = parts.map(({ part, ms, logged }) => {
    const share = total === 0 ? 0 : ms / total;
    const bar = '█'.repeat(Math.round(share * Math.min(BAR, width - 45)));
    const cut = logged !== null && logged > ms ? ` (${duration(logged)} logged)` : '';
    return `  ${part.padEnd(8)} ${duration(ms).padStart(9)} ${`${(share * 100).toFixed(0)} %`.padStart(6)}  ${bar}${cut}`;
  });
  return [
    '',
    `Time of the request: ${duration(total)}`,
    ...lines.map((line) => line.trimEnd()),
    ...(clamped
      ? labelled(
          '  ',
          'The logged times overlap; they were cut so that they add up to the total.',
          2,
          width,
        ).split('\n')
      : []),
  ];
}

function factsText({ facts }: Explanation, width: number): readonly string[] {
  const lines = facts.map(({ column, value, unit, evidence }) =>
    labelled(
      `${evidence ? '* ' : '  '}${column}`,
      printable(value) + (unit ? ` ${unit}` : ''),
      INDENT + 2,
      width,
    ),
  );
  return facts.length === 0
    ? []
    : [
        '',
        `The row${facts.some(({ evidence }) => evidence) ? ' (* what this scenario shows in)' : ''}`,
        ...lines,
      ];
}
