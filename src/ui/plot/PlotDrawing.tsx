import React, { memo, useId, useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ScaleLinear } from 'd3-scale';
import type { Layer } from './layer';
import { LayerShapes } from './LayerShapes';
import type { PlacedLevel } from './levels';
import { yTicks } from './plot-scales';
import { PlotAxes } from './PlotAxes';
import { ticks as ticksOf } from './shapes';
import { AXIS_HEIGHT } from './sizes';

/** A stretch of time that is marked through the whole height, or an instant. */
export interface Region {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly color: string;
}

interface Props {
  readonly label: string;
  readonly layers: readonly Layer[];
  readonly addsUp: boolean;
  readonly edges: readonly (readonly (number | null)[])[];
  readonly overlays: readonly Layer[];
  readonly levels: readonly PlacedLevel[];
  readonly regions: readonly Region[];
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly highlighted: string | undefined;
  readonly format: (value: number) => string;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  readonly width: number;
  readonly height: number;
}

/** The browser keeps what is drawn here, and draws nothing of it again when something before it moves. */
export const ownLayer = { willChange: 'transform' } as const;

/** All of the plot that stays as it is while the pointer moves. */
export const PlotDrawing = memo(function PlotDrawing(props: Props) {
  const { label, layers, addsUp, edges, overlays, levels, regions, times, stepMs, highlighted } = props;
  const { format, from, to, timeZone, x, y, width, height } = props;
  const styles = useStyles2(getStyles);
  const id = useId();
  const [left = 0] = x.range();
  const ticks = useMemo(() => yTicks(y, edges, height), [y, edges, height]);
  return (
    <svg role="img" aria-label={label} width={width} height={height} className={styles.drawing}>
      <defs>
        <clipPath id={id}>
          <rect x={left} y={0} width={Math.max(0, width - left)} height={height} />
        </clipPath>
      </defs>
      <PlotAxes x={x} y={y} ticks={ticks} format={format} from={from} to={to} timeZone={timeZone} width={width} height={height} />
      <g clipPath={`url(#${id})`}>
        {regions.map(({ key, color, ...region }) => (
          <g key={key} stroke={color}>
            <rect x={x(region.from)} y={0} width={Math.max(0, x(region.to) - x(region.from))} height={Math.max(0, height - AXIS_HEIGHT)} fill={color} fillOpacity={0.12} strokeDasharray="3 3" strokeWidth={1} />
          </g>
        ))}
        <LayerShapes id={id} layers={layers} addsUp={addsUp} edges={edges} times={times} stepMs={stepMs} x={x} y={y} highlighted={highlighted} />
        {levels.map(({ value, isStrong, y: place }) => (
          <line key={value} className={isStrong ? styles.strongLevel : styles.level} x1={left} x2={width} y1={place} y2={place} />
        ))}
        {overlays.map(({ key, color, values }) => (
          <path key={key} d={ticksOf(times, stepMs, values, x, y)} fill="none" stroke={color} strokeWidth={2} />
        ))}
      </g>
    </svg>
  );
}); // prettier-ignore

const getStyles = (theme: GrafanaTheme2) => ({
  drawing: css({ ...ownLayer, display: 'block' }),
  level: css({ stroke: theme.colors.text.disabled, strokeDasharray: '2 3' }),
  strongLevel: css({ stroke: theme.colors.warning.main, strokeWidth: 3, strokeDasharray: '6 3' }),
});
