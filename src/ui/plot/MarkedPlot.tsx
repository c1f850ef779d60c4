import React, { useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { PanelScope } from '../panel-scope';
import type { AnnotationMark } from './annotation-marks';
import type { EpisodeMark } from './episode-marks';
import { formatOf } from './format';
import { laneLayout } from './lane-layout';
import { laneMarks } from './lane-mark';
import { laneHeight, MarkLane, ROW_HEIGHT } from './MarkLane';
import { axisWidth, xScale, yScale, yTicks } from './plot-scales';
import { SeriesPlot, type PlotProps } from './SeriesPlot';
import { stacked } from './shapes';

/** Below this the lane would leave nothing of the graph. */
const LEAST_HEIGHT = 110;
/** How much of the height marks are worth, and how many lines at most. */
const LANE = 0.4;
const ROWS = 3;
const NONE: readonly never[] = [];

interface Props extends Omit<PlotProps, 'from' | 'to' | 'regions' | 'edges' | 'x' | 'format'> {
  readonly episodes: readonly EpisodeMark[];
  readonly annotations: readonly AnnotationMark[];
  readonly scope: PanelScope;
  /** Writes what the axis shows; as the first series’ field says where it is left out. */
  readonly format?: (value: number) => string;
}

/** Series over time below a lane with a mark for each episode and each annotation of the dashboard. */
export function MarkedPlot({ episodes, annotations, scope, format, ...plot }: Props) {
  const { layers, addsUp, overlays = NONE, times, timeZone, width, height } = plot;
  const { from, to } = scope;
  const theme = useTheme2();
  const edges = useMemo(
    () => (addsUp ? stacked(layers, times.length) : layers.map(({ values }) => values)),
    [addsUp, layers, times.length],
  );
  const [first] = layers;
  const written = useMemo(() => format ?? (first ? formatOf(first, theme) : String), [format, first, theme]);
  const x = useMemo(() => {
    const labels = yTicks(yScale(edges, overlays, height), edges, height).map(written);
    return xScale(from, to, axisWidth(labels, width), width);
  }, [edges, overlays, written, from, to, width, height]);
  const marks = useMemo(
    () => laneMarks(episodes, annotations, theme).filter((mark) => mark.from <= to && mark.to >= from),
    [episodes, annotations, theme, from, to],
  );
  const lane = useMemo(() => {
    const [left = 0, right = 0] = x.range();
    const rows = Math.max(1, Math.min(ROWS, Math.floor((LANE * height) / ROW_HEIGHT)));
    return laneLayout(marks, x.copy().clamp(true), { left, right, rows });
  }, [marks, x, height]);
  const regions = useMemo(() => marks.filter(({ kind }) => kind === 'annotation'), [marks]);
  if (width <= 0 || height <= 0) {
    return null; // Before it is known how much room the legend leaves.
  }
  const hasLane = lane.placed.length > 0 && height >= LEAST_HEIGHT;
  return (
    <div>
      {hasLane && <MarkLane layout={lane} scope={scope} timeZone={timeZone} width={width} />}
      <SeriesPlot
        {...plot}
        edges={edges}
        regions={regions}
        format={written}
        x={x}
        from={from}
        to={to}
        height={Math.max(0, height - (hasLane ? laneHeight(lane) : 0))}
      />
    </div>
  );
} // prettier-ignore
