const SLASHED = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d):(\d\d)(\.\d+)?(?: ([AP])M)?$/i;

/**
 * A time as US English writes it, month first, as ISO 8601 in UTC: older self-hosted gateways (`09/14/2021 14:58:55`) and
 * the portal's CSV (`9/14/2021, 2:58:55.120 PM`) do. Any other text is returned as it is.
 */
export function asUtc(text: string): string {
  const parts = SLASHED.exec(text);
  if (!parts) {
    return text;
  }
  const [, month = '', day = '', year = '', hours = '', minutes = '', seconds = '', fraction = '', half] =
    parts;
  const hour = half ? (Number(hours) % 12) + (half.toUpperCase() === 'P' ? 12 : 0) : Number(hours);
  const two = (part: string | number) => String(part).padStart(2, '0');
  return `${year}-${two(month)}-${two(day)}T${two(hour)}:${minutes}:${seconds}${fraction}Z`;
}
