export function percent(share: number | null): string {
  if (share === null) {
    return '';
  }
  const value = share * 100;
  return value > 0 && value < 0.05 ? '<0.1 %' : `${value.toFixed(1)} %`;
}

export function duration(ms: number | null): string {
  if (ms === null) {
    return '';
  }
  return ms < 1000
    ? `${Math.round(ms)} ms`
    : ms < 120_000
      ? `${(ms / 1000).toFixed(1)} s`
      : `${(ms / 60_000).toFixed(1)} min`;
}

/** To the second, UTC. */
export const time = (epochMs: number | null) =>
  epochMs === null ? '' : new Date(epochMs).toISOString().slice(0, 19).replace('T', ' ');
