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
      jsonData: settings.jsonData.length === 0 ? {} : json(settings.jsonData),
      secrets: settings.decryptedSecureJsonData,
    },
    headers,
  };
}

/** @returns undefined for what is no JSON */
export function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
