export interface TextColumn {
  readonly title: string;
  /** Numbers stand at the right of their column. */
  readonly right?: true;
  /** Gives way, cut in the middle, where the table is wider than the terminal. */
  readonly gives?: true;
}

const GAP = 2;
const LEAST = 10;

/** Rows under their titles, within the width as far as columns can give way. */
export function textTable(
  columns: readonly TextColumn[],
  rows: readonly (readonly string[])[],
  width: number,
): string {
  const all = [columns.map(({ title }) => title), ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => row[i]?.length ?? 0)));
  for (let over = total(widths) - width; over > 0; over = total(widths) - width) {
    const widest = Math.max(0, ...widths.filter((_, i) => columns[i]?.gives));
    if (widest <= LEAST) {
      break;
    }
    const place = widths.findIndex((one, i) => columns[i]?.gives && one === widest);
    widths[place] = Math.max(LEAST, widest - 1);
  }
  return all
    .map((row) =>
      columns
        .map(({ right }, i) => {
          const cell = cut(row[i] ?? '', widths[i] ?? 0);
          return right ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0);
        })
        .join(' '.repeat(GAP))
        .trimEnd(),
    )
    .join('\n');
}

const total = (widths: readonly number[]) =>
  widths.reduce((sum, one) => sum + one, 0) + GAP * (widths.length - 1);

/** Beginnings and endings tell names apart. */
function cut(cell: string, width: number): string {
  if (cell.length <= width) {
    return cell;
  }
  const head = Math.ceil((width - 1) / 2);
  return `${cell.slice(0, head)}…${cell.slice(cell.length - (width - 1 - head))}`;
}
