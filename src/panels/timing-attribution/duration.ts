/** In seconds from one second on, as time limits in policies are. */
export function duration(ms: number): string {
  const seconds = ms / 1000;
  return ms < 1000
    ? `${ms < 10 ? Number(ms.toFixed(1)) : Math.round(ms)} ms`
    : `${seconds < 100 ? Number(seconds.toPrecision(3)) : Math.round(seconds)} s`;
}
