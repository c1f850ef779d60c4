import { asGatewaylensError, type GatewaylensError } from '../../core/errors';
import type { RequestContext, ResourceRequest, ResourceResult } from '../messages';
import { callSignal } from './call-signal';
import type { ResourceServer } from './gen/backend';
import type { ProblemReport } from './log-problem';
import { json, requestContext } from './request-context';

export type ResourceHandler = (
  request: ResourceRequest,
  context: RequestContext,
  signal: AbortSignal,
) => Promise<ResourceResult>;

export function resourceService(handle: ResourceHandler, report: ProblemReport): ResourceServer {
  return {
    callResource: (call) => {
      const { pluginContext, path, method, body } = call.request;
      void handle({ path, method, body: json(body) }, requestContext(pluginContext, {}), callSignal(call))
        .catch((thrown: unknown) => failedResource(asGatewaylensError(thrown), report))
        .then(({ status, body: answer }) => {
          call.write({
            code: status,
            headers: { 'Content-Type': { values: ['application/json'] } },
            body: Buffer.from(JSON.stringify(answer)),
          });
          call.end();
        });
    },
  };
}

function failedResource(problem: GatewaylensError, report: ProblemReport): ResourceResult {
  const { code, message, hint, status } = problem;
  report('resource', problem);
  return { status, body: { code, message, hint } };
}
