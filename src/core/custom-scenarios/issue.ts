import type { ErrorCode, GatewaylensError } from '../errors';

/** Something in the settings that could not be followed, and was left out; everything else is in force. */
export interface CatalogueIssue {
  readonly code: ErrorCode;
  /** Which setting: `customScenarios.2.match.0.when.op`. */
  readonly path: string;
  readonly message: string;
  readonly hint: string;
  /** Name of the custom scenario that is left out. */
  readonly skipped?: string;
}

export function issueOf({ code, message, hint }: GatewaylensError, path: string): CatalogueIssue {
  return { code, path, message, hint };
}
