import type { Kind } from '../kind';
import { fields } from './fields';
import { frames } from './frames';
import { plans } from './plans';
import { timingQuery, type TimingQuery } from './query';

export const timing: Kind<TimingQuery> = { ...timingQuery, fields, plans, frames };
