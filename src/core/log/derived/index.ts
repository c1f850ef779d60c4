import { backendHost } from './backend-host';
import { service } from './service';

export const derivedColumns = [service, backendHost] as const;

export type DerivedName = (typeof derivedColumns)[number]['name'];
export type { DerivedColumn } from './derived-column';
