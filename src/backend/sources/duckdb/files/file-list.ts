import { sqlString } from '../../../../core/dialects/sql';

/** These files as a list literal. The engine takes names for patterns, in which a set of one character is the character. */
export function fileList(files: readonly string[]): string {
  return `[${files.map((file) => sqlString(file.replace(/[*?[]/g, '[$&]'))).join(', ')}]`;
}
