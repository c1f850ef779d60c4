import type { Episode, ScenarioCard } from '../../core/frames';

export interface EpisodeMark extends Episode {
  readonly card: ScenarioCard;
  /** Share of all requests that count as failures, 0 to 1. */
  readonly share: number;
  /** Letters of the queries that counted those; undefined where that goes without saying. */
  readonly query: string | undefined;
}

interface Told {
  readonly episodes: readonly Episode[];
  readonly scenarios: Readonly<Record<string, ScenarioCard>>;
}

/**
 * Episodes whose card came along, the first one first; two queries may tell of the same one.
 * @param failuresOf how many requests the query counts as failures
 * @param queryOf which query that is, where there are several
 */
export function marksOf<T extends Told>(
  told: readonly T[],
  failuresOf: (one: T) => number,
  queryOf: (one: T) => string | undefined = () => undefined,
): EpisodeMark[] {
  const marks = told.flatMap((one) =>
    one.episodes.flatMap((episode) => {
      const card = Object.hasOwn(one.scenarios, episode.scenario)
        ? one.scenarios[episode.scenario]
        : undefined;
      const share = episode.count / (failuresOf(one) || 1);
      return card ? [{ ...episode, card, share, query: queryOf(one) }] : [];
    }),
  );
  return [
    ...new Map(
      marks.map((mark) => [[mark.scenario, mark.from, mark.to, mark.count].join(' '), mark]),
    ).values(),
  ].sort((a, b) => a.from - b.from);
}
