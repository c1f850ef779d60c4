import * as z from 'zod';
import { GatewaylensError } from '../../../core/errors';

/** From (included) to (excluded), milliseconds since 1970. */
export const rangeSchema = z.strictObject({ from: z.number(), to: z.number() });

/** @throws GatewaylensError naming the field */
export function requestBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const parsed = schema.safeParse(body);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const path = issue?.path.map(String).join('.') ?? '';
    const problem = issue?.message ?? 'unknown';
    throw new GatewaylensError('request-invalid', { path: path || 'body', problem });
  }
  return parsed.data;
}
