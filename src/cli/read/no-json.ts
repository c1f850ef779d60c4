/**
 * What is said of a text that is no JSON: commas too many are what files put together by hand have. Texts that were cut
 * are long and never closed, so no step here may go back.
 */
export function noJson(text: string): string {
  const bare = text
    .replace(/\\[^]/g, '')
    .replace(/"[^"]*(?:"|$)/g, '""')
    .trimEnd();
  if (/[}\]],$/.test(bare)) {
    return 'no JSON, because of a comma after the record';
  }
  return /,\s*[}\]]/.test(bare) ? 'no JSON, because of a comma before a closing bracket' : 'no JSON';
}
