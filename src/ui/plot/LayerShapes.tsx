import React, { memo, useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { ScaleLinear } from 'd3-scale';
import type { Layer } from './layer';
import { bars, line } from './shapes';

type Edges = readonly (number | null)[];

interface Props {
  readonly id: string;
  readonly layers: readonly Layer[];
  /** Draw bars on top of each other; otherwise lines. */
  readonly addsUp: boolean;
  readonly edges: readonly Edges[];
  readonly times: readonly number[];
  readonly stepMs: number;
  readonly x: ScaleLinear<number, number>;
  readonly y: ScaleLinear<number, number>;
  /** The key of the layer that stands out. */
  readonly highlighted: string | undefined;
}

/** One path for each series; they stay as they are while the pointer moves. */
export const LayerShapes = memo(function LayerShapes(props: Props) {
  const { id, layers, edges, highlighted, ...rest } = props;
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
            {...rest}
            layer={layer}
            below={rest.addsUp ? edges[k - 1] : undefined}
            edge={edges[k] ?? NONE}
            fill={layer.pattern === 'solid' ? layer.color : `url(#${id}-${k})`}
          />
        </g>
      ))}
    </>
  );
});

const NONE: Edges = [];

interface PathProps extends Pick<Props, 'addsUp' | 'times' | 'stepMs' | 'x' | 'y'> {
  readonly layer: Layer;
  readonly below: Edges | undefined;
  readonly edge: Edges;
  readonly fill: string;
}

const LayerPath = memo(function LayerPath({ layer, addsUp, below, edge, fill, times, stepMs, x, y }: PathProps) {
  const d = useMemo(
    () => (addsUp ? bars(times, stepMs, below, edge, x, y) : line(times, stepMs, edge, x, y)),
    [addsUp, times, stepMs, below, edge, x, y],
  );
  return addsUp ? (
    <path d={d} fill={fill} />
  ) : (
    <path
      d={d}
      fill="none"
      stroke={layer.color}
      strokeWidth={1.5}
      strokeLinecap="round"
      {...(layer.pattern === 'solid' ? {} : { strokeDasharray: layer.pattern === 'hatched' ? '5 3' : '1.5 3' })}
    />
  );
}); // prettier-ignore

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
