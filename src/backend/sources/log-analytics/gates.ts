import { Gate } from '../../concurrency';
import type { AzureConnection } from './connection';

/** Azure answers five queries of one identity at a time, two on the Basic plan; one place is left for others. */
const AT_ONCE = { analytics: 4, basic: 1 } as const;

/** The gates of this process: all data sources with one identity share its limits. */
export class Gates {
  readonly #gates = new Map<string, Gate>();

  of({ login, credential }: AzureConnection, isBasic: boolean): Gate {
    const { clientId } = credential;
    const tenant = 'tenantId' in credential ? credential.tenantId : '';
    // Not by the address that is asked: Azure counts by identity, through a private link too.
    const key = JSON.stringify([login, credential.type, tenant, clientId, isBasic]).toLowerCase();
    const gate = this.#gates.get(key) ?? new Gate(AT_ONCE[isBasic ? 'basic' : 'analytics']);
    this.#gates.set(key, gate);
    return gate;
  }
}
