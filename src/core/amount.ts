/** How many, as people read it, the same whatever the machine’s language: “11,331 requests”, or without a noun “11,331”. */
export function amount(value: number | bigint, one?: string, more = `${one}s`): string {
  const number = value.toLocaleString('en');
  return one === undefined ? number : `${number} ${Number(value) === 1 ? one : more}`;
}
