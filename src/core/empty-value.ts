/** How an empty text is shown. */
export const EMPTY = '(empty)';
