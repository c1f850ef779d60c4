/** The container files, as far as they can be held without a container engine. */
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { pins } from '../../tools/package/pins';

const read = (file: string) => readFileSync(file, 'utf8');
const dockerfile = read('Dockerfile');

interface Service {
  readonly build: { readonly target: string };
  readonly user?: string;
  readonly cap_drop: readonly string[];
  readonly security_opt: readonly string[];
  readonly ports?: readonly string[];
  readonly profiles?: readonly string[];
  readonly healthcheck?: object;
}
const { services } = parse(read('docker-compose.yaml'), { merge: true }) as {
  services: Readonly<Record<string, Service>>;
};
/** The lines of a stage. */
const stage = (name: string) =>
  new RegExp(`^FROM .* AS ${name}$\n((?:(?!FROM ).*\n)*)`, 'm').exec(dockerfile)?.[1] ?? '';

it('starts from images of exact versions, and from the Node that is packaged', () => {
  const images = [...dockerfile.matchAll(/^FROM (\S+)/gm)].map(([, image]) => image!);
  const stages = [...dockerfile.matchAll(/^FROM \S+ AS (\S+)/gm)].map(([, name]) => name!);
  const foreign = images.filter((image) => image !== 'scratch' && !stages.includes(image));
  expect(foreign).toEqual([`node:${pins.node.version}-bookworm-slim`, 'grafana/grafana:10.1.9']);
});

it.each(['Dockerfile', 'README.md', 'docs/install.md'])('%s allows every plugin by its id', (file) => {
  const idOf = (manifest: string) => (JSON.parse(read(manifest)) as { id: string }).id;
  const { includes } = JSON.parse(read('plugin.json')) as {
    includes: readonly { readonly type: string; readonly path: string }[];
  };
  const nested = includes.filter(({ type }) => type === 'datasource' || type === 'panel');
  const ids = [idOf('plugin.json'), ...nested.map(({ path }) => idOf(`src/${path}`))];
  const allowed = [...read(file).matchAll(/allow_loading_unsigned_plugins ?= ?(\S+)/gi)].map(
    ([, list]) => list,
  );
  expect([...new Set(allowed)]).toEqual([ids.join()]);
});

it.each(Object.entries(services))('%s runs without privileges, is checked, and reached from this machine alone', (_, service) => {
  const { build, user, cap_drop, security_opt, ports = [], healthcheck } = service;
  const lines = stage(build.target);
  expect([cap_drop, security_opt]).toEqual([['ALL'], ['no-new-privileges:true']]);
  expect(user ?? /^USER (\S+)$/m.exec(lines)?.[1]).toMatch(/^(472|node)$/);
  expect(healthcheck !== undefined || /^HEALTHCHECK /m.test(lines)).toBe(true);
  expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
}); // prettier-ignore

it('starts the demo alone, and the stand-in for Log Analytics with its profile', () => {
  const without = Object.entries(services).filter(([, { profiles = [] }]) => profiles.length === 0);
  expect(without.map(([name]) => name)).toEqual(['grafana']);
  expect(services['grafana-log-analytics']).toMatchObject({
    profiles: ['log-analytics'],
    depends_on: { workspace: { condition: 'service_healthy' } },
    network_mode: 'service:workspace',
  });
});
