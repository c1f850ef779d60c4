/** The dashboards that come along give the panel what it needs for whole totals. */
import { readdirSync, readFileSync } from 'node:fs';

interface Panel {
  readonly type: string;
  readonly targets: readonly { readonly kind: string }[];
}

const kindsOf = (file: string) =>
  (JSON.parse(readFileSync(`src/dashboards/${file}`, 'utf8')) as { panels: readonly Panel[] }).panels
    .filter(({ type }) => type === 'gatewaylens-apimerrors-panel')
    .map(({ targets }) => targets.map(({ kind }) => kind));

// A series has the largest scenarios alone: the families of the rest would count too little.
it('each of them asks for the table beside the series', () => {
  const panels = readdirSync('src/dashboards').flatMap(kindsOf);
  expect(panels.length).toBeGreaterThan(2);
  expect(panels.filter((kinds) => !kinds.includes('taxonomy'))).toEqual([]);
});
