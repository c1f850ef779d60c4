import { GatewaylensError } from '../../../core/errors';
import type { RequestContext, ResourceRequest, ResourceResult } from '../../messages';
import type { Instance } from '../instance';
import { catalogue } from './catalogue';
import { explain } from './explain';
import { kql } from './kql';
import type { Resource } from './resource';
import { scopes } from './scopes';
import { values } from './values';

const resources: Readonly<Record<string, Resource>> = { catalogue, kql, values, explain, scopes };

export async function callResource(
  { path, method, body }: ResourceRequest,
  instance: Instance,
  asker: Pick<RequestContext, 'user'>,
  signal: AbortSignal,
): Promise<ResourceResult> {
  const resource = Object.hasOwn(resources, path) ? resources[path] : undefined;
  if (!resource) {
    throw new GatewaylensError('resource-unknown', {
      path: path.slice(0, 100),
      resources: Object.keys(resources).join(', '),
    });
  }
  if (method !== resource.method) {
    throw new GatewaylensError('method-wrong', { path, method: resource.method });
  }
  return { status: 200, body: await resource.answer(body, instance, asker, signal) };
}
