import { GatewaylensError } from '../../core/errors';
import type { DataSourceRef, RequestContext } from '../messages';
import type { Instance } from './instance';

interface Entry {
  readonly key: string;
  readonly settings: string;
  readonly instance: Promise<Instance>;
  users: number;
  retired: boolean;
  /** When it was last known to be up to date, ms. */
  checked: number;
  /** Ends it when nobody uses it for long. */
  idle?: NodeJS.Timeout;
}

/** Nobody looks at a dashboard, and no alert rule asks, for so long. */
const IDLE_MS = 30 * 60_000;
/** What an instance was made from is looked at so often at most. */
const CHECK_MS = 2000;

/**
 * One instance for each data source of each organisation, made anew when its settings change, or a file that they name.
 * The old one ends when nobody uses it any more, and so does one that was not used for half an hour.
 */
export class Instances {
  readonly #create: (dataSource: DataSourceRef) => Promise<Instance>;
  readonly #now: () => number;
  readonly #entries = new Map<string, Entry>();

  /** @param now milliseconds since some moment */
  constructor(create: (dataSource: DataSourceRef) => Promise<Instance>, now: () => number) {
    this.#create = create;
    this.#now = now;
  }

  /** @throws GatewaylensError when the request names no data source, or its settings are wrong */
  async use<T>({ orgId, dataSource }: RequestContext, task: (instance: Instance) => Promise<T>): Promise<T> {
    if (!dataSource) {
      throw new GatewaylensError('settings-missing');
    }
    const key = `${orgId}/${dataSource.uid}`;
    await this.#refresh(this.#entries.get(key));
    const entry = this.#entry(key, dataSource);
    clearTimeout(entry.idle);
    entry.users++;
    try {
      return await task(await entry.instance);
    } finally {
      entry.users--;
      this.#release(entry);
    }
  }

  async dispose(): Promise<void> {
    const entries = [...this.#entries.values()];
    this.#entries.clear();
    entries.forEach(({ idle }) => clearTimeout(idle));
    await Promise.all(entries.map(disposeOf));
  }

  #entry(key: string, dataSource: DataSourceRef): Entry {
    const settings = JSON.stringify([dataSource.updated, dataSource.jsonData, dataSource.secrets]);
    const known = this.#entries.get(key);
    if (known?.settings === settings) {
      return known;
    }
    if (known) {
      this.#retire(known);
    }
    const instance = this.#create(dataSource);
    const entry: Entry = { key, settings, instance, users: 0, retired: false, checked: this.#now() };
    this.#entries.set(key, entry);
    // What could not be made is tried again at the next request.
    instance.catch(() => this.#retire(entry));
    return entry;
  }

  /** Retires what was made from something that has changed since. */
  async #refresh(entry: Entry | undefined): Promise<void> {
    if (entry && this.#now() - entry.checked >= CHECK_MS) {
      entry.checked = this.#now();
      const instance = await entry.instance.catch(() => undefined);
      if ((await instance?.isCurrent?.()) === false) {
        this.#retire(entry);
      }
    }
  }

  #retire(entry: Entry): void {
    if (this.#entries.get(entry.key) === entry) {
      this.#entries.delete(entry.key);
      entry.retired = true;
      this.#release(entry);
    }
  }

  #release(entry: Entry): void {
    if (entry.users > 0) {
      return;
    }
    if (entry.retired) {
      void disposeOf(entry);
    } else {
      entry.idle = setTimeout(() => this.#retire(entry), IDLE_MS).unref();
    }
  }
}

async function disposeOf({ instance }: Entry): Promise<void> {
  await (await instance.catch(() => undefined))?.source.dispose();
}
