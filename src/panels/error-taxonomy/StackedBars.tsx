import React, { useMemo, useState, type PointerEvent } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, getDisplayProcessor, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { SeriesTable, useStyles2, useTheme2 } from '@grafana/ui';
import { scaleLinear } from 'd3-scale';
import { tickFormat, timeTicks } from './time-ticks';
import type { Layer } from './view-model';

export const AXIS_WIDTH = 48;
const AXIS_HEIGHT = 20;
/** Room for half a line of text above the topmost label. */
const TOP = 10;

interface Props {
  readonly layers: readonly Layer[];
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
  readonly width: number;
  readonly height: number;
}

/** Bars over time, one for each bucket, layered by series: one path for each series. */
export function StackedBars({ layers, times, stepMs, from, to, timeZone, width, height }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const [hovered, setHovered] = useState<number>();
  const x = scaleLinear([from, to], [AXIS_WIDTH, width]);
  const stacks = useMemo(() => stacked(layers, times.length), [layers, times.length]);
  const top = Math.max(1e-9, ...(stacks.at(-1) ?? []));
  const y = scaleLinear([0, top], [height - AXIS_HEIGHT, TOP]).nice(4);
  const format = useMemo(() => {
    const [layer] = layers;
    const display = layer && (layer.field.display ?? getDisplayProcessor({ field: layer.field, theme }));
    return (value: number) => {
      const { prefix = '', text = String(value), suffix = '' } = display?.(value) ?? {};
      return `${prefix}${text}${suffix}`;
    };
  }, [layers, theme]);
  const barWidth = Math.max(1, x(from + stepMs) - x(from) - 1);
  const paths = layers.map((_, k) =>
    times
      .map((time, i) => bar(x(time), barWidth, y(stacks[k - 1]?.[i] ?? 0), y(stacks[k]?.[i] ?? 0)))
      .join(''),
  );
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const time = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
    const index = times.findIndex((start) => time >= start && time < start + stepMs);
    setHovered(index < 0 ? undefined : index);
  };

  return (
    <div className={styles.plot} style={{ width, height }}>
      <svg
        role="img"
        aria-label={`Failed requests over time in ${layers.length} series`}
        width={width}
        height={height}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setHovered(undefined)}
      >
        <defs>
          <clipPath id={`plot-${width}-${height}`}>
            <rect x={AXIS_WIDTH} y={0} width={Math.max(0, width - AXIS_WIDTH)} height={height} />
          </clipPath>
        </defs>
        {y.ticks(4).map((value) => (
          <g key={value} transform={`translate(0,${y(value)})`}>
            <line className={styles.grid} x1={AXIS_WIDTH} x2={width} />
            <text className={styles.label} x={AXIS_WIDTH - 6} dy="0.32em" textAnchor="end">
              {format(value)}
            </text>
          </g>
        ))}
        {timeTicks(from, to, timeZone, Math.max(2, width / 110)).map((time) => (
          <text key={time} className={styles.label} x={x(time)} y={height - 6} textAnchor="middle">
            {dateTimeFormat(time, { format: tickFormat(from, to), timeZone })}
          </text>
        ))}
        <g clipPath={`url(#plot-${width}-${height})`}>
          {layers.map(({ name, color }, k) => (
            <path key={k} d={paths[k]} fill={color} aria-label={name} />
          ))}
          {hovered !== undefined && (
            <rect
              className={styles.cursor}
              x={x(times[hovered] ?? 0)}
              y={0}
              width={barWidth + 1}
              height={height - AXIS_HEIGHT}
            />
          )}
        </g>
      </svg>
      {hovered !== undefined && (
        <div className={styles.tooltip} style={tooltipPlace(x(times[hovered] ?? 0), width)}>
          <SeriesTable
            timestamp={dateTimeFormat(times[hovered] ?? 0, { timeZone })}
            series={layers
              .filter(({ values }) => (values[hovered] ?? 0) > 0)
              .map(({ name, color, values }) => ({
                label: name,
                color,
                value: format(values[hovered] ?? 0),
              }))}
          />
        </div>
      )}
    </div>
  );
}

/** Upper edges of all layers, bucket by bucket. */
function stacked(layers: readonly Layer[], buckets: number): number[][] {
  const below = new Array<number>(buckets).fill(0);
  return layers.map(({ values }) => {
    values.forEach((value, i) => (below[i] = (below[i] ?? 0) + value));
    return [...below];
  });
}

function bar(x: number, width: number, bottom: number, top: number): string {
  return top < bottom
    ? `M${x.toFixed(1)} ${bottom.toFixed(1)}h${width.toFixed(1)}V${top.toFixed(1)}h${(-width).toFixed(1)}z`
    : '';
}

/** Beside the pointer, on the side with more room. */
function tooltipPlace(x: number, width: number) {
  return x < width / 2 ? { left: x + 16 } : { right: width - x + 8 };
}

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({ position: 'relative' }),
  grid: css({ stroke: theme.colors.border.weak }),
  label: css({ fill: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  cursor: css({ fill: theme.colors.action.hover, pointerEvents: 'none' }),
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
});
