/** What a data source’s health check says. */
export interface Health {
  readonly isOk: boolean;
  readonly message: string;
  readonly capabilities: readonly Capability[];
}

export interface Capability {
  readonly name: string;
  readonly state: 'ok' | 'limited' | 'missing';
  readonly message: string;
  readonly hint?: string;
}

interface HealthAnswer {
  readonly status?: unknown;
  readonly message?: string;
  readonly details?: { readonly capabilities?: readonly Capability[] };
}

export function healthOf(answer: unknown): Health {
  const { status, message = '', details } = (answer ?? {}) as HealthAnswer;
  return { isOk: String(status) === 'OK', message, capabilities: details?.capabilities ?? [] };
}
