const TEXTS = /"(?:[^"\\]|\\.)*"/g;

/** What is said of a text that is no JSON: commas too many are what files put together by hand have. */
export function noJson(text: string): string {
  const bare = text.replace(TEXTS, '""').trimEnd();
  if (bare.endsWith(',')) {
    return 'no JSON, because of a comma after the record';
  }
  return /,\s*[}\]]/.test(bare) ? 'no JSON, because of a comma before a closing bracket' : 'no JSON';
}
