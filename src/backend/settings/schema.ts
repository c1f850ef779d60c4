import { z } from 'zod';
import { GatewaylensError } from '../../core/errors';
import { defaultSettings, type DataSourceSettings } from '../../core/settings';

const schema = z.object({
  source: z.enum(['demo', 'files']),
  path: z.string().max(4096),
});

/** @throws GatewaylensError naming the setting */
export function parseSettings(jsonData: unknown): DataSourceSettings {
  const given = typeof jsonData === 'object' && jsonData !== null ? jsonData : {};
  const parsed = schema.safeParse({ ...defaultSettings, ...given });
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new GatewaylensError('settings-invalid', {
      path: issue?.path.join('.') ?? '',
      problem: issue?.message ?? 'unknown',
    });
  }
  return parsed.data;
}
