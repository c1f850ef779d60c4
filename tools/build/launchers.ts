import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Two scripts of /bin/sh that start the same program: as the backend, by the name that Grafana looks for, and as the
 * command line. They may be linked to from elsewhere, and `exec` makes the process that Grafana ends the program itself.
 * @param platform as Go names it
 * @param start starts the program; `$backend` is its folder
 */
export function writeLaunchers(plugin: string, platform: string, start: string): void {
  const write = (file: string, backend: string, about: string, args: string) => {
    mkdirSync(path.join(plugin, path.dirname(file)), { recursive: true });
    const text = `#!/bin/sh\n# ${about}\nbackend=$(dirname "$(readlink -f "$0")")/${backend}\n${start} ${args}\n`;
    writeFileSync(path.join(plugin, file), text, { mode: 0o755 });
  };
  write(`datasource/gpx_gatewaylens_${platform}`, 'backend', 'Grafana starts this.', 'backend');
  write('bin/gatewaylens', '../datasource/backend', 'The command line: gatewaylens --help', 'cli "$@"');
}
