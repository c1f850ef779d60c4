import path from 'node:path';
import { defineConfig } from '@rspack/cli';

/** The workbench's page: a stand-in for Grafana's front end, with its real libraries. */
export default defineConfig({
  context: path.resolve('tools/workbench/page'),
  mode: 'development',
  devtool: false,
  target: 'web',
  entry: { page: './page.tsx' },
  output: { path: path.resolve('.cache/workbench'), publicPath: '/workbench/', clean: true },
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
