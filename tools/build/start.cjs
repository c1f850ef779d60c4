/**
 * Starts backend.cjs with the code that V8 compiled when the plugin was built, which halves the time to start. Another
 * version of Node than the one that built it refuses that code and compiles anew.
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { Script, constants } = require('node:vm');

const filename = path.join(__dirname, 'backend.cjs');
const compiled = `${filename}.v8`;
// The bundle is plain ASCII, as esbuild writes it, and latin1 is the fastest way to read that.
const script = new Script(Module.wrap(readFileSync(filename, 'latin1')), {
  filename,
  cachedData: existsSync(compiled) ? readFileSync(compiled) : undefined,
  importModuleDynamically: constants?.USE_MAIN_CONTEXT_DEFAULT_LOADER,
});
script.runInThisContext()(exports, Module.createRequire(filename), module, filename, __dirname);
module.exports = script;
