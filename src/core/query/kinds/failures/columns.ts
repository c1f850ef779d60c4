import type { PlanColumn } from '../../../plan';
import type { FailuresQuery } from './query';

/** The columns of a failed request that are shown, in order. */
export function columnsOf({ queryStrings }: FailuresQuery): readonly { column: PlanColumn; title: string }[] {
  return [
    { column: 'TimeGenerated', title: 'Time' },
    { column: 'Scenario', title: 'Id' },
    { column: 'Outcome', title: 'Outcome' },
    { column: 'Confidence', title: 'Confidence' },
    { column: 'Basis', title: 'Basis' },
    { column: 'Service', title: 'Service' },
    { column: 'Region', title: 'Region' },
    { column: 'ApiId', title: 'API' },
    { column: 'OperationId', title: 'Operation' },
    { column: 'Method', title: 'Method' },
    { column: queryStrings ? 'Url' : 'UrlPath', title: 'Address' },
    { column: 'ResponseCode', title: 'Status' },
    { column: 'BackendResponseCode', title: 'Backend status' },
    { column: 'BackendHost', title: 'Backend host' },
    { column: 'TotalTime', title: 'Total time' },
    { column: 'BackendTime', title: 'Backend time' },
    { column: 'LastErrorSource', title: 'Error source' },
    { column: 'LastErrorReason', title: 'Error reason' },
    { column: 'LastErrorMessage', title: 'Error message' },
    { column: 'FirstErrorReason', title: 'First error’s reason' },
    { column: 'CorrelationId', title: 'Correlation id' },
    { column: '_ResourceId', title: 'Resource id' },
  ];
}
