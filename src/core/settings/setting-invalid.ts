import { GatewaylensError } from '../errors';
import { settingName } from './setting-names';

/** @param key as provisioned files have it, with dots: `services.0.units` */
export function settingInvalid(key: string, problem: string): GatewaylensError {
  return new GatewaylensError('settings-invalid', { setting: settingName(key), problem });
}
