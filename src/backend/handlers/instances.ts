import { GatewaylensError } from '../../core/errors';
import type { DataSourceRef, RequestContext } from '../messages';
import type { Instance } from './instance';

interface Entry {
  readonly settings: string;
  readonly instance: Promise<Instance>;
  users: number;
  retired: boolean;
}

/** One instance for each data source, rebuilt when its settings change; the old one ends when nobody uses it any more. */
export class Instances {
  readonly #create: (dataSource: DataSourceRef) => Promise<Instance>;
  readonly #entries = new Map<string, Entry>();

  constructor(create: (dataSource: DataSourceRef) => Promise<Instance>) {
    this.#create = create;
  }

  /** @throws GatewaylensError when the request names no data source, or its settings are wrong */
  async use<T>({ orgId, dataSource }: RequestContext, task: (instance: Instance) => Promise<T>): Promise<T> {
    if (!dataSource) {
      throw new GatewaylensError('settings-missing');
    }
    const entry = this.#entry(`${orgId}/${dataSource.uid}`, dataSource);
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
    await Promise.all(entries.map(disposeOf));
  }

  #entry(key: string, dataSource: DataSourceRef): Entry {
    const settings = JSON.stringify([dataSource.updated, dataSource.jsonData, dataSource.secrets]);
    const known = this.#entries.get(key);
    if (known?.settings === settings) {
      return known;
    }
    const entry: Entry = { settings, instance: this.#create(dataSource), users: 0, retired: false };
    this.#entries.set(key, entry);
    // What could not be made is tried again at the next request.
    entry.instance.catch(() => this.#entries.get(key) === entry && this.#entries.delete(key));
    if (known) {
      known.retired = true;
      this.#release(known);
    }
    return entry;
  }

  #release(entry: Entry): void {
    if (entry.retired && entry.users === 0) {
      void disposeOf(entry);
    }
  }
}

async function disposeOf({ instance }: Entry): Promise<void> {
  await (await instance.catch(() => undefined))?.source.dispose();
}
