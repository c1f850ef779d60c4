import React from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { countOf } from './format';
import { ownLayer } from './PlotDrawing';
import type { TooltipRow } from './tooltip-rows';
import { AXIS_HEIGHT } from './sizes';

/** More than this nobody listens to. */
const MOST_READ = 5;

interface Props {
  readonly label: string;
  /** The chosen bucket by its index. */
  readonly bucket: number | undefined;
  readonly buckets: number;
  readonly rows: readonly TooltipRow[];
  readonly time: string;
  readonly onPoint: (bucket: number | undefined) => void;
}

/** The pointer for those who use the keyboard: arrows go through the buckets, and a screen reader reads their numbers. */
export function TimeSlider({ label, bucket, buckets, rows, time, onPoint }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const numbers = rows.slice(0, MOST_READ).map((row) => `${row.name} ${countOf(row, theme)(row.value)}`);
  return (
    <input
      type="range"
      className={styles.slider}
      aria-label={`${label}: numbers by time`}
      aria-valuetext={bucket === undefined ? 'No time chosen' : [time, ...numbers].join('; ')}
      min={0}
      max={Math.max(0, buckets - 1)}
      value={bucket ?? Math.max(0, buckets - 1)}
      onFocus={() => buckets > 0 && onPoint(bucket ?? buckets - 1)}
      onBlur={() => onPoint(undefined)}
      onChange={({ currentTarget }) => onPoint(Number(currentTarget.value))}
    />
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  /** Seen only as the outline of what it moves in. */
  slider: css({
    ...ownLayer,
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    bottom: AXIS_HEIGHT,
    width: '100%',
    height: `calc(100% - ${AXIS_HEIGHT}px)`,
    margin: 0,
    appearance: 'none',
    background: 'none',
    pointerEvents: 'none',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, boxShadow: 'none' },
    '&::-webkit-slider-thumb': { appearance: 'none', width: 0, height: 0 },
    '&::-moz-range-thumb': { width: 0, height: 0, border: 0 },
  }),
});
