import { builtinCatalogue } from '../../src/core/scenarios';
import type { Files } from './index';

const INTRODUCTION = `# Observed rows

Every scenario carries examples: rows that gateways really wrote, or that follow from Microsoft’s documentation. They are
what the tests hold all three meanings of the catalogue against. The numbers are those of the collection they came from
(A: published rows and articles, B: additions of 2026); rows without a number were composed for a scenario.

This page is generated from the scenarios: \`npm run generate\`.
`;

/** The page that tells where the catalogue's knowledge comes from. */
export function sources(): Files {
  const sections = builtinCatalogue.scenarios.map(({ id, title, examples }) => {
    const rows = examples.matches.map(
      ({ ref, source, row }) => `| ${ref ?? ''} | ${cell(source)} | ${values(row)} |`,
    );
    return [
      `## ${title} (\`${id}\`)`,
      '',
      '| number | source | row |',
      '| --- | --- | --- |',
      ...rows,
      '',
    ].join('\n');
  });
  return new Map([['docs/sources.md', [INTRODUCTION, ...sections].join('\n')]]);
}

const cell = (text: string) => text.replaceAll('|', '\\|');

function values(row: object): string {
  return Object.entries(row)
    .map(([name, value]) => `${name} \`${cell(String(value))}\``)
    .join(', ');
}
