import { isObject, itemsOf, type Finding } from './finding';
import { misspeltKeys } from './known-keys';
import type { Path } from './source-text';

type Given = Readonly<Record<string, unknown>>;

/** Where alerts go, and what is removed: they are of a whole organisation, so only names are checked. */
export function checkNotifications(file: Given): readonly Finding[] {
  const each = (key: string, of: (value: unknown, path: Path) => readonly Finding[]) =>
    itemsOf(file[key], [key]).flatMap(({ value, path }) => of(value, path));
  return [
    ...each('contactPoints', checkContactPoint),
    ...each('policies', checkPolicy),
    ...each('deleteRules', (value, path) => misspeltKeys(value, 'deletedRule', path)),
  ];
}

function checkContactPoint(value: unknown, path: Path): readonly Finding[] {
  const receivers = isObject(value) ? value.receivers : [];
  return [
    ...misspeltKeys(value, 'contactPoint', path),
    ...itemsOf(receivers, [...path, 'receivers']).flatMap((one) =>
      misspeltKeys(one.value, 'receiver', one.path),
    ),
  ];
}

function checkPolicy(value: unknown, path: Path): readonly Finding[] {
  const routes = isObject(value) ? value.routes : [];
  return [
    ...misspeltKeys(value, 'policy', path),
    ...itemsOf(routes, [...path, 'routes']).flatMap((one) => checkPolicy(one.value, one.path)),
  ];
}
