/** Addresses that lead into the app from outside of its pages: small, because Grafana loads it at its start. */
import { CATALOGUE_PATH, runbookPath } from '../core/query';

export { CATALOGUE_PATH, runbookPath };

/** Parameter of the catalogue page: only scenarios that occur. */
export const OCCURRING = 'occurring';
