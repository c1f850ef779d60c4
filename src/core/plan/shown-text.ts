/**
 * Characters of a logged text that are shown. A log file can hold texts of any length, and a table a thousand of them.
 */
export const MOST_SHOWN = 8192;

/** An engine may leave out what is not shown, but gives one character more, so that a cut is noticed. */
export const isCut = (text: string) => text.length > MOST_SHOWN;

export function shownText(text: string): string {
  return isCut(text) ? `${text.slice(0, MOST_SHOWN).replace(HALF, '')}…` : text;
}

/** A character of two units of which the second was cut off. */
const HALF = /[\uD800-\uDBFF]$/;
