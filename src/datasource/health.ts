import type { HealthCheckResult } from '@grafana/runtime';

interface Capability {
  readonly name: string;
  readonly state: 'ok' | 'limited' | 'missing';
  readonly message: string;
  readonly hint?: string;
}

/** What the backend’s health check answers beside its message. */
interface HealthDetails {
  readonly capabilities?: readonly Capability[];
  /** What to do about them is the catalogue’s hint. */
  readonly issues?: readonly { readonly path: string; readonly message: string }[];
}

/** What Grafana shows below “Save & test”; the verbose message is folded away, and keeps its lines. */
export interface TestResult {
  readonly status: 'success' | 'warning' | 'error';
  readonly message: string;
  readonly details?: { readonly verboseMessage: string };
}

/** The backend’s answer with each capability and what to do next; a warning where settings were left out. */
export function testResult(health: HealthCheckResult | undefined): TestResult {
  if (!health) {
    return { status: 'error', message: 'Grafana could not be reached.' };
  }
  const { capabilities = [], issues = [] } = (health.details ?? {}) as HealthDetails;
  const lines = [
    ...capabilities.map(({ name, state, message, hint = '' }) =>
      `${name}, ${state}: ${message} ${hint}`.trim(),
    ),
    ...issues.map(({ path, message }) => `${path}: ${message}`),
  ];
  return {
    status: String(health.status) !== 'OK' ? 'error' : issues.length > 0 ? 'warning' : 'success',
    message: health.message,
    ...(lines.length > 0 ? { details: { verboseMessage: lines.join('\n') } } : {}),
  };
}
