// Lazy parts load from where Grafana loaded this module, so that a sub-path or a CDN works. All of them are in the app’s
// folder, also those of a nested plugin, which some versions of Grafana serve under its own id.
import amd from 'amd-module';

/** At first as it was built: relative, the app’s folder below Grafana’s root. */
declare let __webpack_public_path__: string;

const root = amd?.uri.lastIndexOf('/public/plugins/') ?? -1;
if (amd && root >= 0) {
  __webpack_public_path__ = `${amd.uri.slice(0, root + 1)}${__webpack_public_path__}`;
}
