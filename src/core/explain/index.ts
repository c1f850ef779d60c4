export { saysOf, type Comparison, type Condition } from './condition';
export { explain, type ExplainOptions } from './explain';
export type { Explanation, Fact, ScenarioTexts } from './explanation';
export { pastedRow, type ParseCsv } from './pasted-row';
export type { RowError } from './row-errors';
export type { TimePart, TimeSplit } from './time-split';
