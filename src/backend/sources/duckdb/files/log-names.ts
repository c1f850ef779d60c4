/** What log files are called. Files that are named one by one may be called otherwise. */

export const jsonEndings = ['json', 'jsonl', 'ndjson', 'log'] as const;

const jsonNames = `**/*.{${jsonEndings.join()}}`;
/** Below a folder, files of JSON. */
export const jsonFiles = [jsonNames, `${jsonNames}.gz`] as const;
export const parquetFiles = '**/*.parquet';
