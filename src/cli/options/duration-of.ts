import { GatewaylensError } from '../../core/errors';

const DURATION = /^(\d{1,6})([smhd])$/;
const SECONDS = { s: 1, m: 60, h: 3600, d: 86_400 } as const;

/**
 * `90s`, `5m`, `1h`, `1d` in seconds.
 * @throws GatewaylensError for what is no duration, or is none of at least one second
 */
export function durationOf(text: string): number {
  const [, number = '0', unit = 's'] = DURATION.exec(text.trim()) ?? [];
  const seconds = Number(number) * SECONDS[unit as keyof typeof SECONDS];
  if (seconds === 0) {
    throw new GatewaylensError('duration-invalid', { text });
  }
  return seconds;
}

/** The other way round, in the largest unit that leaves nothing over. */
export function durationText(seconds: number): string {
  const unit = (['d', 'h', 'm', 's'] as const).find((one) => seconds % SECONDS[one] === 0) ?? 's';
  return `${seconds / SECONDS[unit]}${unit}`;
}
