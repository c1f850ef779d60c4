import { defaultSettings, type DataSourceSettings } from '../../core/settings';

export type EditedSettings = DataSourceSettings;

/**
 * The settings as far as they can be shown. Provisioned ones may be of any shape: what is no list where a list belongs is
 * shown as left out, and “Save & test” says what is wrong with it.
 */
export function editedSettings(jsonData: object): EditedSettings {
  const usable = Object.entries(jsonData).filter(
    ([name, value]) =>
      isSetting(name) &&
      value !== null &&
      kindOf(value) === kindOf(defaultSettings[name]) &&
      hasObjects(name, value),
  );
  return { ...defaultSettings, ...Object.fromEntries(usable) };
}

const isSetting = (name: string): name is keyof DataSourceSettings => Object.hasOwn(defaultSettings, name);
const kindOf = (value: unknown) => (Array.isArray(value) ? 'list' : typeof value);

/** Rows of sizes and of sampling are edited field by field. */
function hasObjects(name: string, value: unknown): boolean {
  return !['services', 'sampling'].includes(name) || (value as unknown[]).every((row) => isObject(row));
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return kindOf(value) === 'object' && value !== null;
}
