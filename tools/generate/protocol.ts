import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Files } from './files';

const OPTIONS = [
  'env=node',
  'outputServices=grpc-js',
  'outputJsonMethods=false',
  'outputPartialMethods=false',
  'esModuleInterop=true',
];

/** Typed services and messages of the plugin protocol, from our own small .proto files. */
export function protocol(): Files {
  return new Map(['goplugin', 'grafana'].flatMap(generated));
}

function generated(part: string): [string, string][] {
  const out = mkdtempSync(path.join(tmpdir(), 'gatewaylens-generate-'));
  const plugin = { local: path.resolve('node_modules/.bin/protoc-gen-ts_proto'), out, opt: OPTIONS };
  const args = [
    'generate',
    `proto/${part}`,
    '--template',
    JSON.stringify({ version: 'v2', plugins: [plugin] }),
  ];
  const { status, stderr } = spawnSync(path.resolve('node_modules/.bin/buf'), args, { encoding: 'utf8' });
  if (status !== 0) {
    throw new Error(stderr);
  }
  const files = readdirSync(out).map((file): [string, string] => [
    `src/backend/${part}/gen/${file}`,
    readFileSync(path.join(out, file), 'utf8'),
  ]);
  rmSync(out, { recursive: true });
  return files;
}
