import { lstatSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

/**
 * A folder that only this user can enter, named after this process, for its socket and other temporary files. Folders
 * that killed processes of this user left behind are removed on the way.
 */
export function privateFolder(parent: string, name: string, pid: number): string {
  for (const entry of readdirSync(parent)) {
    const owner = new RegExp(`^${name}-(\\d+)-\\w{6}$`).exec(entry)?.[1];
    if (owner !== undefined && !isAlive(Number(owner))) {
      removeOwn(path.join(parent, entry));
    }
  }
  return mkdtempSync(path.join(parent, `${name}-${pid}-`)); // created with mode 0700
}

/** What cannot be removed, or is somebody else's, stays: tidying up must not keep the plugin from starting. */
function removeOwn(folder: string): void {
  try {
    if (lstatSync(folder).uid === process.getuid?.()) {
      rmSync(folder, { recursive: true, force: true });
    }
  } catch {
    // Another process may have been faster.
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (problem) {
    return (problem as NodeJS.ErrnoException).code === 'EPERM';
  }
}
