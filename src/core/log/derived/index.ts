import { backendHost } from './backend-host';
import type { DerivedColumn } from './derived-column';
import { disconnectPhase } from './disconnect-phase';
import { firstErrorMessage, firstErrorReason } from './first-error';
import { service } from './service';
import { statusPair } from './status-pair';
import { backendPart, cachePart, clientPart, gatewayPart, isClamped } from './time-parts';
import { urlPath } from './url-path';

/** In an order in which each reads only those before it. */
export const derivedColumns = [
  service,
  backendHost,
  urlPath,
  disconnectPhase,
  firstErrorReason,
  firstErrorMessage,
  statusPair,
  backendPart,
  clientPart,
  cachePart,
  gatewayPart,
  isClamped,
] as const satisfies readonly DerivedColumn[];

type Derived = (typeof derivedColumns)[number];
export type DerivedName = Derived['name'];

interface ValueOf {
  readonly string: string;
  readonly long: number | null;
  readonly bool: boolean | null;
}
export type DerivedValues = { readonly [D in Derived as D['name']]: ValueOf[D['type']] };
export { hostOf } from './backend-host';
export type { DerivedColumn } from './derived-column';

/** The derived columns that these need, directly or through others, in order. */
export function neededDerived(needed: ReadonlySet<string>): readonly DerivedColumn[] {
  const wanted = new Set(needed);
  for (const column of [...derivedColumns].reverse()) {
    if (wanted.has(column.name)) {
      column.from.forEach((name) => wanted.add(name));
    }
  }
  return derivedColumns.filter(({ name }) => wanted.has(name));
}
