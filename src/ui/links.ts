import { locationUtil, textUtil } from '@grafana/data';

/** An in-app address that also works when Grafana lives under a sub-path. */
export function appUrl(path: string): string {
  const clean = textUtil.sanitizeUrl(path);
  // “//host” and “/\host” lead to another site, and browsers read “/<tab>/host” as the first.
  return locationUtil.assureBaseUrl(/^\/(?![/\\\s])/.test(clean) ? clean : '/');
}

/** An https address as it is; anything else is no link. */
export function externalUrl(url: string): string | undefined {
  return url.startsWith('https://') ? textUtil.sanitizeUrl(url) : undefined;
}
