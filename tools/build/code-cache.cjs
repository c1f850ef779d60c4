/** code-cache.cjs FOLDER: runs the built backend until all of it is loaded, and writes what V8 compiled by then beside it. */
const { writeFileSync } = require('node:fs');
const path = require('node:path');

process.env.grafana_plugin_type = 'datasource';
const folder = path.resolve(process.argv[2]);
process.argv.splice(2, 1, 'backend');
const script = require(path.join(folder, 'main.cjs'));
const write = process.stdout.write.bind(process.stdout);
// The handshake is the one line that the backend prints; it loads the rest right after that.
process.stdout.write = (...line) => {
  setImmediate(() => {
    writeFileSync(path.join(folder, 'backend.cjs.v8'), script.createCachedData());
    process.exit(0);
  });
  return write('', ...line.slice(1));
};
