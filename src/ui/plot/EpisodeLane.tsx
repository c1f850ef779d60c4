import React from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { Toggletip, useStyles2, useTheme2 } from '@grafana/ui';
import { EpisodeCard } from './EpisodeCard';
import type { LaneLayout } from './lane-layout';
import { AXIS_WIDTH } from './SeriesPlot';

const ROW_HEIGHT = 22;

interface Props {
  readonly layout: LaneLayout;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
  readonly width: number;
}

export function laneHeight({ placed }: LaneLayout): number {
  return placed.length === 0 ? 0 : (Math.max(...placed.map(({ row }) => row)) + 1) * ROW_HEIGHT;
}

/** One button for each episode, above the time in which it happened; it opens the card with the remedy. */
export function EpisodeLane({ layout, from, to, timeZone, width }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const format = to - from > DAY_MS ? 'MM-DD HH:mm' : 'HH:mm';
  const time = (ms: number) => dateTimeFormat(ms, { format, timeZone });

  return (
    <div
      className={styles.lane}
      style={{ height: laneHeight(layout), width }}
      role="group"
      aria-label="Episodes"
    >
      {layout.placed.map(({ mark, left, width: markWidth, row }) => {
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
                left,
                top: row * ROW_HEIGHT,
                width: markWidth,
                borderColor: theme.visualization.getColorByName(mark.card.color),
              }}
              aria-label={`${mark.card.title}, ${span}, ${mark.count.toLocaleString()} requests`}
              title={`${mark.card.title}, ${span}`}
            >
              {mark.card.title}, {span}
            </button>
          </Toggletip>
        );
      })}
      {layout.hidden > 0 && (
        <span className={styles.more} title={`${layout.hidden} more episodes do not fit`}>
          +{layout.hidden}
        </span>
      )}
    </div>
  );
}

const DAY_MS = 86_400_000;

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
