import { count } from './count';
import type { Measure } from './measure';

export const measures = { count } as const satisfies Record<string, Measure>;
export type MeasureId = keyof typeof measures;
