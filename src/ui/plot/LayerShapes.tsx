import React, { memo, useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { ScaleLinear } from 'd3-scale';
import type { Layer } from './layer';
import { bars, columnsOf, heightsOf, line } from './shapes';

type Edges = readonly (number | null)[];
type Scale = ScaleLinear<number, number>;

interface Props {
  readonly id: string;
  readonly layers: readonly Layer[];
  /** Draw bars on top of each other; otherwise lines. */
  readonly addsUp: boolean;
  readonly edges: readonly Edges[];
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly x: Scale;
  readonly y: Scale;
  /** The key of the layer that stands out. */
  readonly highlighted: string | undefined;
}

/** One path for each series; they stay as they are while the pointer moves. */
export const LayerShapes = memo(function LayerShapes(props: Props) {
  const { id, layers, addsUp, edges, times, stepMs, x, y, highlighted } = props;
  const paths = useMemo(
    () => (addsUp ? stackPaths(edges, times, stepMs, x, y) : edges.map((edge) => line(times, stepMs, edge, x, y))),
    [addsUp, edges, times, stepMs, x, y],
  );
  const isThere = layers.some(({ key }) => key === highlighted);
  return (
    <>
      <defs>
        {layers.map(({ pattern, color }, k) =>
          pattern === 'solid' ? null : (
            <PatternFill key={k} id={`${id}-${k}`} pattern={pattern} color={color} />
          ),
        )}
      </defs>
      {layers.map((layer, k) => (
        <g key={layer.key} opacity={isThere && layer.key !== highlighted ? 0.25 : 1}>
          <LayerPath
            layer={layer}
            addsUp={addsUp}
            path={paths[k] ?? ''}
            fill={layer.pattern === 'solid' ? layer.color : `url(#${id}-${k})`}
          />
        </g>
      ))}
    </>
  );
}); // prettier-ignore

function stackPaths(edges: readonly Edges[], times: readonly number[], stepMs: number, x: Scale, y: Scale): string[] {
  const columns = columnsOf(times, stepMs, x);
  const heights = edges.map((edge) => heightsOf(edge, y));
  const axis = y(0).toFixed(1);
  return heights.map((tops, k) => bars(columns, heights[k - 1] ?? axis, tops));
} // prettier-ignore

interface PathProps {
  readonly layer: Layer;
  readonly addsUp: boolean;
  readonly path: string;
  readonly fill: string;
}

function LayerPath({ layer, addsUp, path, fill }: PathProps) {
  return addsUp ? (
    <path d={path} fill={fill} />
  ) : (
    <path
      d={path}
      fill="none"
      stroke={layer.color}
      strokeWidth={1.5}
      strokeLinecap="round"
      {...(layer.pattern === 'solid' ? {} : { strokeDasharray: layer.pattern === 'hatched' ? '5 3' : '1.5 3' })}
    />
  );
} // prettier-ignore

interface FillProps {
  readonly id: string;
  readonly pattern: 'hatched' | 'dotted';
  readonly color: string;
}

function PatternFill({ id, pattern, color }: FillProps) {
  const theme = useTheme2();
  return (
    <pattern id={id} width={6} height={6} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={6} height={6} fill={theme.colors.background.primary} />
      {pattern === 'hatched' ? (
        <rect width={3} height={6} fill={color} />
      ) : (
        <circle cx={3} cy={3} r={1.7} fill={color} />
      )}
    </pattern>
  );
}
