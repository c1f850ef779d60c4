// Stands in for @duckdb/node-bindings in the bundle: the native module lies beside it, not in node_modules.
const { createRequire } = require('node:module');

module.exports = createRequire(__filename)('./duckdb/duckdb.node');
