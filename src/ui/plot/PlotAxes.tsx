import React from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ScaleLinear } from 'd3-scale';
import { tickFormat, timeTicks } from './time-ticks';

const LABEL_WIDTH = 40;

interface Props {
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
  readonly width: number;
  readonly height: number;
}

export function PlotAxes({ x, y, ticks, format, from, to, timeZone, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const [left = 0] = x.range();
  return (
    <>
      {ticks.map((value) => (
        <g key={value} transform={`translate(0,${y(value)})`}>
          <line className={styles.grid} x1={left} x2={width} />
          <text className={styles.label} x={left - 6} dy="0.32em" textAnchor="end">
            {format(value)}
          </text>
        </g>
      ))}
      {timeTicks(from, to, timeZone, Math.max(2, width / 110))
        .filter((time) => x(time) < width - LABEL_WIDTH / 2)
        .map((time) => (
          <text key={time} className={styles.label} x={x(time)} y={height - 6} textAnchor="middle">
            {dateTimeFormat(time, { format: tickFormat(from, to), timeZone })}
          </text>
        ))}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  grid: css({ stroke: theme.colors.border.weak }),
  label: css({ fill: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
