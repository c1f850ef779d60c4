import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { SeriesTable, useStyles2, useTheme2 } from '@grafana/ui';
import { countOf } from './format';
import { ownLayer } from './PlotDrawing';
import type { TooltipRow } from './tooltip-rows';

const ROW_HEIGHT = 22;

interface Props {
  readonly rows: readonly TooltipRow[];
  /** When the bucket begins. */
  readonly time: string;
  /** Pixels from the left at which the bucket begins. */
  readonly place: number;
  readonly width: number;
  readonly height: number;
}

/** The numbers of one bucket beside it, as many as there is room for. */
export function PlotTooltip({ rows, time, place, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const room = Math.max(1, Math.floor(height / ROW_HEIGHT) - 3);
  return (
    <div className={styles.tooltip} style={beside(place, width)}>
      <SeriesTable
        timestamp={time}
        series={rows
          .slice(0, room)
          .map((row) => ({ label: row.name, color: row.color, value: countOf(row, theme)(row.value) }))}
      />
      {rows.length > room && <span className={styles.more}>and {rows.length - room} more</span>}
    </div>
  );
}

/** On the side with more room. */
function beside(x: number, width: number) {
  const most = Math.max(120, Math.max(x, width - x) - 24);
  return x < width / 2 ? { left: x + 16, maxWidth: most } : { right: width - x + 8, maxWidth: most };
}

const getStyles = (theme: GrafanaTheme2) => ({
  tooltip: css({
    ...ownLayer,
    position: 'absolute',
    top: theme.spacing(1),
    overflow: 'hidden',
    pointerEvents: 'none',
    zIndex: theme.zIndex.tooltip,
    padding: theme.spacing(1),
    background: theme.colors.background.secondary,
    boxShadow: theme.shadows.z2,
    borderRadius: theme.shape.borderRadius(1),
  }),
  more: css({ fontSize: theme.typography.bodySmall.fontSize, color: theme.colors.text.secondary }),
});
