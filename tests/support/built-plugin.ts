import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** The launcher that Grafana would start, of the plugin built by `npm run build`. */
export function builtExecutable(): string {
  const folder = path.resolve('dist/datasource');
  const launcher = existsSync(folder)
    ? readdirSync(folder).find((file) => file.startsWith('gpx_'))
    : undefined;
  if (!launcher) {
    throw new Error('the plugin is not built: npm run build');
  }
  return path.join(folder, launcher);
}
