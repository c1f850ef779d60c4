import { cutText } from '../cut-text';

/**
 * Characters of a logged text that are shown. A log file can hold texts of any length, and a table a thousand of them.
 */
export const MOST_SHOWN = 8192;

/** An engine may leave out what is not shown, but gives one character more, so that a cut is noticed. */
export const isCut = (text: string) => text.length > MOST_SHOWN;

export const shownText = (text: string) => cutText(text, MOST_SHOWN);
