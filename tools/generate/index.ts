/** Writes what is generated and committed. With --check it only says what is stale. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { alertRules } from './alert-rules';
import { columnPage } from './column-page';
import { errorPage } from './error-page';
import { protocol } from './protocol';
import { queryPage } from './query-page';
import { scenarioPages } from './scenario-pages';
import { schemas } from './schemas';
import { sources } from './sources';

/** Folders in which everything is generated: what stays behind of a scenario that is gone is stale too. */
const GENERATED_FOLDERS = ['docs/scenarios', 'schema'];

const check = process.argv.includes('--check');
const files = new Map(
  [protocol, sources, scenarioPages, errorPage, columnPage, queryPage, schemas, alertRules].flatMap(
    (make) => [...make()],
  ),
);
const stale = [...files].filter(([file, text]) => !existsSync(file) || readFileSync(file, 'utf8') !== text);
const leftOver = GENERATED_FOLDERS.filter((folder) => existsSync(folder))
  .flatMap((folder) => readdirSync(folder).map((name) => `${folder}/${name}`))
  .filter((file) => !files.has(file));

for (const [file, text] of stale) {
  tell(file, 'written');
  if (!check) {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}
for (const file of leftOver) {
  tell(file, 'removed');
  if (!check) {
    rmSync(file);
  }
}
process.exitCode = check && stale.length + leftOver.length > 0 ? 1 : 0;

function tell(file: string, done: string): void {
  process.stdout.write(`${check ? 'stale, run npm run generate' : done}: ${file}\n`);
}
