import { spawnSync } from 'node:child_process';
import path from 'node:path';

it.each(['abc', '80000', '-1', '3.5'])('the workbench refuses PORT=%s in one sentence', (PORT) => {
  const { status, stderr } = spawnSync(
    path.resolve('node_modules/.bin/tsx'),
    ['tools/workbench/main.ts', '--built'],
    { encoding: 'utf8', env: { ...process.env, PORT } },
  );
  expect([status, stderr]).toEqual([
    1,
    `PORT=${PORT} is no port: ports are numbers up to 65535.\nStart the workbench at any free port with: PORT=0 npm start\n`,
  ]);
});
