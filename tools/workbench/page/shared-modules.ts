/** Loads plugins as Grafana does: AMD modules through SystemJS, with Grafana's libraries handed in. */
import 'systemjs/dist/system.js';
import 'systemjs/dist/extras/amd.js';
import * as emotion from '@emotion/css';
import * as data from '@grafana/data';
import * as runtime from '@grafana/runtime';
import * as ui from '@grafana/ui';
import lodash from 'lodash';
// eslint-disable-next-line no-restricted-imports -- Grafana shares it with plugins
import moment from 'moment';
import * as React from 'react';
import * as ReactDOM from 'react-dom';
import * as reactRouter from 'react-router';
import * as rxjs from 'rxjs';
import { PluginPage } from './PluginPage';

interface Loader {
  addImportMap(map: { imports: Record<string, string> }): void;
  set(id: string, module: object): void;
  import(address: string): Promise<unknown>;
}

declare const System: Loader;

const shared: Readonly<Record<string, object>> = {
  '@emotion/css': emotion,
  '@grafana/data': data,
  '@grafana/runtime': { ...runtime, PluginPage }, // Grafana puts its own page in the library's place
  '@grafana/ui': ui,
  lodash: { ...lodash, default: lodash, __useDefault: true },
  moment: { default: moment, __useDefault: true },
  react: React,
  'react-dom': ReactDOM,
  'react-router': reactRouter,
  rxjs,
};

/** SystemJS 0.20, which Grafana’s libraries bring along up to 10.1. */
interface OldLoader extends Pick<Loader, 'import'> {
  config(options: object): void;
  registerDynamic(
    id: string,
    dependencies: [],
    executing: boolean,
    execute: (require: unknown, exports: unknown, module: { exports: object }) => void,
  ): void;
}
const { SystemJS: old } = shared['@grafana/runtime'] as { SystemJS?: OldLoader };

if (old) {
  old.config({ baseURL: 'public', defaultExtension: 'js', meta: { '/*': { esModule: true } } });
  Object.entries(shared).forEach(([name, exports]) =>
    old.registerDynamic(name, [], true, (_, __, module) => (module.exports = exports)),
  );
} else {
  System.addImportMap({
    imports: Object.fromEntries(Object.keys(shared).map((name) => [name, `package:${name}`])),
  });
  Object.entries(shared).forEach(([name, module]) => System.set(`package:${name}`, module));
}

/** @param folder of the plugin below dist, "" for the app itself */
export async function loadPlugin<P>(folder: string): Promise<P> {
  const base = `/public/plugins/gatewaylens-apim-app/${folder}`;
  const manifest = (await (await fetch(`${base}plugin.json`)).json()) as object;
  const { plugin } = (await (old ?? System).import(new URL(`${base}module.js`, location.href).href)) as {
    plugin: { meta: object };
  };
  plugin.meta = manifest;
  return plugin as P;
}
