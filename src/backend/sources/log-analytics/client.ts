/** Azure's client for one data source: who asks, how, and what every request carries. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { HttpClient, PipelineOptions, PipelinePolicy } from '@azure/core-rest-pipeline';
import type { TokenCredential } from '@azure/identity';
import type { LogsQueryClient } from '@azure/monitor-query';
import type * as Azure from './azure';
import type { AzureConnection } from './connection';
import { httpClient, TransportError } from './http-client';
import { tokenError } from './token-error';
import { withoutSecrets } from './without-secrets';

export interface AzureClient {
  readonly logs: LogsQueryClient;
  /** What the service answered to a request with success, as it came; once. */
  bodyOf(request: object): string;
  /** @throws GatewaylensError that says why there is none */
  token(): Promise<void>;
  /** The same, unless the last one holds for a while yet. */
  ready(): Promise<void>;
  /**
   * Posts to Azure Resource Manager. @returns the body of a success
   * @throws RestError, TransportError, or GatewaylensError where there is no token
   */
  manage(url: string, body: object, signal: AbortSignal): Promise<string>;
  close(): void;
}

interface Options {
  /** For tables on the Basic plan, which another address answers for. */
  readonly isBasic: boolean;
  readonly maxBytes: number;
  /** How long a login may take: who waits for a token waits for the same request. */
  readonly loginMs: number;
}

export async function openClient(
  connection: AzureConnection,
  { isBasic, maxBytes, loginMs }: Options,
): Promise<AzureClient> {
  const azure = await import('./azure');
  const { logs, ca, proxy } = connection;
  const http = httpClient({ maxBytes, ca }, azure.createHttpHeaders);
  const options = {
    httpClient: http,
    // Requests are repeated within their deadline, and tokens go nowhere else: see requests.ts.
    retryOptions: { maxRetries: 0 },
    redirectOptions: { maxRetries: 0 },
    ...(proxy === undefined ? {} : { proxyOptions: proxyOptions(proxy) }),
  };
  const credential = shared(explained(azure, connection, inTime(http, loginMs), options));
  let expires = 0;
  const token = async () => {
    const given = await credential.getToken(`${logs}/.default`, asThePipeline);
    expires = given?.expiresOnTimestamp ?? 0;
  };
  const bodies = new WeakMap<object, string>();
  const client = new azure.LogsQueryClient(credential, {
    ...options,
    endpoint: logs,
    audience: logs,
    userAgentOptions: { userAgentPrefix: 'gatewaylens' },
    additionalPolicies: [
      { policy: bodyApart(bodies), position: 'perRetry' },
      ...(isBasic ? [{ policy: searchPolicy, position: 'perCall' } as const] : []),
    ],
  });
  return {
    logs: client,
    bodyOf: (request) => taken(bodies, request),
    token,
    ready: async () => (expires - Date.now() > RENEWED_MS ? undefined : token()),
    manage: manager(azure, http, credential, options),
    close: () => http.close(),
  };
}

/** So long before a token expires, the pipeline begins to ask for the next. */
const RENEWED_MS = 120_000;

/** The libraries keep tokens with and without it apart, and so would log in twice. */
const asThePipeline = { enableCae: true } as const;

function manager(
  azure: typeof Azure,
  http: HttpClient,
  credential: TokenCredential,
  options: PipelineOptions,
): AzureClient['manage'] {
  const pipeline = azure.createPipelineFromOptions(options);
  return async (url, body, abortSignal) => {
    const scopes = `${new URL(url).origin}/.default`;
    const { token } = (await credential.getToken(scopes, asThePipeline)) ?? { token: '' };
    const headers = azure.createHttpHeaders({ 'content-type': 'application/json', authorization: `Bearer ${token}` });
    const request = azure.createPipelineRequest({ url, method: 'POST', body: JSON.stringify(body), headers, abortSignal });
    const response = await pipeline.sendRequest(http, request);
    if (response.status !== 200) {
      throw new azure.RestError('refused', { statusCode: response.status, request, response });
    }
    return response.bodyAsText ?? '';
  };
} // prettier-ignore

/** Once: an answer may be large. */
function taken(bodies: WeakMap<object, string>, request: object): string {
  const body = bodies.get(request) ?? '';
  bodies.delete(request);
  return body;
}

function credentialOf(
  azure: typeof Azure,
  { credential, login }: AzureConnection,
  options: object,
): TokenCredential {
  // The login of a known cloud needs no directory of clouds to be asked first.
  const all = { ...options, authorityHost: login, disableInstanceDiscovery: true };
  switch (credential.type) {
    case 'clientsecret':
      return new azure.ClientSecretCredential(credential.tenantId, credential.clientId, credential.clientSecret, all);
    case 'msi':
      return new azure.ManagedIdentityCredential({ ...options, ...(credential.clientId ? { clientId: credential.clientId } : {}) });
    case 'workloadidentity':
      return new azure.WorkloadIdentityCredential({ ...all, tenantId: credential.tenantId, clientId: credential.clientId, tokenFilePath: credential.tokenFile });
  }
} // prettier-ignore

/** Managed identities are asked for on this machine, where no proxy can get to, and its token is nobody else’s business. */
const withoutProxy = (http: HttpClient): HttpClient => ({
  sendRequest: (request) => {
    delete request.agent;
    return http.sendRequest(request);
  },
});

/**
 * The libraries would wait for ever for a login that does not answer, and so would everybody who needs its token. A
 * connection kept from the last token may have been closed by the other side.
 */
const inTime = (http: HttpClient, ms: number): HttpClient => ({
  sendRequest: async (request) => {
    request.timeout ||= ms;
    try {
      return await http.sendRequest(request);
    } catch (problem) {
      const isOfKept = problem instanceof TransportError && problem.wasKept;
      return isOfKept ? http.sendRequest(request) : Promise.reject(problem as Error);
    }
  },
});

interface Attempt {
  /** How its last request failed on the way. */
  failure?: TransportError | undefined;
}

/** The same client, which notes in the attempt that it sends for what the libraries keep only the text of. */
const noting = (http: HttpClient, attempts: AsyncLocalStorage<Attempt>): HttpClient => ({
  sendRequest: async (request) => {
    const attempt = attempts.getStore() ?? {};
    attempt.failure = undefined;
    try {
      const answer = await http.sendRequest(request);
      attempt.failure = /^\s*\{/.test(answer.bodyAsText ?? '') ? undefined : new TransportError('broken', 'no JSON');
      return answer;
    } catch (problem) {
      attempt.failure = problem instanceof TransportError ? problem : undefined;
      throw problem;
    }
  },
}); // prettier-ignore

/** The credential, which says why it gets no token. */
function explained(
  azure: typeof Azure,
  connection: AzureConnection,
  http: HttpClient,
  options: object,
): TokenCredential {
  const isManaged = connection.credential.type === 'msi';
  const host = isManaged ? 'the identity endpoint of this machine' : new URL(connection.login).host;
  const attempts = new AsyncLocalStorage<Attempt>();
  const httpClient = noting(isManaged ? withoutProxy(http) : http, attempts);
  const credential = credentialOf(azure, connection, { ...options, httpClient });
  return {
    getToken: async (scopes, options) => {
      const attempt: Attempt = {};
      try {
        return await attempts.run(attempt, () => credential.getToken(scopes, options));
      } catch (problem) {
        const text = problem instanceof Error ? problem.message : String(problem);
        throw tokenError(withoutSecrets(text, connection.credential), host, attempt.failure);
      }
    },
  };
}

/** Who needs a token waits for the same login, which goes on when one of them leaves: the others still wait. */
function shared(credential: TokenCredential): TokenCredential {
  const asked = new Map<string, ReturnType<TokenCredential['getToken']>>();
  return {
    getToken: (scopes, { abortSignal: _, ...options } = {}) => {
      const key = JSON.stringify([scopes, options.claims, options.enableCae]);
      const token = asked.get(key) ?? credential.getToken(scopes, options);
      asked.set(key, token);
      const done = () => asked.delete(key);
      token.then(done, done);
      return token;
    },
  };
}

/**
 * Keeps the answer from the library, which takes 40 ms to check 500 rows cell by cell, throws that away and parses the text
 * anew; and which makes 1970 of times that are missing.
 */
const bodyApart = (bodies: WeakMap<object, string>): PipelinePolicy => ({
  name: 'gatewaylensBodyApart',
  sendRequest: async (request, next) => {
    const response = await next(request);
    if (response.status !== 200) {
      return response;
    }
    bodies.set(request, response.bodyAsText ?? '');
    return { ...response, bodyAsText: '{"tables":[]}' };
  },
});

/** The library knows no tables on the Basic plan: https://learn.microsoft.com/azure/azure-monitor/logs/basic-logs-query */
const searchPolicy: PipelinePolicy = {
  name: 'gatewaylensBasicLogs',
  sendRequest: (request, next) => {
    request.url = request.url.replace(/\/query(\?|$)/, '/search$1');
    return next(request);
  },
};

/** @param url an origin, as the settings allow it */
function proxyOptions(url: string): { host: string; port: number } {
  const { protocol, hostname, port } = new URL(url);
  return { host: `${protocol}//${hostname}`, port: Number(port || (protocol === 'https:' ? 443 : 80)) };
}
