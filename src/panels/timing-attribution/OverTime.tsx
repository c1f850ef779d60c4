import React, { useMemo } from 'react';
import { css } from '@emotion/css';
import type { GrafanaTheme2, PanelProps } from '@grafana/data';
import { useStyles2, VizLayout } from '@grafana/ui';
import { MarkedPlot, PlotLegend, shownOf, useIsolation, usePanelPlot } from '../../ui/plot';
import { duration } from './duration';
import type { TimingOptions } from './options';
import { PercentileSign } from './PartLegend';
import { amongs, type Among } from './parts';
import type { TimingView } from './view-model';

interface Props {
  readonly panel: PanelProps<TimingOptions>;
  readonly view: TimingView;
  readonly among: Among;
  readonly height: number;
  readonly hasLegend: boolean;
}

/** Means of the parts, which add up, bucket by bucket; percentiles of the total as marks, known limits as lines. */
export function OverTime({ panel, view, among, height, hasLegend }: Props) {
  const { options, width } = panel;
  const { legend, showPercentiles } = options;
  const styles = useStyles2(getStyles);
  const { isolated, isolate } = useIsolation();
  const plot = usePanelPlot(panel);
  const levels = useMemo(
    () =>
      (view.custom?.walls ?? []).map(({ ms, title, suggests, near, clusters }) => ({
        value: ms,
        label: `${duration(ms)} ${title}`,
        meaning: clusters
          ? `${near.toLocaleString()} requests ended about here, many more than shortly before and after. ${suggests}`
          : suggests,
        isStrong: clusters,
      })),
    [view.custom],
  );
  const lines = view.lines[among] ?? NONE;
  const parts = useMemo(() => shownOf(lines.parts, isolated), [lines, isolated]);
  const entries =
    legend.showLegend && hasLegend ? (
      <VizLayout.Legend placement={legend.placement} maxHeight="40%" maxWidth="40%">
        <div className={styles.legend}>
          <PlotLegend
            layers={lines.parts}
            summary="Mean"
            mode={legend.displayMode}
            placement={legend.placement}
            isolated={isolated}
            onIsolate={isolate}
          />
          {showPercentiles && <PercentileSign isEstimated={view.isEstimated} />}
        </div>
      </VizLayout.Legend>
    ) : null;
  return (
    <VizLayout width={width} height={Math.max(0, height)} legend={entries}>
      {(plotWidth, plotHeight) => (
        <MarkedPlot
          {...plot}
          label={`Mean time of ${amongs[among].toLowerCase()} over time, by part`}
          layers={parts}
          overlays={showPercentiles ? lines.percentiles : NONE.percentiles}
          levels={levels}
          addsUp
          times={view.times}
          stepMs={view.stepMs}
          incomplete={COMPLETE}
          format={view.format}
          width={plotWidth}
          height={plotHeight}
        />
      )}
    </VizLayout>
  );
}

const NONE = { parts: [], percentiles: [] } as const;
const COMPLETE: ReadonlySet<number> = new Set();

const getStyles = (theme: GrafanaTheme2) => ({
  legend: css({ display: 'flex', flexWrap: 'wrap', columnGap: theme.spacing(1.5) }),
});
