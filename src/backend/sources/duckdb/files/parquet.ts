import { sqlString } from '../../../../core/dialects/sql';
import {
  hasNullTextSql,
  keyPaths,
  columns as logColumns,
  shapes,
  sqlTypes,
  type Column,
  type Shape,
} from '../../../../core/log';
import type { Engine } from '../engine';
import { fileList } from './file-list';
import type { Reader } from './reader';

export interface ParquetColumn {
  readonly name: string;
  readonly type: string;
}

/** The columns of a Parquet file as the engine sees them. */
export async function parquetColumns(
  file: string,
  engine: Engine,
  signal: AbortSignal,
): Promise<readonly ParquetColumn[]> {
  const rows = await engine.rows(
    `SELECT column_name, column_type FROM (DESCRIBE SELECT * FROM read_parquet(${fileList([file])}, hive_partitioning = false))`,
    signal,
  );
  return rows.map(([name, type]) => ({ name: String(name), type: String(type) }));
}

/** Whether no text of an error in a file stands for what is missing: to look at each value anew takes longer. */
export async function hasNoNullTexts(
  file: string,
  found: readonly ParquetColumn[],
  shape: Shape,
  engine: Engine,
  signal: AbortSignal,
): Promise<boolean> {
  const reader = parquetReader([file], found);
  const rows = await engine.rows(
    `SELECT 1 FROM ${reader.sql} AS raw WHERE ${hasNullTextSql(shape, reader)} LIMIT 1`,
    signal,
  );
  return rows.length === 0;
}

/** The shape of records with these columns: that of which most are there. */
export function parquetShape(found: readonly ParquetColumn[]): Shape | undefined {
  const names = new Set(found.map(({ name }) => name));
  const known = (shape: Shape) =>
    logColumns.filter((column) => keyPaths(column, shape).some(([first = '']) => names.has(first))).length;
  const [best] = [...shapes].sort((a, b) => known(b) - known(a));
  return best && known(best) > 1 ? best : undefined;
}

export function parquetReader(files: readonly string[], found: readonly ParquetColumn[]): Reader {
  const types = new Map(found.map(({ name, type }) => [name, type]));
  return {
    sql: `read_parquet(${fileList(files)}, hive_partitioning = false)`,
    place: ([first = '', ...rest]) => {
      const type = types.get(first);
      if (type === undefined) {
        return 'CAST(NULL AS VARCHAR)';
      }
      const json = type === 'VARCHAR' ? `TRY_CAST(raw."${first}" AS JSON)` : `to_json(raw."${first}")`;
      return rest.length > 0
        ? `json_extract_string(${json}, ${sqlString(`$${rest.map((key) => `."${key}"`).join('')}`)})`
        : /^(STRUCT|MAP)|\]$/.test(type)
          ? `CAST(${json} AS VARCHAR)`
          : `CAST(raw."${first}" AS VARCHAR)`;
    },
    isThere: ([first = '', ...rest]) =>
      rest.length === 0 && types.has(first) ? `raw."${first}" IS NOT NULL` : undefined,
    typed: (column, paths) => {
      const [path, ...others] = paths.filter(([first = '']) => types.has(first));
      const [first = '', ...rest] = path ?? [];
      return others.length === 0 && rest.length === 0
        ? typedValue(column, `raw."${first}"`, types.get(first) ?? '')
        : undefined;
    },
  };
}

/** A value that has its column's type already needs no way through text. */
function typedValue({ type }: Column, value: string, found: string): string | undefined {
  switch (type) {
    case 'string':
      return found === 'VARCHAR' ? `coalesce(${value}, '')` : undefined;
    case 'int':
    case 'long': {
      const wanted = sqlTypes[type];
      return found === wanted
        ? value
        : /INT$|^INTEGER$/.test(found)
          ? `TRY_CAST(${value} AS ${wanted})`
          : undefined;
    }
    case 'bool':
      return found === 'BOOLEAN' ? value : undefined;
    case 'datetime':
      return found.startsWith('TIMESTAMP') ? `CAST(${value} AS TIMESTAMP)` : undefined;
    case 'dynamic':
      return undefined;
  }
}
