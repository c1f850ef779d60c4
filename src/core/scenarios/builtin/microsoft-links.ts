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
export const subscriptions = learn(
  'subscriptions and keys',
  'azure/api-management/api-management-subscriptions',
);
export const unauthorized = learn(
  '401 errors',
  'troubleshoot/azure/api-mgmt/availability/unauthorized-errors-invoke-apis',
);
export const throttling = learn(
  '403 and 429 errors',
  'troubleshoot/azure/api-mgmt/availability/request-throttling-http-403',
);
export const validateJwt = learn('validate-jwt policy', 'azure/api-management/validate-jwt-policy');
export const validateEntraToken = learn(
  'validate-azure-ad-token policy',
  'azure/api-management/validate-azure-ad-token-policy',
);
export const ipFilter = learn('ip-filter policy', 'azure/api-management/ip-filter-policy');
export const checkHeader = learn('check-header policy', 'azure/api-management/check-header-policy');
export const validateClientCertificate = learn(
  'validate-client-certificate policy',
  'azure/api-management/validate-client-certificate-policy',
);
export const clientCertificates = learn(
  'client certificates',
  'azure/api-management/api-management-howto-mutual-certificates-for-clients',
);
export const rateLimit = learn('rate-limit policy', 'azure/api-management/rate-limit-policy');
export const rateLimitByKey = learn(
  'rate-limit-by-key policy',
  'azure/api-management/rate-limit-by-key-policy',
);
export const quota = learn('quota policy', 'azure/api-management/quota-policy');
export const quotaByKey = learn('quota-by-key policy', 'azure/api-management/quota-by-key-policy');
export const tokenLimit = learn('llm-token-limit policy', 'azure/api-management/llm-token-limit-policy');
export const limitConcurrency = learn(
  'limit-concurrency policy',
  'azure/api-management/limit-concurrency-policy',
);
export const validateContent = learn(
  'validate-content policy',
  'azure/api-management/validate-content-policy',
);
export const contentSafety = learn(
  'llm-content-safety policy',
  'azure/api-management/llm-content-safety-policy',
);
export const managedIdentity = learn(
  'authentication-managed-identity policy',
  'azure/api-management/authentication-managed-identity-policy',
);
export const authorizationContext = learn(
  'get-authorization-context policy',
  'azure/api-management/get-authorization-context-policy',
);
export const addApi = learn('operations of an API', 'azure/api-management/add-api-manually');
