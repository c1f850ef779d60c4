/**
 * main.cjs backend | cli …: starts a bundle, which lies beside this file, or inside the executable that this is part of.
 * With the code that V8 compiled when the plugin was built it takes half the time to start; another version of Node than
 * the one that compiled it refuses that code and compiles anew.
 */
const { readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { getRawAsset, isSea } = require('node:sea');
const { Script, constants } = require('node:vm');

// An executable that is started by a loader of its own knows its place from the name that the launcher gave it.
const folder = isSea() ? path.dirname(process.argv0) : __dirname;

/** @returns undefined if there is none */
function contents(name) {
  try {
    return isSea() ? Buffer.from(getRawAsset(name)) : readFileSync(path.join(folder, name));
  } catch {
    return undefined;
  }
}

const loaded = new Map();

function load(name) {
  const known = loaded.get(name);
  if (known) {
    return known.exports;
  }
  const filename = path.join(folder, name);
  // The bundles are plain ASCII, as esbuild writes them, and latin1 is the fastest way to read that.
  const script = new Script(Module.wrap(contents(name).latin1Slice()), {
    filename,
    cachedData: contents(`${name}.v8`),
    importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {}, script };
  loaded.set(name, module);
  const requireFile = Module.createRequire(filename);
  const require = (id) =>
    id.startsWith('./') && id.endsWith('.cjs') ? load(path.basename(id)) : requireFile(id);
  script.runInThisContext()(module.exports, Object.assign(require, requireFile), module, filename, folder);
  return module.exports;
}

// What follows is for the program, as if it had been started by its own name.
const [program] = process.argv.splice(2, 1);
if (program !== 'backend' && program !== 'cli') {
  process.stderr.write('Start it by its launcher.\n');
  process.exit(2);
}
load(`${program}.cjs`);
module.exports = loaded.get(`${program}.cjs`).script;
