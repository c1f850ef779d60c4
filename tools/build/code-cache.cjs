/** code-cache.cjs FILE: runs the built backend until it serves, and writes what V8 compiled of it by then beside it. */
const { writeFileSync } = require('node:fs');
const path = require('node:path');

process.env.grafana_plugin_type = 'datasource';
const file = path.resolve(process.argv[2]);
const script = require(path.join(path.dirname(file), 'main.cjs'));
const write = process.stdout.write.bind(process.stdout);
// The handshake is the one line that the backend prints.
process.stdout.write = (...line) => {
  writeFileSync(`${file}.v8`, script.createCachedData());
  setImmediate(() => process.exit(0));
  return write('', ...line.slice(1));
};
