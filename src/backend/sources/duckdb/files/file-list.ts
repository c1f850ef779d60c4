import { sqlString } from '../../../../core/dialects/sql';

/** These files as a list literal. The engine takes names for patterns, in which a set of one character is the character. */
export function fileList(files: readonly string[]): string {
  return `[${files.map((file) => sqlString(file.replace(/[*?[]/g, '[$&]'))).join(', ')}]`;
}

/** Files that are read together, in whatever folders they are. */
export interface FileList {
  readonly files: readonly string[];
  /** Another one as soon as a file comes, goes or changes. */
  readonly fingerprint: string;
  /** What warnings call a file. */
  readonly nameOf: (file: string) => string;
  /** What errors call all of them. */
  readonly title: string;
  /** Where one learns more about what could not be read; missing where it is told there already. */
  readonly more?: string;
}
