import { asGatewaylensError } from '../../core/errors';
import type { HealthResult, RequestContext } from '../messages';
import { callSignal } from './call-signal';
import { CheckHealthResponse_HealthStatus, type DiagnosticsServer } from './gen/backend';
import { requestContext } from './request-context';

export type HealthHandler = (context: RequestContext, signal: AbortSignal) => Promise<HealthResult>;

export function diagnosticsService(handle: HealthHandler): DiagnosticsServer {
  return {
    checkHealth: (call, answer) => {
      const { pluginContext, headers } = call.request;
      void handle(requestContext(pluginContext, headers), callSignal(call))
        .catch(failedHealth)
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

function failedHealth(thrown: unknown): HealthResult {
  const { code, message, hint } = asGatewaylensError(thrown);
  return { ok: false, message: `${message} ${hint}`, details: { code, message, hint } };
}
