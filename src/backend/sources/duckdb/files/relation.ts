/** SQL over files of gateway records: a relation of logged columns, and counts of what could be read. */
import { sqlString } from '../../../../core/dialects/sql';
import {
  BAGS,
  canonicalSelect,
  canonicalValue,
  columns,
  hasReadableStatus,
  isGatewayRecord,
  isOpenSql,
  keyPaths,
  openColumns,
  type Places,
  type Shape,
} from '../../../../core/log';
import { fileList } from './file-list';
import { parquetReader, type ParquetColumn } from './parquet';
import type { Reader } from './reader';
import { LARGEST_OBJECT, type Sample } from './sample';

const TIME = columns[0];

/** Files that are read in the same way. */
export interface FileGroup extends Sample {
  readonly files: readonly string[];
  /** With Parquet, the columns that all of them have. */
  readonly parquet: readonly ParquetColumn[];
  /** Whether none of their texts of errors stands for what is missing, where that was looked at. */
  readonly hasNoNullTexts: boolean;
}

/**
 * The logged columns of all gateway records that have a time.
 *
 * Rows of AzureDiagnostics are left out for each service and hour in which there are rows of the newer table too: with
 * two diagnostic settings every request is in both.
 */
export function filesRelation(groups: readonly FileGroup[]): string {
  const selects = groups.flatMap((group) =>
    group.shapes.map((shape) => ({ shape, sql: select(group, shape) })),
  );
  const of = (legacy: boolean) =>
    selects.filter(({ shape }) => (shape === 'legacy') === legacy).map(({ sql }) => sql);
  const [newer, legacy] = [of(false), of(true)];
  const resource = selects.filter(({ shape }) => shape === 'resource').map(({ sql }) => sql);
  if (legacy.length === 0 || resource.length === 0) {
    return `(${[...newer, ...legacy].join(' UNION ALL ')})`;
  }
  const rest = `SELECT * FROM (${legacy.join(' UNION ALL ')}) AS legacy WHERE (${hourOf('legacy')}) NOT IN (${covered(resource)})`;
  return `(${[...newer, rest].join(' UNION ALL ')})`;
}

/** What requests of both tables are told by. */
const hourOf = (of: string) => `date_trunc('hour', ${of}."TimeGenerated"), lower(${of}."_ResourceId")`;
const covered = (resource: readonly string[]) =>
  `SELECT DISTINCT ${hourOf('covered')} FROM (${resource.join(' UNION ALL ')}) AS covered`;

/** A query for the number of rows that are left out because they are in both tables; undefined where none can be. */
export function twiceQuery(groups: readonly FileGroup[]): string | undefined {
  const [legacy, resource] = (['legacy', 'resource'] as const).map((shape) =>
    groups.filter(({ shapes }) => shapes.includes(shape)).map((group) => select(group, shape)),
  );
  return !legacy?.length || !resource?.length
    ? undefined
    : `SELECT count(*) FROM (${legacy.join(' UNION ALL ')}) AS legacy WHERE (${hourOf('legacy')}) IN (${covered(resource)})`;
}

/**
 * A query with a row for each file: its place among those of the group, the number of raw records, how many of them this
 * way of reading may not do justice, the times of the first and the last gateway record in milliseconds since 1970, the
 * number of gateway records without a time and of those that are left open, and the number of gateway records with a time
 * in each shape.
 */
export function countsQuery(group: FileGroup): string {
  const { shapes, leftOut } = group;
  const opening = leftOut === undefined ? [] : columns.filter(({ name }) => openColumns.includes(name));
  const reader = readerOf(
    group,
    shapes.flatMap((shape) =>
      placed((place) => [
        isGatewayRecord(shape, { place }),
        hasReadableStatus(shape, { place }),
        ...[TIME, ...opening].map((column) => canonicalValue(column, shape, { place })),
      ]),
    ),
  );
  const found = shapes.flatMap((shape) => {
    const time = `CASE WHEN ${isShape(group, shape, reader)} THEN ${canonicalValue(TIME, shape, reader)} END`;
    return [`${time} AS "${shape}"`, `${isShape(group, shape, reader)} AS "is ${shape}"`];
  });
  const [first = ''] = shapes;
  const opened = opening.map(
    (column) => `${canonicalValue(column, first as Shape, reader)} AS "${column.name}"`,
  );
  const names = shapes.map((shape) => `"${shape}"`);
  const timed = `coalesce(${names.join(', ')}) IS NOT NULL`;
  const timeless = `(${shapes.map((shape) => `coalesce("is ${shape}", false)`).join(' OR ')}) AND NOT ${timed}`;
  const open = leftOut === undefined ? '0' : `count(*) FILTER (WHERE ${timed} AND ${isOpenSql})`;
  return `SELECT file, count(*), count(*) FILTER (WHERE doubtful), epoch_ms(min(least(${names.join(', ')}))), epoch_ms(max(greatest(${names.join(', ')}))), count(*) FILTER (WHERE ${timeless}), ${open}, ${names.map((name) => `count(${name})`).join(', ')}
FROM (SELECT ${['raw.file_index AS file', `${reader.doubtful ?? 'false'} AS doubtful`, ...found, ...opened].join(', ')} FROM ${reader.sql} AS raw) GROUP BY file`;
}

function select(group: FileGroup, shape: Shape): string {
  const reader = readerOf(group);
  const list = canonicalSelect(shape, reader).join(', ');
  const message = `CASE WHEN ${isOpenSql} THEN ${sqlString(group.leftOut ?? '')} ELSE "LastErrorMessage" END`;
  const all = group.leftOut === undefined ? '*' : `* REPLACE (${message} AS "LastErrorMessage")`;
  return `SELECT ${all} FROM (SELECT ${list} FROM ${reader.sql} AS raw WHERE ${isShape(group, shape, reader)}) WHERE "${TIME.name}" IS NOT NULL`;
}

/** A record has the first shape that fits, as in TypeScript. */
function isShape({ shapes }: FileGroup, shape: Shape, places: Reader): string {
  const before = shapes.slice(0, shapes.indexOf(shape));
  return [
    `(${isGatewayRecord(shape, places)})`,
    hasReadableStatus(shape, places),
    ...before.map((other) => `NOT (${isGatewayRecord(other, places)})`),
  ].join(' AND ');
}

/** The key paths that an expression asks for. */
function placed(write: (place: Places['place']) => unknown): readonly (readonly string[])[] {
  const paths: (readonly string[])[] = [];
  write((path) => String(paths.push(path)));
  return paths;
}

/** @param paths those that are asked for: to take a record apart costs more with each */
function readerOf(
  group: FileGroup,
  paths: readonly (readonly string[])[] = group.shapes.flatMap(pathsOf),
): Reader {
  if (group.format === 'parquet') {
    return { ...parquetReader(group.files, group.parquet), hasNoNullTexts: group.hasNoNullTexts };
  }
  const [shape] = group.shapes;
  const reader =
    group.isPlain && group.shapes.length === 1 && shape && shape !== 'legacy'
      ? declaredReader(shape, group.files)
      : jsonReader(group, paths);
  return withoutMissing(reader, group);
}

/** With what is to be taken for missing. */
function withoutMissing(reader: Reader, { missing, misleading }: FileGroup): Reader {
  return missing === undefined
    ? reader
    : {
        ...reader,
        place: (path) =>
          misleading.includes(path[0] ?? '')
            ? 'CAST(NULL AS VARCHAR)'
            : `nullif(${reader.place(path)}, ${sqlString(missing)})`,
      };
}

/** Everywhere that records of this shape may have a value. */
const pathsOf = (shape: Shape) => columns.flatMap((column) => keyPaths(column, shape));

/** Folders of a storage export are named `y=2026`, which the engine would take for columns. */
const LINES = `format = 'newline_delimited', ignore_errors = true, hive_partitioning = false`;

/** Lines of one shape, with its keys declared as text: twice as fast as taking any JSON apart. */
function declaredReader(shape: Shape, files: readonly string[]): Reader {
  const paths = pathsOf(shape);
  const types = [...nested(paths)].map(([key, type]) => `${sqlString(key)}: ${sqlString(type)}`);
  return {
    sql: `read_json(${fileList(files)}, ${LINES}, columns = {${types.join(', ')}})`,
    place: ([first = '', ...rest]) => [`raw."${first}"`, ...rest.map((key) => `"${key}"`)].join('.'),
    doubtful:
      BAGS.filter((bag) => paths.some(([first]) => first === bag))
        .map((bag) => isHollow(bag, paths))
        .join(' OR ') || 'false',
  };
}

/** Whether a bag is there and nothing in it: the engine makes that of one which is written as text. */
function isHollow(bag: string, paths: readonly (readonly string[])[]): string {
  const keys = [
    ...nested(
      paths.filter(([first, ...rest]) => first === bag && rest.length > 0).map((path) => path.slice(1)),
    ).keys(),
  ];
  return [`raw."${bag}" IS NOT NULL`, ...keys.map((key) => `raw."${bag}"."${key}" IS NULL`)].join(' AND ');
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

/**
 * The least buffer for an object over many lines: the engine takes twice of it for each file that it reads at the same time,
 * whether it is used or not.
 */
const SMALLEST_OBJECT = 1024 * 1024;
const objectSize = (largest: number) => Math.min(LARGEST_OBJECT, Math.max(SMALLEST_OBJECT, largest + 1));

/** Any JSON: names that differ only in their case, envelopes with `records`, bags that are text. */
function jsonReader(
  { format, isMarked, largest, files }: FileGroup,
  paths: readonly (readonly string[])[],
): Reader {
  const objects =
    isMarked && format === 'lines'
      ? markedLines(files)
      : format === 'lines'
        ? `read_json_objects(${fileList(files)}, ${LINES})`
        : format === 'array'
          ? `read_json_objects(${fileList(files)}, format = 'array', hive_partitioning = false)`
          : `read_json_objects(${fileList(files)}, format = 'unstructured', hive_partitioning = false, maximum_object_size = ${objectSize(largest)})`;
  const inBag = (path: readonly string[]) =>
    BAGS.find((bag) => bag === path[0] && path.length > 1) ?? 'record';
  const places = new Map<string, string>();
  const lists = ['record', ...BAGS].map((bag) => {
    const found = [...new Set(paths.filter((path) => inBag(path) === bag).map((path) => path.join('\n')))];
    found.forEach((path, i) => places.set(path, `raw.${bag}[${i + 1}]`));
    const keys = found.map((path) =>
      jsonPath(bag === 'record' ? path.split('\n') : path.split('\n').slice(1)),
    );
    return keys.length === 0 ? undefined : `json_extract_string(${bag}, [${keys.join(', ')}]) AS ${bag}`;
  });
  const bags = BAGS.map((bag) => `TRY_CAST(record->>${sqlString(`$.${bag}`)} AS JSON) AS ${bag}`);
  return {
    sql: `(SELECT ${lists.filter((one) => one !== undefined).join(', ') || 'record'}, file_index FROM (
  SELECT record, file_index, ${bags.join(', ')} FROM (
  SELECT unnest(CASE WHEN json_type(json, '$.records') = 'ARRAY' THEN json_extract(json, '$.records[*]') WHEN json_type(json) = 'ARRAY' THEN json_extract(json, '$[*]') ELSE [json] END) AS record, file_index FROM ${objects})))`,
    place: (path) => places.get(path.join('\n')) ?? 'NULL',
  };
}

/** In the largest line that the engine takes for JSON; without a size of its own the buffer is sixteen times that. */
const MARKED = `max_line_size = ${16 * 1024 * 1024}, buffer_size = ${32 * 1024 * 1024}, hive_partitioning = false`;

/**
 * Lines of JSON after a byte order mark, for which the engine gives up the first one. It knows the mark in CSV: a single
 * column, with a separator that JSON cannot hold.
 */
function markedLines(files: readonly string[]): string {
  return `(SELECT TRY_CAST(line AS JSON) AS json, file_index FROM read_csv(${fileList(files)}, columns = {'line': 'VARCHAR'}, header = false, auto_detect = false, delim = chr(1), quote = '', escape = '', strict_mode = false, null_padding = true, ${MARKED}) WHERE trim(line, E' \\t\\r') <> '')`;
}

function jsonPath(keys: readonly string[]): string {
  return sqlString(`$${keys.map((key) => `."${key}"`).join('')}`);
}
