import { asGatewaylensError, type GatewaylensError } from '../../core/errors';
import type { HealthResult, RequestContext } from '../messages';
import { callSignal } from './call-signal';
import { CheckHealthResponse_HealthStatus, type DiagnosticsServer } from './gen/backend';
import type { ProblemReport } from './log-problem';
import { requestContext } from './request-context';

type HealthHandler = (context: RequestContext, signal: AbortSignal) => Promise<HealthResult>;

/** @param metrics the process’s numbers as a text of Prometheus */
export function diagnosticsService(
  handle: HealthHandler,
  metrics: () => Promise<string>,
  report: ProblemReport,
): DiagnosticsServer {
  return {
    checkHealth: (call, answer) => {
      const { pluginContext, headers } = call.request;
      void handle(requestContext(pluginContext, headers), callSignal(call))
        .catch((thrown: unknown) => failedHealth(asGatewaylensError(thrown), report))
        .then(({ ok, message, details }) =>
          answer(null, {
            status: ok ? CheckHealthResponse_HealthStatus.OK : CheckHealthResponse_HealthStatus.ERROR,
            message,
            jsonDetails: Buffer.from(JSON.stringify(details)),
          }),
        );
    },
    collectMetrics: (_, answer) => {
      metrics().then(
        (text) => answer(null, { metrics: { prometheus: Buffer.from(text) } }),
        (thrown: unknown) => {
          report('metrics', asGatewaylensError(thrown));
          answer(null, { metrics: undefined });
        },
      );
    },
  };
}

function failedHealth(problem: GatewaylensError, report: ProblemReport): HealthResult {
  const { code, message, hint } = problem;
  report('health check', problem);
  return { ok: false, message: `${message} ${hint}`, details: { code, message, hint } };
}
