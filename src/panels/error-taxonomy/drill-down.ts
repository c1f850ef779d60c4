/** A family looked at alone, in place: which series are shown, and in which colours. Pure. */
import type { GrafanaTheme2 } from '@grafana/data';
import type { EpisodeMark } from '../../ui/plot';
import type { Entry } from './entries';
import type { Group } from './groups';
import type { TaxonomyView } from './view-model';

/** The keys of the series that are drawn of the chosen ones: a folded family is one, whichever of it were chosen. */
export function aloneOf(
  groups: readonly Group[],
  folded: ReadonlySet<string>,
  isolated: ReadonlySet<string>,
): ReadonlySet<string> {
  return new Set(
    groups.flatMap(({ key, hasHeading, entries }) => {
      const chosen = entries.filter((entry) => isolated.has(entry.key));
      const isOne = hasHeading && folded.has(key) && chosen.length > 0;
      return isOne ? [key] : chosen.map((entry) => entry.key);
    }),
  );
}

/** The family of which several scenarios, and nothing else, are shown alone. */
function familyAlone(entries: readonly Entry[], alone: ReadonlySet<string>): string | undefined {
  const shown = entries.filter(({ key, layer }) => layer && alone.has(key));
  const families = new Set(shown.map(({ kind, family }) => (kind === 'scenario' ? family.key : '')));
  const [family] = families;
  return shown.length > 1 && families.size === 1 && family !== '' ? family : undefined;
}

/** Its scenarios in colours that are told apart, unless somebody chose others. */
function entriesAlone(
  entries: readonly Entry[],
  family: string,
  { visualization }: GrafanaTheme2,
): readonly Entry[] {
  return entries.map((entry) => {
    const { card, layer } = entry;
    if (card?.family !== family || entry.color !== visualization.getColorByName(card.color)) {
      return entry;
    }
    const color = visualization.getColorByName(card.colorInFamily);
    return { ...entry, color, layer: layer && { ...layer, color } };
  });
}

/** Their marks in the same colours. */
const marksAlone = (episodes: readonly EpisodeMark[], family: string): readonly EpisodeMark[] =>
  episodes.map((mark) =>
    mark.card.family === family ? { ...mark, card: { ...mark.card, color: mark.card.colorInFamily } } : mark,
  );

/** The view with the colours of what is shown alone. */
export function viewAlone(
  view: TaxonomyView,
  alone: ReadonlySet<string>,
  theme: GrafanaTheme2,
): TaxonomyView {
  const family = familyAlone(view.entries, alone);
  return family === undefined
    ? view
    : {
        ...view,
        entries: entriesAlone(view.entries, family, theme),
        episodes: marksAlone(view.episodes, family),
      };
}
