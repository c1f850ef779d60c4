/** What the lane above a plot holds: our own episodes, and annotations of the dashboard. */
import type { GrafanaTheme2 } from '@grafana/data';
import type { AnnotationMark } from './annotation-marks';
import type { EpisodeMark } from './episode-marks';

interface Placed {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly ongoing: boolean;
  readonly title: string;
  readonly color: string;
  /** What stays where there is no room for all. */
  readonly weight: number;
}

export type LaneMark =
  | (Placed & { readonly kind: 'episode'; readonly episode: EpisodeMark })
  | (Placed & { readonly kind: 'annotation'; readonly annotation: AnnotationMark });

export function laneMarks(
  episodes: readonly EpisodeMark[],
  annotations: readonly AnnotationMark[],
  theme: GrafanaTheme2,
): readonly LaneMark[] {
  const colour = (name: string) => theme.visualization.getColorByName(name || 'blue');
  return [
    ...episodes.map((episode): LaneMark => {
      const { scenario, from, to, ongoing, card, count } = episode;
      const key = `episode ${scenario} ${from}`;
      const { title, color } = card;
      return { kind: 'episode', key, from, to, ongoing, title, color: colour(color), weight: count, episode };
    }),
    ...annotations.map((annotation, i): LaneMark => {
      const { from, to, title, color } = annotation;
      const key = `annotation ${i} ${from}`;
      // Somebody chose to have them on the dashboard: they stay before any episode.
      const weight = Infinity;
      return {
        kind: 'annotation',
        key,
        from,
        to,
        ongoing: false,
        title,
        color: colour(color),
        weight,
        annotation,
      };
    }),
  ];
}
