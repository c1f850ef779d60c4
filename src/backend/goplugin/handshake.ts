/**
 * The handshake of HashiCorp's go-plugin: a plugin starts only for a host that shows the cookie, and answers with one
 * line on stdout that says where it listens. Nothing else may be printed there.
 * https://github.com/hashicorp/go-plugin/blob/main/docs/guide-plugin-write-non-go.md
 */
const CORE_PROTOCOL = 1;

export interface Cookie {
  readonly key: string;
  readonly value: string;
}

export function showsCookie(environment: NodeJS.ProcessEnv, { key, value }: Cookie): boolean {
  return environment[key] === value;
}

/** @param socket path of a Unix socket */
export function handshakeLine(protocol: number, socket: string): string {
  return [CORE_PROTOCOL, protocol, 'unix', socket, 'grpc'].join('|');
}
