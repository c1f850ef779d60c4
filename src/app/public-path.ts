// Lazy parts load from where Grafana loaded this module, so that a sub-path or a CDN works.
import amd from 'amd-module';

declare let __webpack_public_path__: string;

if (amd?.uri) {
  __webpack_public_path__ = amd.uri.slice(0, amd.uri.lastIndexOf('/') + 1);
}
