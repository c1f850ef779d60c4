import { GatewaylensError } from '../../../core/errors';
import type { ResourceRequest, ResourceResult } from '../../messages';
import type { Instance } from '../instance';
import { catalogue } from './catalogue';
import { kql } from './kql';
import type { Resource } from './resource';

const resources: Readonly<Record<string, Resource>> = { catalogue, kql };

export async function callResource(
  { path, method, body }: ResourceRequest,
  instance: Instance,
  signal: AbortSignal,
): Promise<ResourceResult> {
  const resource = Object.hasOwn(resources, path) ? resources[path] : undefined;
  if (!resource) {
    throw new GatewaylensError('resource-unknown', { path, resources: Object.keys(resources).join(', ') });
  }
  if (method !== resource.method) {
    throw new GatewaylensError('method-wrong', { path, method: resource.method });
  }
  return { status: 200, body: await resource.answer(body, instance, signal) };
}
