import React, { type ComponentProps } from 'react';
import { scaleLinear } from 'd3-scale';
import { EpisodeLane, laneHeight } from './EpisodeLane';
import type { EpisodeMark } from './episode-marks';
import { laneLayout } from './lane-layout';
import { AXIS_WIDTH, SeriesPlot } from './SeriesPlot';

interface Props extends ComponentProps<typeof SeriesPlot> {
  readonly marks: readonly EpisodeMark[];
}

/** Series over time below a lane with a mark for each episode. */
export function MarkedPlot({ marks, ...plot }: Props) {
  const { from, to, timeZone, width, height } = plot;
  if (width <= 0 || height <= 0) {
    return null; // Before it is known how much room the legend leaves.
  }
  const x = scaleLinear([from, to], [AXIS_WIDTH, width]).clamp(true);
  const lane = laneLayout(marks, x, width);
  return (
    <>
      {lane.placed.length > 0 && (
        <EpisodeLane layout={lane} from={from} to={to} timeZone={timeZone} width={width} />
      )}
      <SeriesPlot {...plot} height={Math.max(0, height - laneHeight(lane))} />
    </>
  );
}
