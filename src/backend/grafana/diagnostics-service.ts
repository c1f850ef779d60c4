import { asGatewaylensError, type GatewaylensError } from '../../core/errors';
import type { Logger } from '../goplugin';
import type { HealthResult, RequestContext } from '../messages';
import { callSignal } from './call-signal';
import { CheckHealthResponse_HealthStatus, type DiagnosticsServer } from './gen/backend';
import { logProblem } from './log-problem';
import { requestContext } from './request-context';

export type HealthHandler = (context: RequestContext, signal: AbortSignal) => Promise<HealthResult>;

export function diagnosticsService(handle: HealthHandler, log: Logger): DiagnosticsServer {
  return {
    checkHealth: (call, answer) => {
      const { pluginContext, headers } = call.request;
      void handle(requestContext(pluginContext, headers), callSignal(call))
        .catch((thrown: unknown) => failedHealth(asGatewaylensError(thrown), log))
        .then(({ ok, message, details }) =>
          answer(null, {
            status: ok ? CheckHealthResponse_HealthStatus.OK : CheckHealthResponse_HealthStatus.ERROR,
            message,
            jsonDetails: Buffer.from(JSON.stringify(details)),
          }),
        );
    },
  };
}

function failedHealth(problem: GatewaylensError, log: Logger): HealthResult {
  const { code, message, hint } = problem;
  logProblem(log, 'health check', problem);
  return { ok: false, message: `${message} ${hint}`, details: { code, message, hint } };
}
