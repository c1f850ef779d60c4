/** A character of two units of which the second was cut off. */
const HALF = /[\uD800-\uDBFF]$/;

/** The first characters of a text, with “…” for the rest. */
export const cutText = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most).replace(HALF, '')}…` : text;
