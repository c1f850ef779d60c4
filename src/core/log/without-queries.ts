/** A text with the query strings of its addresses cut, and users with passwords: they may carry keys and signatures. */
export function withoutQueries(text: string): string {
  return text
    .replace(/(https?:\/\/)[^\s"'<>/?#@]*@/gi, '$1…@')
    .replace(/(https?:\/\/[^\s"'<>?]*)\?[^\s"'<>]*/gi, '$1?…');
}
