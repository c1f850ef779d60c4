import type { ScenarioTexts } from '../../core/explain';
import { checkText, families, owners, type PolicySnippet, type Scenario } from '../../core/scenarios';
import { labelled, wrapped } from '../print/wrapped';

type Texts = Pick<ScenarioTexts, 'causes' | 'checks' | 'remediation' | 'policies' | 'links' | 'notes'>;

const INDENT = 4;

/** The whole scenario for a terminal. */
export function scenarioText(scenario: Scenario, width: number): string {
  const { id, title, family, owner, severity, summary, evidence } = scenario;
  return [
    `${title} (${id})`,
    `${families[family]} · ${owners[owner]} · ${severity}`,
    '',
    ...wrapped(summary, width),
    ...adviceText({ ...scenario, checks: scenario.checks.map(checkText) }, width),
    ...(scenario.hints.length > 0
      ? listText(
          'For some rows',
          scenario.hints.map(({ text }) => text),
          width,
        )
      : []),
    ...listText('Columns to look at', [evidence.join(', ')], width),
  ].join('\n');
}

/** Causes, checks, remedies, links and known gaps, as far as there are any. */
export function adviceText(
  { causes, checks, remediation, policies = [], links, notes }: Texts,
  width: number,
): readonly string[] {
  return [
    ...listText('Likely causes', causes, width),
    ...listText('Check first', checks, width, true),
    ...listText('What to do', remediation, width, true),
    ...policiesText(policies, width),
    ...listText('Known gaps', notes, width),
    ...listText(
      'Read more',
      links.map((link) => `${link.title}: ${link.url}`),
      width,
    ),
  ];
}

/** Policies as the portal’s editor takes them: their lines are not broken. */
function policiesText(policies: readonly PolicySnippet[], width: number): readonly string[] {
  return policies.length === 0
    ? []
    : [
        '',
        policies.length === 1 ? 'As a policy' : 'As policies',
        ...wrapped(
          'Names, addresses and numbers are examples: put your own in their place, and try it before it goes live.',
          width - 2,
        ).map((line) => `  ${line}`),
        ...policies.flatMap(({ title, xml }) => [
          '',
          labelled('  -', title, INDENT, width),
          '',
          ...xml.split('\n').map((line) => `    ${line}`),
        ]),
      ];
}

export function listText(
  title: string,
  texts: readonly string[],
  width: number,
  isNumbered = false,
): readonly string[] {
  if (texts.length === 0) {
    return [];
  }
  const items = texts.map((text, i) => labelled(isNumbered ? ` ${i + 1}` : '  -', text, INDENT, width));
  return ['', title, ...items];
}
