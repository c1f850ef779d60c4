import { GatewaylensError } from '../../core/errors';
import { versionOf } from './check-data-sources';
import { found, hasValueLike, itemsOf, type Finding } from './finding';
import { unknownKeys } from './known-keys';

const APP = 'gatewaylens-apim-app';

/** A file below `provisioning/plugins`. */
export function checkApps(file: Readonly<Record<string, unknown>>): readonly Finding[] {
  const apps = itemsOf(file.apps, ['apps']).flatMap(({ value, path }) => {
    if (!hasValueLike(value, APP)) {
      return [];
    }
    const { type } = value;
    const misspelt = { key: String(type).slice(0, 100), meant: `“${APP}” is probably meant` };
    return [
      ...(type === APP || type === undefined ? [] : [found([...path, 'type'], new GatewaylensError('provisioned-key-unknown', misspelt))]),
      ...unknownKeys(value, 'app', path),
    ];
  });
  return [...unknownKeys(file, 'appFile', []), ...versionOf(file), ...apps];
} // prettier-ignore
