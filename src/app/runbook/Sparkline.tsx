import React from 'react';
import { useTheme2 } from '@grafana/ui';
import { amount } from '../../core/amount';
import type { Graph } from './live';
import { lengthOf } from './words';

const WIDTH = 400;
const HEIGHT = 48;

interface Props {
  readonly graph: Graph;
  /** Grafana’s name of a colour. */
  readonly color: string;
}

/** How the counts went, as columns; the numbers stand beside it. */
export function Sparkline({ graph: { counts, stepMs }, color }: Props) {
  const { visualization, colors } = useTheme2();
  const most = Math.max(...counts, 0);
  const width = WIDTH / Math.max(1, counts.length);
  const columns = counts
    .map((count, i) => {
      const height = most === 0 ? 0 : (count / most) * (HEIGHT - 2);
      return height === 0 ? '' : `M${i * width} ${HEIGHT}V${HEIGHT - height}h${width}V${HEIGHT}z`;
    })
    .join('');
  return (
    <svg
      role="img"
      aria-label={`Failures over time, at most ${amount(most)} in ${lengthOf(stepMs)}`}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
      width="100%"
      height={HEIGHT}
    >
      <path d={columns} fill={visualization.getColorByName(color)} />
      <path
        d={`M0 ${HEIGHT - 0.5}H${WIDTH}`}
        stroke={colors.border.strong}
        vectorEffect="non-scaling-stroke"
      />
    </svg>
  );
}
