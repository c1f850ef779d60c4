import { closest } from '../../core/closest';
import type { ErrorCode, GatewaylensError } from '../../core/errors';
import type { Path } from './source-text';

/** Something in a file that is wrong, or that hardly anybody wants. */
export interface Finding {
  readonly path: Path;
  readonly severity: 'error' | 'warning';
  readonly code: ErrorCode;
  readonly message: string;
  readonly hint: string;
}

export function found(path: Path, { code, message, hint }: Pick<GatewaylensError, 'code' | 'message' | 'hint'>): Finding {
  return { path, severity: 'error', code, message, hint };
} // prettier-ignore

export const asWarning = (finding: Finding): Finding => ({ ...finding, severity: 'warning' });

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The parts of a list, each with its path; nothing where there is none. */
export function itemsOf(
  value: unknown,
  path: Path,
): readonly { readonly value: unknown; readonly path: Path }[] {
  return Array.isArray(value) ? value.map((one: unknown, i) => ({ value: one, path: [...path, i] })) : [];
}

/** Whether one of the values, usually that of “type”, is this name or nearly: the key may be what is misspelt. */
export const hasValueLike = (value: unknown, name: string): value is Readonly<Record<string, unknown>> =>
  isObject(value) &&
  Object.values(value).some((one) => typeof one === 'string' && closest(one, [name]) !== undefined);
