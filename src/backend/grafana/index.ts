export { dataService } from './data-service';
export { diagnosticsService } from './diagnostics-service';
export { logProblem, type ProblemReport } from './log-problem';
export { resourceService } from './resource-service';
