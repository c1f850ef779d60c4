import { sqlString } from '../../../../core/dialects/sql';
import { canonicalSelect, columns, keyPaths, type Shape } from '../../../../core/log';

/** Files that hold records of these shapes, of one each as a rule. */
export interface FileGroup {
  readonly shapes: readonly Shape[];
  readonly files: readonly string[];
}

/** A relation of logged columns over files of JSON lines; lines that are no gateway records have no time. */
export function filesRelation(groups: readonly FileGroup[]): string {
  const parts = groups.flatMap(({ shapes, files }) =>
    shapes.map(
      (shape) => `SELECT ${canonicalSelect(shape, 'raw').join(', ')} FROM ${reader(shape, files)} AS raw`,
    ),
  );
  return `(${parts.join(' UNION ALL ')})`;
}

/** A query for the number of lines in the files, readable or not. */
export function linesQuery(groups: readonly FileGroup[]): string {
  const counts = groups.map(
    ({ shapes: [shape], files }) => `(SELECT count(*) FROM ${reader(shape ?? 'export', files)})`,
  );
  return `SELECT ${counts.join(' + ')}`;
}

/** Every value is read as text: a record of another type than expected must not take the file down. */
function reader(shape: Shape, files: readonly string[]): string {
  const structure = nested(columns.flatMap((column) => keyPaths(column, shape)));
  const types = [...structure].map(([key, type]) => `${sqlString(key)}: ${sqlString(type)}`);
  return `read_json([${files.map(sqlString).join(', ')}], format = 'newline_delimited', ignore_errors = true, columns = {${types.join(', ')}})`;
}

/** Type of each top-level key: text, or a structure of the keys below it. */
function nested(paths: readonly (readonly string[])[]): Map<string, string> {
  const keys = [...new Set(paths.map(([key = '']) => key))];
  return new Map(
    keys.map((key) => {
      const below = paths.filter(([first]) => first === key).map((path) => path.slice(1));
      const inner = nested(below.filter(({ length }) => length > 0));
      const fields = [...inner].map(([name, type]) => `"${name}" ${type}`);
      return [key, fields.length === 0 ? 'VARCHAR' : `STRUCT(${fields.join(', ')})`];
    }),
  );
}
