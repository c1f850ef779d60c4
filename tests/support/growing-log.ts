import { appendFileSync, renameSync, writeFileSync } from 'node:fs';

const SERVICE = '/subscriptions/0/resourceGroups/shop/providers/Microsoft.ApiManagement/service/contoso';

/** An exported log that grows while it is read, as a storage export does. */
export class GrowingLog {
  readonly #file: string;
  #timer: NodeJS.Timeout | undefined;
  #rows = 0;

  constructor(file: string) {
    this.#file = file;
    writeFileSync(`${file}.new`, '');
    renameSync(`${file}.new`, file);
    this.append({});
  }

  /** A request now, one that succeeded unless the row says otherwise. */
  append(row: Readonly<Record<string, unknown>>): void {
    const usual = {
      TimeGenerated: new Date().toISOString(),
      _ResourceId: SERVICE,
      CorrelationId: `row-${++this.#rows}`,
      IsRequestSuccess: true,
      ResponseCode: 200,
      BackendResponseCode: 200,
      TotalTime: 30,
      ApiId: 'stock',
    };
    appendFileSync(this.#file, `${JSON.stringify({ ...usual, ...row })}\n`);
  }

  /** A request every other second. */
  start(): void {
    this.#timer = setInterval(() => this.append({}), 2000);
  }

  stop(): void {
    clearInterval(this.#timer);
  }
}
