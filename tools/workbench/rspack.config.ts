import path from 'node:path';
import { defineConfig } from '@rspack/cli';
import { isGrafanaChoice, libraries } from './libraries';

const { GRAFANA = 'newest', NODE_ENV } = process.env;
const { modules, page } = libraries[isGrafanaChoice(GRAFANA) ? GRAFANA : 'newest'];

/** What the page and the plugin share with Grafana: all of it from one Grafana. */
const shared = [
  '@emotion/css',
  '@grafana/data',
  '@grafana/runtime',
  '@grafana/ui',
  'lodash',
  'moment',
  'react',
  'react-dom',
  'react-dom/client',
  'react-router',
  'rxjs',
  'uplot/dist/uPlot.min.css',
];

const alias =
  modules === 'node_modules'
    ? {}
    : Object.fromEntries(shared.map((name) => [`${name}$`, path.resolve(modules, name)]));

/** The workbench's page: a stand-in for Grafana's front end, with its real libraries. */
export default defineConfig({
  context: path.resolve('tools/workbench/page'),
  // Libraries for development report more, and take several times as long: benchmarks ask for the others.
  mode: NODE_ENV === 'production' ? NODE_ENV : 'development',
  optimization: { minimize: false },
  devtool: false,
  target: 'web',
  entry: { page: './page.tsx' },
  output: { path: path.resolve(page), publicPath: '/workbench/', clean: true },
  resolve: {
    extensions: ['.tsx', '.ts', '.mjs', '.js'],
    fallback: { stream: false, path: false, fs: false, crypto: false },
  },
  amd: {}, // else UMD libraries see the define() of SystemJS at run time
  ignoreWarnings: [/.*/],
  module: {
    rules: [
      { test: /\.m?js$/, resolve: { fullySpecified: false } },
      {
        test: /\.tsx?$/,
        resolve: { alias }, // what the libraries themselves import is theirs
        loader: 'builtin:swc-loader',
        options: {
          jsc: { parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'classic' } } },
        },
      },
      { test: /\.css$/, type: 'css' },
      { test: /\.(svg|png|ttf|woff2?)$/, type: 'asset/resource' },
    ],
  },
});
