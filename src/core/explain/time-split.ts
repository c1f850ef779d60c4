import type { CanonicalRow } from '../log';

/** Where the time of one request went; the parts add up to the total. */
export interface TimeSplit {
  /** Milliseconds from the first byte received to the last byte sent. */
  readonly total: number;
  readonly parts: readonly TimePart[];
  /** A logged time was longer than what the total left for it, and was cut to that. */
  readonly clamped: boolean;
}

export interface TimePart {
  readonly part: 'backend' | 'client' | 'cache' | 'gateway';
  readonly ms: number;
  /** As logged, before it was cut to fit; null when it was not logged, as the gateway’s part never is. */
  readonly logged: number | null;
}

/** @returns undefined when the row does not tell where its time went */
export function timeSplit(row: CanonicalRow): TimeSplit | undefined {
  const { TotalTime, BackendPart, ClientPart, CachePart, GatewayPart, IsClamped } = row;
  if (BackendPart === null || ClientPart === null || CachePart === null || GatewayPart === null) {
    return undefined;
  }
  return {
    total: TotalTime ?? 0,
    parts: [
      { part: 'backend', ms: BackendPart, logged: row.BackendTime },
      { part: 'client', ms: ClientPart, logged: row.ClientTime },
      { part: 'cache', ms: CachePart, logged: row.CacheTime },
      { part: 'gateway', ms: GatewayPart, logged: null },
    ],
    clamped: IsClamped === true,
  };
}
