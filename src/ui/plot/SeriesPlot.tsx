import React, { memo, useId, useMemo, useState, type PointerEvent } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { scaleLinear, type ScaleLinear } from 'd3-scale';
import { formatOf } from './format';
import { PlotTooltip } from './PlotTooltip';
import { bars, line, stacked, ticks as ticksOf } from './shapes';
import { tickFormat, timeTicks } from './time-ticks';
import type { Layer } from './layer';

export const AXIS_WIDTH = 60;
const AXIS_HEIGHT = 20;
const LABEL_HEIGHT = 14;
const LABEL_WIDTH = 40;
/** How far above the bars the axis reaches for marks. */
const OVERLAY_ROOM = 2;
/** Room for half a line of text above the topmost label. */
const TOP = 10;

export interface Level {
  readonly value: number;
  readonly label: string;
  readonly isStrong: boolean;
}

const NONE: readonly never[] = [];

interface Props {
  /** What the drawing shows, for those who cannot see it. */
  readonly label: string;
  readonly layers: readonly Layer[];
  /** Draw bars on top of each other; otherwise lines. */
  readonly addsUp: boolean;
  /** Marks for each bucket over the bars, in the same unit, which do not add up. */
  readonly overlays?: readonly Layer[];
  /** Values that mean something; drawn where the axis reaches them. */
  readonly levels?: readonly Level[];
  readonly times: readonly number[];
  readonly stepMs: number;
  /** Starts of the buckets that the range covers only in part. */
  readonly incomplete: ReadonlySet<number>;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
  readonly width: number;
  readonly height: number;
}

/** Series over time: as bars, one for each bucket, layered by series; or as lines where they do not add up. */
export function SeriesPlot(props: Props) {
  const {
    label,
    layers,
    addsUp,
    overlays = NONE,
    levels = NONE,
    times,
    stepMs,
    incomplete,
    from,
    to,
    timeZone,
    width,
    height,
  } = props;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const clip = useId();
  const [pointed, setPointed] = useState<number>();
  // The series may have become shorter under the pointer.
  const hovered = pointed !== undefined && pointed < times.length ? pointed : undefined;
  const start = times[hovered ?? 0] ?? 0;
  const x = useMemo(() => scaleLinear([from, to], [AXIS_WIDTH, width]), [from, to, width]);
  const edges = useMemo(
    () => (addsUp ? stacked(layers, times.length) : layers.map(({ values }) => values)),
    [addsUp, layers, times.length],
  );
  const y = useMemo(() => {
    const mostOf = (lists: readonly (readonly (number | null)[])[]) =>
      lists.flat().reduce<number>((most, value) => Math.max(most, value ?? 0), 1e-9);
    const stack = mostOf(edges);
    // Marks far above would press the bars flat: those are left to the tooltip.
    const top = Math.max(stack, Math.min(OVERLAY_ROOM * stack, mostOf(overlays.map(({ values }) => values))));
    return scaleLinear([0, top], [height - AXIS_HEIGHT, TOP]).nice(4);
  }, [edges, overlays, height]);
  const ticks = useMemo(() => {
    const isWhole = edges.flat().every((value) => Number.isInteger(value ?? 0));
    return y.ticks(4).filter((value) => !isWhole || Number.isInteger(value));
  }, [edges, y]);
  const format = useMemo(() => formatOf(layers, theme), [layers, theme]);
  const onPointerMove = (event: PointerEvent<SVGSVGElement>) => {
    const time = x.invert(event.clientX - event.currentTarget.getBoundingClientRect().left);
    const index = times.findIndex((first) => time >= first && time < first + stepMs);
    setPointed(index < 0 ? undefined : index);
  };

  return (
    <div className={styles.plot} style={{ width, height }}>
      <svg
        role="img"
        aria-label={label}
        width={width}
        height={height}
        onPointerMove={onPointerMove}
        onPointerLeave={() => setPointed(undefined)}
      >
        <defs>
          <clipPath id={clip}>
            <rect x={AXIS_WIDTH} y={0} width={Math.max(0, width - AXIS_WIDTH)} height={height} />
          </clipPath>
        </defs>
        {ticks.map((value) => (
          <g key={value} transform={`translate(0,${y(value)})`}>
            <line className={styles.grid} x1={AXIS_WIDTH} x2={width} />
            <text className={styles.label} x={AXIS_WIDTH - 6} dy="0.32em" textAnchor="end">
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
        <g clipPath={`url(#${clip})`}>
          {placedLevels(levels, y).map(({ value, label: text, isStrong, isNamed }) => (
            <g key={value} transform={`translate(0,${y(value)})`}>
              <line className={isStrong ? styles.strongLevel : styles.level} x1={AXIS_WIDTH} x2={width} />
              {isNamed && (
                <text className={styles.label} x={width - 4} dy="-0.3em" textAnchor="end">
                  {text}
                </text>
              )}
            </g>
          ))}
          <Shapes layers={layers} addsUp={addsUp} edges={edges} times={times} stepMs={stepMs} x={x} y={y} />
          {overlays.map(({ name, color, values }) => (
            <path
              key={name}
              d={ticksOf(times, stepMs, values, x, y)}
              fill="none"
              stroke={color}
              strokeWidth={2}
            />
          ))}
          {hovered !== undefined && (
            <rect
              className={styles.cursor}
              x={x(start)}
              y={0}
              width={Math.max(1, x(from + stepMs) - x(from))}
              height={Math.max(0, height - AXIS_HEIGHT)}
            />
          )}
        </g>
      </svg>
      {hovered !== undefined && (
        <PlotTooltip
          layers={overlays.length > 0 ? [...layers, ...overlays] : layers}
          bucket={hovered}
          start={start}
          isIncomplete={incomplete.has(start)}
          timeZone={timeZone}
          place={x(start)}
          width={width}
          height={height}
        />
      )}
    </div>
  );
}

/** Levels that the axis reaches, named where there is room for the name; the strong ones first. */
function placedLevels(levels: readonly Level[], y: ScaleLinear<number, number>) {
  const named: number[] = [];
  return levels
    .filter(({ value }) => value <= (y.domain()[1] ?? 0))
    .sort((a, b) => Number(b.isStrong) - Number(a.isStrong))
    .map((level) => {
      const place = y(level.value);
      const isNamed = named.every((other) => Math.abs(other - place) >= LABEL_HEIGHT);
      if (isNamed) {
        named.push(place);
      }
      return { ...level, isNamed };
    });
}

interface ShapesProps extends Pick<Props, 'layers' | 'addsUp' | 'times' | 'stepMs'> {
  readonly edges: readonly (readonly (number | null)[])[];
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/** One path for each series; they stay as they are while the pointer moves. */
const Shapes = memo(function Shapes({ layers, addsUp, edges, times, stepMs, x, y }: ShapesProps) {
  return (
    <>
      {layers.map(({ color }, k) =>
        addsUp ? (
          <path key={k} d={bars(times, stepMs, edges[k - 1], edges[k] ?? [], x, y)} fill={color} />
        ) : (
          <path
            key={k}
            d={line(times, stepMs, edges[k] ?? [], x, y)}
            fill="none"
            stroke={color}
            strokeWidth={1.5}
            strokeLinecap="round"
          />
        ),
      )}
    </>
  );
});

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({ position: 'relative' }),
  grid: css({ stroke: theme.colors.border.weak }),
  level: css({ stroke: theme.colors.text.disabled, strokeDasharray: '2 3' }),
  strongLevel: css({ stroke: theme.colors.warning.main, strokeWidth: 2, strokeDasharray: '6 3' }),
  label: css({ fill: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  cursor: css({ fill: theme.colors.action.hover, pointerEvents: 'none' }),
});
