/** Who may import whom. Each rule says what to do instead. */
const rule = (name, comment, from, to) => ({ name, severity: 'error', comment, from, to });
const tests = '\\.test\\.tsx?$';

module.exports = {
  forbidden: [
    rule('no-cycles', 'Move what both need into a file of its own.', {}, { circular: true }),
    rule(
      'core-is-pure',
      'The core runs in the browser and in Node: pass in what it needs from outside.',
      { path: '^src/core', pathNot: tests },
      { pathNot: '^src/core|^node_modules/(zod|yaml)' },
    ),
    rule(
      'zod-in-schemas-only',
      'Check at the edge, in a schema.ts or the fields.ts of a kind of query; everything inside trusts its types.',
      { path: '^src/core', pathNot: '(schema|fields)\\.ts$|/kinds/kind\\.ts$' },
      { path: '^node_modules/zod' },
    ),
    rule(
      'yaml-in-one-file',
      'Scenarios that people write come as YAML; everything else takes plain data.',
      { path: '^src/core', pathNot: 'custom-scenarios/yaml-list\\.ts$' },
      { path: '^node_modules/yaml' },
    ),
    rule(
      'core-bottom',
      'Errors, dialects, frames and log are the ground floor: they know nothing of what stands on them.',
      { path: '^src/core/(errors|dialects|frames|log|settings)' },
      { path: '^src/core/(predicate|scenarios|plan|query)' },
    ),
    rule(
      'core-predicate',
      'Predicates know columns, not scenarios.',
      { path: '^src/core/predicate' },
      { path: '^src/core/(scenarios|plan|query|frames)' },
    ),
    rule(
      'core-scenarios',
      'Scenarios know nothing of plans and queries.',
      { path: '^src/core/scenarios' },
      { path: '^src/core/(plan|query|frames)' },
    ),
    rule(
      'core-plan',
      'Plans know nothing of queries and frames.',
      { path: '^src/core/plan' },
      { path: '^src/core/(query|frames)' },
    ),
    rule(
      'core-explain',
      'An explanation is of one row: it needs no plans, queries or frames.',
      { path: '^src/core/explain' },
      { path: '^src/core/(plan|query|frames)' },
    ),
    rule(
      'core-tops',
      'Nothing in the core needs explanations, which are for people, or alert rules, which are made of it.',
      { path: '^src/core/(errors|dialects|frames|log|settings|predicate|scenarios|plan|query)' },
      { path: '^src/core/(explain|alert-rules)' },
    ),
    rule(
      'cli',
      'The command line asks the core, the embedded engine, and what checks settings; it knows no Grafana.',
      { path: '^src/cli' },
      {
        path: '^src',
        pathNot: '^src/(core|cli|backend/(concurrency|settings|sources/(duckdb|log-analytics/access)))',
      },
    ),
    rule(
      'goplugin-alone',
      'This folder speaks go-plugin and knows no Grafana: pass services in.',
      { path: '^src/backend/goplugin' },
      { path: '^src', pathNot: '^src/backend/goplugin' },
    ),
    rule(
      'grafana-protocol',
      'This folder speaks Grafana’s protocol and knows no API Management: use messages.ts.',
      { path: '^src/backend/grafana' },
      { path: '^src', pathNot: '^src/backend/(grafana|goplugin|messages)|^src/core/(errors|frames)' },
    ),
    rule(
      'grpc-at-the-edge',
      'Only goplugin and grafana know gRPC and Arrow.',
      { path: '^src', pathNot: '^src/backend/(grafana|goplugin)' },
      { path: '^node_modules/(@grpc|apache-arrow|@bufbuild)' },
    ),
    rule(
      'handlers',
      'A handler answers a message with core and the source’s port: no protocol, no source of its own.',
      { path: '^src/backend/handlers' },
      { path: '^src', pathNot: '^src/core|^src/backend/(handlers|settings|messages|sources/log-source)' },
    ),
    rule(
      'sources',
      'A source knows core, the port, ways to share work, and its own library.',
      { path: '^src/backend/sources/([^/]+)/' },
      { path: '^src', pathNot: '^src/core|^src/backend/(concurrency|sources/($1/|log-source))' },
    ),
    rule(
      'concurrency-alone',
      'Ways to share work know nothing of what the work is.',
      { path: '^src/backend/concurrency' },
      { path: '^src', pathNot: '^src/backend/concurrency' },
    ),
    rule(
      'duckdb-in-its-source',
      'DuckDB stays in sources/duckdb.',
      { path: '^src', pathNot: '^src/backend/sources/duckdb' },
      { path: '^node_modules/@duckdb' },
    ),
    rule(
      'azure-in-its-source',
      'Azure’s libraries stay in sources/log-analytics.',
      { path: '^src', pathNot: '^src/backend/sources/log-analytics' },
      { path: '^node_modules/@azure' },
    ),
    rule(
      'azure-is-lazy',
      'Azure’s libraries are loaded with the first request: use import() of azure.ts, or types only.',
      { path: '^src/backend/sources/log-analytics', pathNot: 'azure\\.ts$' },
      { path: '^node_modules/@azure', dependencyTypesNot: ['type-only'] },
    ),
    rule(
      'nobody-imports-main',
      'main.ts composes the backend; nothing may need it.',
      { path: '^src' },
      { path: '^src/backend/main' },
    ),
    rule(
      'front-end-without-backend',
      'The browser asks the backend over Grafana, it does not contain it.',
      { path: '^src/(datasource|panels|app|ui)', pathNot: tests },
      { path: '^src/(backend|cli)' },
    ),
    rule(
      'front-end-parts-apart',
      'Data source, panels and app are modules of their own: share through core or ui.',
      { path: '^src/(datasource|app|panels/[^/]+)/' },
      { path: '^src/(datasource|app|panels)', pathNot: '^src/$1/' },
    ),
    rule(
      'panels-rely-on-the-contract',
      'A panel draws frames from any data source: of core it may use the frames’ contract only.',
      { path: '^src/panels', pathNot: tests },
      { path: '^src/core', pathNot: '^src/core/frames' },
    ),
    rule(
      'ui-below',
      'Shared pieces do not know who uses them.',
      { path: '^src/ui' },
      { path: '^src/(datasource|app|panels)' },
    ),
    rule(
      'outsiders-use-the-index',
      'A folder of core offers what its index.ts lists (and its schema.ts, which brings zod along).',
      { path: '^src/(backend|datasource|panels|app|ui|cli)' },
      {
        path: '^src/core/[^/]+/.+',
        pathNot: '^src/core/[^/]+/(index|schema)\\.ts$|^src/core/query/kinds/index\\.ts$|^src/core/dialects/',
      },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
