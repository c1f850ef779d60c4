/** Azure's libraries, in one place that is loaded when the first request needs them. */
export {
  createHttpHeaders,
  createPipelineFromOptions,
  createPipelineRequest,
  RestError,
} from '@azure/core-rest-pipeline';
export {
  ClientSecretCredential,
  ManagedIdentityCredential,
  WorkloadIdentityCredential,
} from '@azure/identity';
export { LogsQueryClient } from '@azure/monitor-query';
