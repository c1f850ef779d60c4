import { cutText } from '../cut-text';
import { withoutQueries } from '../log';

/**
 * Characters of a logged text that are shown. A log file can hold texts of any length, and a table a thousand of them.
 */
export const MOST_SHOWN = 8192;

/** An engine may leave out what is not shown, but gives one character more, so that a cut is noticed. */
export const isCut = (text: string) => text.length > MOST_SHOWN;

/** The name of a host, or a user and a password: what would tell is cut off. */
const HALF_ADDRESS = /(https?:\/\/)[^\s"'<>/?#@]*…$/i;

/** As much of a logged text as is shown. It is cut first, as an engine does: what is shorter then still ends with “…”. */
export function shownText(text: string, queryStrings = false): string {
  const shown = cutText(text, MOST_SHOWN);
  if (queryStrings) {
    return shown;
  }
  return withoutQueries(isCut(text) ? shown.replace(HALF_ADDRESS, '$1…') : shown);
}
