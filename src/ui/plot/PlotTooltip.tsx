import React from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { SeriesTable, useStyles2, useTheme2 } from '@grafana/ui';
import { formatOf } from './format';
import type { Layer } from './layer';

const ROW_HEIGHT = 22;

interface Props {
  readonly layers: readonly Layer[];
  /** Index of the bucket. */
  readonly bucket: number;
  readonly start: number;
  readonly isIncomplete: boolean;
  readonly timeZone: TimeZone;
  /** Pixels from the left at which the bucket begins. */
  readonly place: number;
  readonly width: number;
  readonly height: number;
}

/** The numbers of one bucket beside it, the largest first, as many as there is room for. */
export function PlotTooltip(props: Props) {
  const { layers, bucket, start, isIncomplete, timeZone, place, width, height } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const format = formatOf(layers, theme);
  const rows = layers
    .flatMap(({ name, color, values }) => {
      const value = values[bucket] ?? 0;
      return value > 0 ? [{ name, color, value }] : [];
    })
    .sort((a, b) => b.value - a.value);
  const room = Math.max(1, Math.floor(height / ROW_HEIGHT) - 3);
  const time = dateTimeFormat(start, { timeZone });
  return (
    <div className={styles.tooltip} style={beside(place, width)}>
      <SeriesTable
        timestamp={isIncomplete ? `${time} (partly in the range)` : time}
        series={rows
          .slice(0, room)
          .map(({ name, color, value }) => ({ label: name, color, value: format(value) }))}
      />
      {rows.length > room && <span className={styles.more}>and {rows.length - room} more</span>}
    </div>
  );
}

/** On the side with more room. */
function beside(x: number, width: number) {
  return x < width / 2 ? { left: x + 16 } : { right: width - x + 8 };
}

const getStyles = (theme: GrafanaTheme2) => ({
  tooltip: css({
    position: 'absolute',
    top: theme.spacing(1),
    pointerEvents: 'none',
    zIndex: theme.zIndex.tooltip,
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    boxShadow: theme.shadows.z2,
    borderRadius: theme.shape.borderRadius(1),
  }),
  more: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary }),
});
