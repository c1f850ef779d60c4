import { existsSync, readFileSync } from 'node:fs';

const { id } = JSON.parse(readFileSync('dist/plugin.json', 'utf8')) as { id: string };

it('has every image of the built README where Grafana’s plugin page finds it', () => {
  const images = [...readFileSync('dist/README.md', 'utf8').matchAll(/!\[[^\]]*\]\(([^)]*)\)/g)];
  const prefix = `./public/plugins/${id}/`;
  const missing = images.filter(
    ([, address = '']) => !address.startsWith(prefix) || !existsSync(`dist/${address.slice(prefix.length)}`),
  );
  expect([images.length, missing]).toEqual([1, []]);
});
