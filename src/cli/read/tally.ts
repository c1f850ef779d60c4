import { amount } from '../../core/amount';
import { isLeftOut, leftOutWarning, lowerCase, shapeOf } from '../../core/log';
import type { Row } from './read-rows';

const HOUR = 3_600_000;

/** Counts rows as they are read, for what has to be said of them. */
export class Tally {
  read = 0;
  unreadable = 0;
  timeless = 0;
  /** What is wrong with the first row that could not be read. */
  first = '';
  /** Rows whose cause is open, by what is missing to tell it. */
  readonly #leftOut = new Map<string, number>();

  get rows(): number {
    return this.read + this.unreadable;
  }

  add(found: Row): void {
    if ('error' in found) {
      this.first ||= `line ${found.line}: ${found.error}`;
      this.unreadable++;
      return;
    }
    const { TimeGenerated, LastErrorMessage } = found.row;
    this.read++;
    this.timeless += Number(TimeGenerated === null);
    if (isLeftOut(LastErrorMessage)) {
      this.#leftOut.set(LastErrorMessage, (this.#leftOut.get(LastErrorMessage) ?? 0) + 1);
    }
  }

  /** Sentences about rows of a file whose cause is open because of columns that it has not. */
  leftOut(file: string): readonly string[] {
    return [...this.#leftOut].map(([message, number]) => leftOutWarning(number, message, file));
  }

  /** A sentence about rows that no range of time contains. */
  get timelessWarning(): readonly string[] {
    return this.timeless === 0
      ? []
      : [
          `${amount(this.timeless)} of ${amount(this.rows)} rows have no time that can be read; “summary” leaves them out.`,
        ];
  }
}

const keyOf = (hour: number, resourceId: string) => `${hour} ${lowerCase(resourceId)}`;

/** Finds requests that are in both tables of a workspace, as they are with two diagnostic settings. */
export class Twice {
  readonly #newer = new Set<string>();
  readonly #legacy = new Map<string, number>();
  #hour = NaN;
  #resource = '';

  add(found: Row): void {
    if ('error' in found || found.row.TimeGenerated === null) {
      return;
    }
    const { TimeGenerated, _ResourceId } = found.row;
    const hour = Math.floor(TimeGenerated / HOUR);
    const shape = shapeOf(found.record);
    if (shape === 'legacy') {
      const key = keyOf(hour, _ResourceId);
      this.#legacy.set(key, (this.#legacy.get(key) ?? 0) + 1);
    } else if (shape === 'resource' && (hour !== this.#hour || _ResourceId !== this.#resource)) {
      // Mostly rows come in order.
      [this.#hour, this.#resource] = [hour, _ResourceId];
      this.#newer.add(keyOf(hour, _ResourceId));
    }
  }

  get warning(): readonly string[] {
    const number = [...this.#legacy].reduce((sum, [key, rows]) => sum + (this.#newer.has(key) ? rows : 0), 0);
    return number === 0
      ? []
      : [
          `“summary” leaves out, because ApiManagementGatewayLogs has the requests of the same service and hour: ${amount(number, 'row')} of AzureDiagnostics.`,
        ];
  }
}
