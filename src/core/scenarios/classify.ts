import type { CanonicalRow } from '../log';
import { holds } from '../predicate';
import type { Catalogue } from './catalogue';
import { NONE, UNCLASSIFIED, type Classification } from './classification';
import { outcomeRules } from './outcome';

/** Why this row failed: the reference meaning of the catalogue, row by row. */
export function classify(row: CanonicalRow, catalogue: Catalogue): Classification {
  const outcome = outcomeRules.find(({ when }) => holds(when, row))?.outcome ?? 'succeeded';
  if (outcome === 'succeeded') {
    return { outcome, ...NONE };
  }
  return { outcome, ...(catalogue.rules.find(({ when }) => holds(when, row))?.gives ?? UNCLASSIFIED) };
}
