import React, { useMemo, useState, type PointerEvent } from 'react';
import { css } from '@emotion/css';
import { dateTimeFormat, type EventBus, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import type { ScaleLinear } from 'd3-scale';
import { useBrush } from './brush';
import { bucketAt } from './bucket-at';
import type { Layer } from './layer';
import { LevelLabels } from './LevelLabels';
import { placedLevels, type Level } from './levels';
import { yScale } from './plot-scales';
import { ownLayer, PlotDrawing, type Region } from './PlotDrawing';
import { PlotTooltip } from './PlotTooltip';
import { useSharedTime } from './shared-time';
import { AXIS_HEIGHT } from './sizes';
import { TimeSlider } from './TimeSlider';
import { layerAt, tooltipRows, type TooltipMode } from './tooltip-rows';

const NONE: readonly never[] = [];

export interface PlotProps {
  /** What the drawing shows, for those who cannot see it. */
  readonly label: string;
  readonly layers: readonly Layer[];
  /** Draw bars on top of each other; otherwise lines. */
  readonly addsUp: boolean;
  /** Upper edges of the stacked layers, or the lines themselves. */
  readonly edges: readonly (readonly (number | null)[])[];
  /** Marks for each bucket over the bars, in the same unit, which do not add up. */
  readonly overlays?: readonly Layer[];
  /** Values that mean something; drawn where the axis reaches them. */
  readonly levels?: readonly Level[];
  readonly regions?: readonly Region[];
  readonly times: readonly number[];
  readonly stepMs: number;
  /** Starts of the buckets that the range covers only in part. */
  readonly incomplete: ReadonlySet<number>;
  /** The key of the layer that stands out from the others. */
  readonly highlighted?: string | undefined;
  readonly tooltip: TooltipMode;
  /** Writes what the axis shows. */
  readonly format: (value: number) => string;
  readonly x: ScaleLinear<number, number>;
  readonly from: number;
  readonly to: number;
  readonly timeZone: TimeZone;
  readonly width: number;
  readonly height: number;
  readonly eventBus: EventBus;
  readonly onRange: (range: { from: number; to: number }) => void;
}

interface Pointed {
  readonly bucket: number;
  /** Pixels from the top; undefined where the keyboard chose the bucket. */
  readonly y: number | undefined;
}

/** Series over time: as bars, one for each bucket, layered by series; or as lines where they do not add up. */
export function SeriesPlot(props: PlotProps) {
  const { label, layers, addsUp, edges, overlays = NONE, levels = NONE, regions = NONE, times, stepMs, incomplete } = props;
  const { highlighted, tooltip, format, x, from, to, timeZone, width, height, eventBus, onRange } = props;
  const styles = useStyles2(getStyles);
  const [pointed, setPointed] = useState<Pointed>();
  const shared = useSharedTime(eventBus);
  const [left = 0] = x.range();
  const y = useMemo(() => yScale(edges, overlays, height), [edges, overlays, height]);
  const placed = useMemo(() => placedLevels(levels, y.domain()[1] ?? 0, y), [levels, y]);
  const brush = useBrush(left, width, (at) => x.invert(at).valueOf(), onRange);

  const point = (now: Pointed | undefined) => {
    setPointed(now);
    if (now?.bucket === pointed?.bucket) {
      return;
    }
    shared.tell(now && (times[now.bucket] ?? 0) + stepMs / 2);
  };
  const onPointerMove = (event: PointerEvent<Element>) => {
    brush.move(event);
    const place = event.currentTarget.getBoundingClientRect();
    const bucket = bucketAt(times, stepMs, x.invert(event.clientX - place.left).valueOf());
    if (bucket !== undefined) {
      point({ bucket, y: event.clientY - place.top });
    } else if (pointed) {
      point(undefined);
    }
  };
  // The series may have become shorter under the pointer.
  const own = pointed && pointed.bucket < times.length ? pointed : undefined;
  const others = own || shared.time === undefined ? undefined : bucketAt(times, stepMs, shared.time);
  const hovered = own?.bucket ?? others;
  const told = own ?? (shared.withTooltip && others !== undefined ? { bucket: others, y: undefined } : undefined);
  const shown = useMemo(() => (overlays.length > 0 ? [...layers, ...overlays] : layers), [layers, overlays]);
  const rowsOf = ({ bucket, y: place }: Pointed) => {
    const at = tooltip === 'single' && place !== undefined && layerAt(layers, edges, bucket, y.invert(place), addsUp);
    return tooltipRows(at ? [at] : shown, bucket);
  };
  const start = times[hovered ?? 0] ?? 0;
  const timeText = dateTimeFormat(start, { timeZone });
  const depth = Math.max(0, height - AXIS_HEIGHT);

  return (
    <div className={styles.plot} style={{ width, height }}>
      <div
        className={styles.surface}
        onPointerMove={onPointerMove}
        onPointerDown={brush.down}
        onPointerUp={brush.up}
        onPointerCancel={brush.cancel}
        onPointerLeave={() => point(undefined)}
      >
        <PlotDrawing
          label={label}
          layers={layers}
          addsUp={addsUp}
          edges={edges}
          overlays={overlays}
          levels={placed}
          regions={regions}
          times={times}
          stepMs={stepMs}
          highlighted={highlighted}
          format={format}
          from={from}
          to={to}
          timeZone={timeZone}
          x={x}
          y={y}
          width={width}
          height={height}
        />
        <svg aria-hidden width={width} height={height} className={styles.pointer}>
          {hovered !== undefined && (
            <rect
              className={own ? styles.cursor : styles.othersCursor}
              data-cursor={own ? 'own' : 'shared'}
              x={Math.max(left, x(start))}
              y={0}
              width={Math.max(1, x(start + stepMs) - Math.max(left, x(start)))}
              height={depth}
            />
          )}
          {brush.chosen && (
            <rect className={styles.chosen} x={brush.chosen.from} y={0} width={brush.chosen.to - brush.chosen.from} height={depth} />
          )}
        </svg>
      </div>
      <LevelLabels levels={placed} height={height} />
      <TimeSlider
        label={label}
        bucket={own?.bucket}
        buckets={times.length}
        rows={own ? rowsOf(own) : NONE}
        time={timeText}
        onPoint={(bucket) => point(bucket === undefined ? undefined : { bucket, y: undefined })}
      />
      {told && tooltip !== 'none' && !brush.chosen && (
        <PlotTooltip
          rows={rowsOf(told)}
          time={incomplete.has(start) ? `${timeText} (partly in the range)` : timeText}
          place={x(start)}
          width={width}
          height={height}
        />
      )}
    </div>
  );
} // prettier-ignore

const getStyles = (theme: GrafanaTheme2) => ({
  plot: css({ position: 'relative', flexShrink: 0 }),
  surface: css({
    cursor: 'crosshair',
    // Up and down a finger scrolls the page, sideways it chooses a range.
    touchAction: 'pan-y',
    userSelect: 'none',
  }),
  pointer: css({ ...ownLayer, position: 'absolute', left: 0, top: 0, pointerEvents: 'none' }),
  cursor: css({ fill: theme.colors.action.hover }),
  othersCursor: css({ fill: theme.colors.action.focus, stroke: theme.colors.border.medium }),
  chosen: css({
    fill: theme.colors.primary.transparent,
    stroke: theme.colors.primary.border,
  }),
}); // prettier-ignore
