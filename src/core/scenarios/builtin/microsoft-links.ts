/** Pages that several scenarios refer to; addresses without a language, so that readers get their own. */
import type { Link } from '../scenario';

const learn = (title: string, path: string): Link => ({
  title: `Microsoft: ${title}`,
  url: `https://learn.microsoft.com/${path}`,
});

export const errorHandling = learn(
  'error handling in policies',
  'azure/api-management/api-management-error-handling-policies',
);
export const forwardRequest = learn('forward-request policy', 'azure/api-management/forward-request-policy');
export const retryPolicy = learn('retry policy', 'azure/api-management/retry-policy');
export const backends = learn('backends', 'azure/api-management/backends');
export const requestTracing = learn(
  'trace a request',
  'azure/api-management/api-management-howto-api-inspector',
);
export const snatPorts = learn(
  'timeouts and SNAT ports',
  'azure/api-management/troubleshoot-response-timeout-and-errors',
);
export const capacity = learn('capacity metrics', 'azure/api-management/api-management-capacity');
export const runtimeLimits = learn(
  'limits of API Management',
  'azure/azure-resource-manager/management/azure-subscription-service-limits#azure-api-management-limits',
);
export const virtualNetworkReference = learn(
  'virtual network reference',
  'azure/api-management/virtual-network-reference',
);
export const caCertificates = learn(
  'custom CA certificates',
  'azure/api-management/api-management-howto-ca-certificates',
);
export const backendCertificates = learn(
  'certificates and backends',
  'azure/api-management/api-management-howto-mutual-certificates',
);
export const trustedRoots = learn('trusted root programme', 'security/trusted-root/participants-list');
export const protocolsAndCiphers = learn(
  'TLS protocols and ciphers',
  'azure/api-management/api-management-howto-manage-protocols-ciphers',
);
export const policyExpressions = learn(
  'policy expressions',
  'azure/api-management/api-management-policy-expressions',
);
export const logReference = learn(
  'gateway log reference',
  'azure/api-management/gateway-log-schema-reference',
);
