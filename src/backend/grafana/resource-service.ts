import { asGatewaylensError, GatewaylensError } from '../../core/errors';
import type { RequestContext, ResourceRequest, ResourceResult } from '../messages';
import { callSignal } from './call-signal';
import type { ResourceServer } from './gen/backend';
import type { ProblemReport } from './log-problem';
import { json, requestContext } from './request-context';

type ResourceHandler = (
  request: ResourceRequest,
  context: RequestContext,
  signal: AbortSignal,
) => Promise<ResourceResult>;

/** Room for the longest row that can be explained, escaped as JSON. */
const MOST_BYTES = 4 * 2 ** 20;

/** Before it is read: a body costs many times its size. */
function checkSize({ length }: Uint8Array): void {
  if (length > MOST_BYTES) {
    throw new GatewaylensError('request-too-large', { bytes: length, allowed: MOST_BYTES });
  }
}

export function resourceService(handle: ResourceHandler, report: ProblemReport): ResourceServer {
  return {
    callResource: (call) => {
      const { pluginContext, path, method, body } = call.request;
      const answered = async () => {
        checkSize(body);
        const request = { path, method, body: json(body) };
        return handle(request, requestContext(pluginContext, {}), callSignal(call));
      };
      void answered()
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
