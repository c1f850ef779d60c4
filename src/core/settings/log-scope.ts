/** Something that logs can be read from. */
export interface LogScope {
  readonly kind: 'workspace' | 'instance';
  readonly name: string;
  /** Resource id. */
  readonly id: string;
  /** Of a workspace: the id that queries know it by. */
  readonly workspaceId?: string;
  readonly location: string;
  readonly resourceGroup: string;
  readonly subscription: string;
}

export interface ListedScopes {
  readonly scopes: readonly LogScope[];
  /** Whether these are all that there are; only so many are asked for. */
  readonly areAll: boolean;
}
