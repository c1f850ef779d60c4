import { builtinCatalogue } from '../../src/core/scenarios';
import type { Files } from './files';
import { code, page, prose, table } from './markdown';
import { rowWords } from './scenario-pages';

const INTRODUCTION = `# Observed rows

Every scenario carries examples: rows that gateways really wrote, or that follow from Microsoft’s documentation. They are
what the tests hold all three meanings of the catalogue against. Rows that were published have a number, by which the tests
name what they expect of them; rows without one were composed for a scenario.

This page is generated from the scenarios: \`npm run generate\`.`;

/** The page that tells where the catalogue's knowledge comes from. */
export function sources(): Files {
  const sections = builtinCatalogue.scenarios.flatMap(({ id, title, examples }) => [
    `## ${prose(title)} (${code(id)})`,
    table(
      ['number', 'source', 'row'],
      examples.matches.map(({ ref, source, row }) => [ref ?? '', prose(source), rowWords(row)]),
    ),
  ]);
  return new Map([['docs/sources.md', page(INTRODUCTION, ...sections)]]);
}
