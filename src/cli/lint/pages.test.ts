/** The examples of the pages are what Grafana and the plugin take: who copies one has something that works. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { readSettings } from '../../backend/settings/schema';
import { mergedCatalogue } from '../../core/custom-scenarios';
import { explain } from '../../core/explain';
import { rowWith } from '../../core/log';
import { defaultSettings } from '../../core/settings';
import { yamlBlocks, type YamlBlock } from '../../../tests/support/yaml-blocks';
import { OUR_TYPE } from '../../core/our-type';
import { lintFiles } from './lint-files';

const pages = ['docs/provisioning.md', 'docs/own-scenarios.md', 'docs/backend.md', 'docs/log-analytics.md'];
const blocks = pages.flatMap((page) => yamlBlocks(page).map((block) => ({ ...block, page })));
const isDataSource = ({ text }: YamlBlock) => text.includes('\ndatasources:');
interface Provisioned {
  readonly datasources: readonly {
    readonly type: string;
    readonly jsonData: Readonly<Record<string, unknown>>;
  }[];
}

const lists = blocks.filter(({ file }) => file === 'scenarios.yaml');
const list = lists.flatMap(({ text }) => parse(text) as readonly unknown[]);

it('has something to check', () => {
  expect([blocks.length > 12, lists.length]).toEqual([true, 3]);
});

it.each(blocks)('$page: $file is nothing that lint minds', async ({ page, file, text }) => {
  if (file === '' && !isDataSource({ file, text })) {
    return; // a step of a workflow
  }
  const named = [{ name: path.basename(page), text, isNamed: true }];
  expect(await lintFiles(named, { scenariosFile: async () => list })).toEqual([]);
});

const examples = blocks.filter(isDataSource).flatMap(({ text }) =>
  (parse(text) as Provisioned).datasources.map(({ type, jsonData }) => ({ type, jsonData })),
); // prettier-ignore

it('shows every setting in an example that the parser takes as it is', () => {
  const shown = new Set(examples.flatMap(({ jsonData }) => Object.keys(jsonData)));
  expect(Object.keys(defaultSettings).filter((key) => !shown.has(key))).toEqual([]);
  for (const { type, jsonData } of examples) {
    const known = JSON.parse(JSON.stringify(jsonData).replaceAll('$GATEWAYLENS_WORKSPACE', '0b1c2d3e-1111-4222-8333-444455556666')) as unknown;
    expect([type, readSettings(known)]).toEqual([OUR_TYPE, { settings: expect.objectContaining(known as object) as unknown }]);
  }
}); // prettier-ignore

it('lists every setting in a table of its page', () => {
  const tables = ['docs/backend.md', 'docs/log-analytics.md']
    .map((page) => readFileSync(page, 'utf8'))
    .join('\n');
  const rows = tables.split('\n').filter((line) => line.startsWith('| `'));
  const listed = rows.flatMap((row) =>
    [...(row.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, key]) => key),
  );
  expect(Object.keys(defaultSettings).filter((key) => !listed.includes(key))).toEqual([]);
});

describe('the three worked examples', () => {
  const settings = { customScenarios: [], disabledScenarios: [], overrides: {} };
  it.each(lists.map(({ text }, i) => [i + 1, parse(text) as readonly { readonly id: string; readonly examples: Examples }[]] as const))(
    '%s is found in its rows, in none of the look-alikes, and says why',
    (_, own) => {
      const catalogue = mergedCatalogue({ ...settings, fileScenarios: own });
      expect(catalogue.issues).toEqual([]);
      for (const { id, examples: { matches = [], doesNotMatch = [] } } of own) {
        expect(matches.length).toBeGreaterThan(0);
        const found = [...matches, ...doesNotMatch].map(({ row }) => explain(rowWith(row), catalogue).classification.scenario);
        expect(found).toEqual([...matches.map(() => id), ...doesNotMatch.map(({ is }) => is)]);
      }
    },
  );

  interface Examples {
    readonly matches?: readonly { readonly row: object }[];
    readonly doesNotMatch?: readonly { readonly row: object; readonly is: string }[];
  }
}); // prettier-ignore
