/** Sentences about files and records that could not be read, or otherwise than one might think. */
import { amount } from '../../../../core/amount';
import { leftOutWarning } from '../../../../core/log';
import type { FileList } from './file-list';
import type { FileGroup } from './relation';

/** Names that a warning lists. */
const NAMED = 3;

export function brokenWarning(broken: readonly string[], list: FileList): readonly string[] {
  // The command line has nothing of its own for Parquet.
  const more = broken.some((file) => !file.endsWith('.parquet')) ? moreOf(list) : '';
  return fileWarning(broken, 'could not be read', list, more);
}

export function emptyWarning(empty: readonly string[], list: FileList): readonly string[] {
  return fileWarning(empty, 'hold no gateway records', list, '');
}

function fileWarning(which: readonly string[], what: string, { files, nameOf }: FileList, more: string) {
  return which.length === 0
    ? []
    : [
        `${amount(which.length)} of ${amount(files.length)} log files ${what}: ${namesOf(which.map(nameOf))}${more}.`,
      ];
}

/** @param where the files that hold them */
export function recordWarning(
  why: string,
  number: number,
  of: number,
  where: readonly string[],
  list: FileList,
): readonly string[] {
  const [some, all] = [number, of].map((one) => amount(one));
  return number === 0
    ? []
    : [
        `Not counted, because ${why}: ${some} of ${all} records of the log files, in ${namesOf(where.map(list.nameOf))}${moreOf(list)}.`,
      ];
}

const moreOf = ({ more }: FileList) => (more === undefined ? '' : `; ${more}`);

export function openWarning(
  { leftOut, files }: FileGroup,
  number: number,
  { nameOf }: FileList,
): readonly string[] {
  return leftOut === undefined || number === 0
    ? []
    : [leftOutWarning(number, leftOut, namesOf(files.map(nameOf)))];
}

/** With two diagnostic settings every request is in both tables. */
export function twiceRemark(rows: number): readonly string[] {
  return rows === 0
    ? []
    : [
        `Left out, because ApiManagementGatewayLogs has the requests of the same service and hour: ${amount(rows, 'row')} of AzureDiagnostics.`,
      ];
}

function namesOf(files: readonly string[]): string {
  const more = files.length - NAMED;
  return [...files.slice(0, NAMED), ...(more > 0 ? [`${more} more`] : [])].join(', ');
}
