import React from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Toggletip, useStyles2, useTheme2 } from '@grafana/ui';
import { scaleLinear } from 'd3-scale';
import { EpisodeCard } from './EpisodeCard';
import { AXIS_WIDTH } from './StackedBars';
import type { EpisodeMark } from './view-model';

const ROW_HEIGHT = 22;
const LEAST_WIDTH = 18;

interface Props {
  readonly marks: readonly EpisodeMark[];
  readonly unmarked: number;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
  readonly width: number;
}

export function laneHeight(marks: readonly EpisodeMark[]): number {
  return marks.length === 0 ? 0 : (Math.max(...marks.map(({ row }) => row)) + 1) * ROW_HEIGHT;
}

/** One button for each episode, above the time in which it happened; it opens the card with the remedy. */
export function EpisodeLane({ marks, unmarked, from, to, timeZone, width }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const x = scaleLinear([from, to], [AXIS_WIDTH, width]).clamp(true);
  const time = (ms: number) => dateTimeFormat(ms, { format: 'HH:mm', timeZone });

  return (
    <div
      className={styles.lane}
      style={{ height: laneHeight(marks), width }}
      role="group"
      aria-label="Episodes"
    >
      {marks.map((mark) => {
        const left = x(mark.from);
        const span = `${time(mark.from)}–${mark.ongoing ? 'now' : time(mark.to)}`;
        return (
          <Toggletip
            key={`${mark.scenario}-${mark.from}`}
            content={<EpisodeCard mark={mark} from={from} to={to} span={span} />}
            placement="bottom-start"
          >
            <button
              type="button"
              className={styles.mark}
              style={{
                left: Math.min(left, width - LEAST_WIDTH),
                top: mark.row * ROW_HEIGHT,
                width: Math.max(LEAST_WIDTH, x(mark.to) - left),
                borderColor: theme.visualization.getColorByName(mark.card.color),
              }}
              aria-label={`${mark.card.title}, ${span}, ${mark.count} requests`}
              title={`${mark.card.title} ${span}`}
            >
              {mark.card.title} {span}
            </button>
          </Toggletip>
        );
      })}
      {unmarked > 0 && (
        <span className={styles.more} title={`${unmarked} more episodes do not fit`}>
          +{unmarked}
        </span>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  lane: css({ position: 'relative' }),
  mark: css({
    position: 'absolute',
    height: ROW_HEIGHT - 3,
    padding: theme.spacing(0, 0.5),
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    textAlign: 'left',
    lineHeight: 1.2,
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.primary,
    background: theme.colors.background.secondary,
    border: '1px solid',
    borderLeftWidth: 4,
    borderRadius: theme.shape.borderRadius(1),
    '&:hover': { background: theme.colors.emphasize(theme.colors.background.secondary) },
  }),
  more: css({
    position: 'absolute',
    left: 0,
    bottom: 0,
    width: AXIS_WIDTH - 6,
    textAlign: 'right',
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
});
