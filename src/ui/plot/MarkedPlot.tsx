import React, { useMemo } from 'react';
import { useTheme2 } from '@grafana/ui';
import type { PanelScope } from '../panel-scope';
import type { AnnotationMark } from './annotation-marks';
import type { EpisodeMark } from './episode-marks';
import { laneLayout } from './lane-layout';
import { laneMarks } from './lane-mark';
import { laneHeight, MarkLane } from './MarkLane';
import { xScale } from './plot-scales';
import { SeriesPlot, type PlotProps } from './SeriesPlot';

/** Below this the lane would leave nothing of the graph. */
const LEAST_HEIGHT = 110;

interface Props extends Omit<PlotProps, 'from' | 'to' | 'regions'> {
  readonly episodes: readonly EpisodeMark[];
  readonly annotations: readonly AnnotationMark[];
  readonly scope: PanelScope;
}

/** Series over time below a lane with a mark for each episode and each annotation of the dashboard. */
export function MarkedPlot({ episodes, annotations, scope, ...plot }: Props) {
  const { timeZone, width, height } = plot;
  const { from, to } = scope;
  const theme = useTheme2();
  const marks = useMemo(
    () => laneMarks(episodes, annotations, theme).filter((mark) => mark.from <= to && mark.to >= from),
    [episodes, annotations, theme, from, to],
  );
  const lane = useMemo(() => laneLayout(marks, xScale(from, to, width).clamp(true), width), [marks, from, to, width]);
  const regions = useMemo(() => marks.filter(({ kind }) => kind === 'annotation'), [marks]);
  if (width <= 0 || height <= 0) {
    return null; // Before it is known how much room the legend leaves.
  }
  const hasLane = lane.placed.length > 0 && height >= LEAST_HEIGHT;
  return (
    <>
      {hasLane && <MarkLane layout={lane} scope={scope} timeZone={timeZone} width={width} />}
      <SeriesPlot
        {...plot}
        regions={regions}
        from={from}
        to={to}
        height={Math.max(0, height - (hasLane ? laneHeight(lane) : 0))}
      />
    </>
  );
} // prettier-ignore
