/** Why something that was asked has no answer. */
export interface Problem {
  readonly message: string;
  /** What to do about it. */
  readonly hint?: string;
  /** The user may not ask this data source. */
  readonly isForbidden: boolean;
}

interface Thrown {
  readonly status?: number;
  readonly statusText?: string;
  readonly message?: string;
  /** Our resources answer `{code, message, hint}`, Grafana itself `{message}` or `{error}`. */
  readonly data?: {
    readonly code?: string;
    readonly message?: string;
    readonly error?: string;
    readonly hint?: string;
  };
}

export function problemOf(thrown: unknown): Problem {
  const { status, statusText, message, data } = (thrown ?? {}) as Thrown;
  const isOurs = data?.code !== undefined;
  return {
    message:
      data?.message ||
      data?.error ||
      message ||
      statusText ||
      (status === undefined ? String(thrown) : `Status ${status}`),
    ...(data?.hint === undefined ? {} : { hint: data.hint }),
    isForbidden: !isOurs && (status === 401 || status === 403),
  };
}
