import { confidenceWords, evidenceWords, recognitionWords } from '../../src/app/rule-words';
import { columns, type ColumnValues } from '../../src/core/log';
import {
  builtinCatalogue,
  checkText,
  families,
  owners,
  type Example,
  type Family,
  type Rule,
  type Scenario,
} from '../../src/core/scenarios';
import { asList, inLine } from './condition-words';
import type { Files } from './files';
import { code, fenced, link, list, origin, page, prose, section, table } from './markdown';

const { scenarios } = builtinCatalogue;
const meanings = new Map<string, string>(columns.map(({ name, meaning }) => [name, meaning]));
const titles = new Map(scenarios.map(({ id, title }) => [id, title]));

/** One page for each scenario, and an index by family. */
export function scenarioPages(): Files {
  return new Map([
    ['docs/scenarios/README.md', indexPage()],
    ...scenarios.map((scenario): [string, string] => [
      `docs/scenarios/${scenario.id}.md`,
      scenarioPage(scenario),
    ]),
  ]);
}

function indexPage(): string {
  const parts = Object.entries(families).map(([family, title]) => {
    const members = scenarios.filter((scenario) => scenario.family === family);
    const rows = members.map((scenario) => [
      pageLink(scenario.id),
      owners[scenario.owner],
      scenario.severity,
      prose(scenario.summary),
    ]);
    return section(title, table(['scenario', 'owner', 'severity', 'what it means'], rows));
  });
  return page(
    '# Scenarios',
    origin('src/core/scenarios/builtin'),
    `What can go wrong at an API Management gateway, as far as the catalogue knows: ${scenarios.length - 1} scenarios, and _unclassified_ for what none of them explains.`,
    'A failed or masked request is tried with all rules, those on stronger evidence first: the recorded reason, then the message, the source, the status codes. Among rules on the same kind of evidence the order of the scenarios decides; it stands at the end of this page. See [how a row is classified](../architecture.md#how-a-row-is-classified), and [how to add a scenario](../new-scenario.md).',
    ...parts,
    section(
      'Order of precedence',
      list(
        scenarios.map(({ id }) => pageLink(id)),
        '1.',
      ),
    ),
  );
}

function pageLink(id: string): string {
  return link(titles.get(id) ?? id, `${id}.md`);
}

function scenarioPage(scenario: Scenario): string {
  const { id, title, family, owner, severity, summary } = scenario;
  return page(
    `# ${prose(title)}`,
    origin(`the scenario ${id} in src/core/scenarios/builtin/${family}`),
    prose(summary),
    table(
      ['id', 'family', 'who can mend it', 'severity'],
      [[code(id), families[family as Family], owners[owner], severity]],
    ),
    section('How it is recognised', ...recognition(scenario)),
    section(
      'Columns to look at',
      table(
        ['column', 'meaning'],
        scenario.evidence.map((name) => [code(name), prose(meanings.get(name) ?? '')]),
      ),
    ),
    section('Why it happens', proseList(scenario.causes)),
    section('What to check', proseList(scenario.checks.map(checkText), '1.')),
    section('What to do', proseList(scenario.remediation), ...policies(scenario)),
    section(
      'Hints for some of the rows',
      list(scenario.hints.map(({ when, text }) => `Where ${inLine(when)}: ${prose(text)}`)),
    ),
    section('What it is not', lookAlikes(scenario)),
    section('Known gaps and look-alikes', proseList(scenario.notes)),
    section('Read more', list(scenario.links.map((one) => link(one.title, one.url)))),
    section('Examples', exampleTable(scenario.examples.matches)),
    '[All scenarios](README.md)',
  );
}

function proseList(texts: readonly string[], mark: '-' | '1.' = '-'): string {
  return list(texts.map(prose), mark);
}

function recognition({ match }: Scenario): readonly string[] {
  return [recognitionWords(match), list(match.map(ruleWords), match.length === 1 ? '-' : '1.')];
}

function ruleWords(rule: Rule): string {
  return `**${evidenceWords(rule)}** (${confidenceWords(rule)}): ${asList(rule.when)}`;
}

function policies({ policies = [] }: Scenario): readonly string[] {
  return policies.flatMap(({ title, xml }) => [`${prose(title)}:`, fenced(xml, 'xml')]);
}

function lookAlikes({ examples: { doesNotMatch } }: Scenario): string {
  const rows = doesNotMatch.map(({ is, source, row }) => [
    titles.has(is) ? pageLink(is) : 'no failure',
    rowWords(row),
    prose(source),
  ]);
  return rows.length === 0 ? '' : table(['it is', 'where the row is', 'because, or seen in'], rows);
}

function exampleTable(examples: readonly Example[]): string {
  return table(
    ['row', 'seen in'],
    examples.map(({ row, source }) => [rowWords(row), prose(source)]),
  );
}

/** The columns of a row that are given. */
export function rowWords(row: Partial<ColumnValues>): string {
  return Object.entries(row)
    .map(([name, value]) => `${name} ${value === '' ? '(empty)' : code(value)}`)
    .join(', ');
}
