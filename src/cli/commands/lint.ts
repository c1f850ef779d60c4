import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { glob } from 'tinyglobby';
import { scenariosIn } from '../../backend/settings/scenarios-file';
import { amount } from '../../core/amount';
import { GatewaylensError } from '../../core/errors';
import type { ExitStatus } from '../exit-status';
import { lintFiles, type Issue, type LintFile } from '../lint/lint-files';
import { jsonText, printable } from '../print/printable';
import { unreadableFile } from '../read/unreadable-file';
import type { Terminal } from '../terminal';

interface Options {
  readonly filesFolder?: string;
  readonly output: 'text' | 'json' | 'github';
}

export function addLint(program: Command, { output, errors }: Terminal, exit: (status: ExitStatus) => void): void {
  program
    .command('lint')
    .description('say what is wrong in scenarios of your own, provisioned files and dashboards')
    .argument('<files...>', 'YAML and JSON files, folders of them, or - for standard input')
    .option('--files-folder <folder>', 'the folder that Grafana’s administrator allows: customScenariosFile is below it')
    .addOption(
      new Option('--output <format>', 'how to print').choices(['text', 'json', 'github']).default('text'),
    )
    .addHelpText('after', HELP)
    .action(async (names: readonly string[], { filesFolder, output: format }: Options) => {
      const files = eachOnce((await Promise.all(names.map(filesAt))).flat());
      const issues = await lintFiles(files, {
        scenariosFile: (name) => scenariosAt(filesFolder, name),
      });
      output.write(printed(issues, format));
      errors.write(`${amount(files.length, 'file')} checked, ${amount(issues.length, 'issue')}.\n`);
      exit(issues.some(({ severity }) => severity === 'error') ? 2 : 0);
    });
} // prettier-ignore

const HELP = `
One line for each issue: file:line:column: error or warning: what, and what to do [code].
Exit status: 0 without errors (warnings may be there), 2 with some. “github” annotates a pull request.
What Grafana would fill in from its environment ($NAME) is not checked. The file that customScenariosFile names is
found among those that are given, too.

Examples:
  gatewaylens lint scenarios.yaml
  gatewaylens lint --output github provisioning/`;

/** A file, standard input, or all that a folder has. */
async function filesAt(name: string): Promise<readonly LintFile[]> {
  const unreadable = (problem: unknown): never => {
    throw unreadableFile(name, problem, 'lint-file-unreadable');
  };
  if (name === '-') {
    return [{ name: 'standard input', text: await text(process.stdin), isNamed: true }];
  }
  const found = await stat(name).catch(unreadable);
  if (!found.isDirectory()) {
    return [{ name, text: await readFile(name, 'utf8').catch(unreadable), isNamed: true }];
  }
  const inside = await glob(['**/*.{yaml,yml,json}'], {
    cwd: name,
    dot: false,
    ignore: ['**/node_modules/**'],
  });
  if (inside.length === 0) {
    throw new GatewaylensError('lint-folder-empty', { path: name });
  }
  const read = inside.sort().map(async (one) => {
    const full = path.join(name, one);
    return { name: full, text: await readFile(full, 'utf8').catch(unreadable), isNamed: false };
  });
  return Promise.all(read);
}

/** A folder and a file in it may both be given: what was named is to be checked as such. */
function eachOnce(files: readonly LintFile[]): readonly LintFile[] {
  const once = new Map<string, LintFile>();
  for (const file of files) {
    const full = path.resolve(file.name);
    const before = once.get(full);
    once.set(full, before?.isNamed ? before : file);
  }
  return [...once.values()];
}

/** @param name of the file in the settings of a data source */
async function scenariosAt(folder: string | undefined, name: string): Promise<readonly unknown[]> {
  if (folder === undefined || name.includes('$')) {
    throw new GatewaylensError('scenarios-file-unchecked', { path: name });
  }
  return scenariosIn(folder, name);
}

function printed(issues: readonly Issue[], format: Options['output']): string {
  switch (format) {
    case 'json':
      return `${jsonText(issues, 2)}\n`;
    case 'text':
      return issues.map((issue) => `${lineOf(issue)}\n`).join('');
    case 'github':
      return issues.map((issue) => `${annotationOf(issue)}\n`).join('');
  }
}

const lineOf = ({ file, line, column, severity, message, hint, code }: Issue) =>
  printable(`${file}:${line}:${column}: ${severity}: ${message} ${hint} [${code}]`);

/** https://docs.github.com/actions/reference/workflow-commands-for-github-actions */
function annotationOf({ file, line, column, severity, message, hint, code }: Issue): string {
  const data = (value: string) => value.replace(/%/g, '%25').replace(/\r/g, '%0D').replace(/\n/g, '%0A');
  const property = (value: string) => data(value).replace(/:/g, '%3A').replace(/,/g, '%2C');
  const place = `file=${property(file)},line=${line},col=${column},title=${property(code)}`;
  return printable(`::${severity} ${place}::${data(`${message} ${hint}`)}`);
}
