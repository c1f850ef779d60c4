import type { RequestContext } from '../messages';
import type { PluginContext } from './gen/backend';

export function requestContext(
  context: PluginContext | undefined,
  headers: Readonly<Record<string, string>>,
): RequestContext {
  const settings = context?.dataSourceInstanceSettings;
  const user = context?.user;
  return {
    orgId: context?.orgId ?? 0,
    user: user && { login: user.login, role: user.role },
    dataSource: settings && {
      uid: settings.uid,
      name: settings.name,
      updated: settings.lastUpdatedMS,
      // What cannot be read is not the same as nothing: the defaults are demo data.
      jsonData: settings.jsonData.length === 0 ? {} : shallow(json(settings.jsonData)),
      secrets: settings.decryptedSecureJsonData,
    },
    headers,
  };
}

/** Conditions of scenarios nest; nobody writes so many, and they are walked through by functions that call themselves. */
const MOST_LEVELS = 100;

/** @returns undefined for what is nested deeper than that */
function shallow(value: unknown): unknown {
  let level: readonly unknown[] = [value];
  for (let i = 0; i < MOST_LEVELS && level.length > 0; i++) {
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return level.length > 0 ? undefined : value;
}

/** @returns undefined for what is no JSON */
export function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
