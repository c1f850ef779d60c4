import { readFileSync } from 'node:fs';
import path from 'node:path';
import { defineConfig } from '@rspack/cli';
import { rspack } from '@rspack/core';

/** Folders below src, each with a manifest and a module of its own. The app's manifest is the top-level one. */
const nested = [
  'datasource',
  'panels/error-taxonomy',
  'panels/timing-attribution',
  'panels/backend-connections',
];

/** Modules that every Grafana since 10.1 shares with its plugins. */
const shared = [
  '@emotion/css',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
  'lodash',
  'moment',
  'react',
  'react-dom',
  'react-router', // version 6 everywhere
  'rxjs',
];

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as { id: string; version: string };
const { version } = read('package.json');
const { id } = read('plugin.json');
/** https://reproducible-builds.org/specs/source-date-epoch */
const epoch = process.env.SOURCE_DATE_EPOCH;
const built = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
const fillIn = (text: Buffer) =>
  text.toString().replaceAll('%VERSION%', version).replaceAll('%TODAY%', built.toISOString().slice(0, 10));

/** Grafana shows the README in a page of its own, and drops addresses of images that begin with a plain word. */
const withImages = (text: Buffer) =>
  text.toString().replaceAll('](docs/images/', `](./public/plugins/${id}/img/`);

export default defineConfig((_, { mode }) => ({
  mode: mode as 'production' | 'development',
  target: ['web', 'es2021'],
  devtool: 'source-map',
  entry: {
    module: './src/app/module.tsx',
    ...Object.fromEntries(nested.map((folder) => [`${folder}/module`, `./src/${folder}/module`])),
  },
  // 'amd-module' is the loader's own module object, which knows where this bundle came from.
  externals: [...shared, { 'amd-module': 'module' }],
  output: {
    path: path.resolve('dist'),
    filename: '[name].js',
    chunkFilename: 'chunks/[name].js?_cache=[contenthash]',
    publicPath: `public/plugins/${id}/`,
    uniqueName: id,
    library: { type: 'amd' },
    clean: { keep: /gpx_|backend|bin/ },
  },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        loader: 'builtin:swc-loader',
        options: {
          jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'classic' } } },
        },
      },
    ],
  },
  performance: { hints: false },
  plugins: [
    new rspack.CopyRspackPlugin({
      patterns: [
        { from: 'plugin.json', transform: fillIn },
        ...nested.map((folder) => ({
          from: `src/${folder}/plugin.json`,
          to: `${folder}/plugin.json`,
          transform: fillIn,
        })),
        ...['.', ...nested].map((folder) => ({ from: 'src/img', to: `${folder}/img` })),
        { from: 'src/dashboards', to: 'dashboards' },
        { from: 'docs/images', to: 'img' },
        { from: 'README.md', transform: withImages },
        { from: 'CHANGELOG.md' },
        { from: 'LICENSE', to: 'LICENSE', toType: 'file' as const },
      ],
    }),
  ],
}));
